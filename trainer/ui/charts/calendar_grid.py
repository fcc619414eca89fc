"""Where the squares of a calendar lie: days in columns of weeks, or weeks in rows of years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from trainer.domain.stats import monday_of

WEEKS_SHOWN_BY_DAY = 107
_WEEKS_IN_YEAR = 53
_GAP_PX = 3.0
_DAY = timedelta(days=1)
_WIDEST = 3.0
_YEARS_PX = 440.0


class Grid(Protocol):
    """A grid of squares, each named by its first day."""

    @property
    def weeks(self) -> bool:
        """Whether a square is a week."""

    @property
    def bottom(self) -> float: ...

    @property
    def radius(self) -> float: ...

    def squares(self) -> dict[date, QRectF]:
        """Where each square is, by its first day."""

    def place(self, day: date) -> QRectF:
        """The square that a day is in."""

    def first_at(self, place: QPointF) -> date | None:
        """The first day of the square at a place."""

    def names(self, metrics: QFontMetricsF) -> Iterator[tuple[QRectF, str]]:
        """What is written beside and above."""


def grid_of(start: float, end: float, area: QRectF, number_px: float) -> Grid:
    """The grid for days by their ordinals, `end` left out, below the top of `area` and in its width.

    Rows are those of a year, or higher where there are fewer weeks, up to what a number of `number_px` takes;
    columns as wide as there is room for, up to three times that. Years get lower where there are many.
    """
    first = monday_of(date.fromordinal(max(1, int(start))))
    last = date.fromordinal(max(1, int(end) - 1))
    weeks = (last - first).days // 7 + 1
    year_px = area.width() / _WEEKS_IN_YEAR
    if weeks <= WEEKS_SHOWN_BY_DAY:
        room = area.width() / weeks
        row = max(year_px, min(room, number_px + _GAP_PX + 4))
        return DayGrid(first, last, area, min(room, row * _WIDEST), row)
    years = last.isocalendar().year - first.isocalendar().year + 1
    return YearGrid(first, last, area, year_px, max(4.0, min(year_px, _YEARS_PX / years)))


@dataclass(frozen=True, slots=True)
class DayGrid:
    """A square a day; columns are ISO weeks."""

    first: date
    last: date
    area: QRectF
    column: float
    row: float

    @property
    def weeks(self) -> bool:
        return False

    @property
    def bottom(self) -> float:
        return self.area.top() + 7 * self.row

    @property
    def radius(self) -> float:
        return min(3.0, self.column / 5)

    def squares(self) -> dict[date, QRectF]:
        days = (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))
        return {day: self.place(day) for day in days}

    def place(self, day: date) -> QRectF:
        week, weekday = divmod((day - self.first).days, 7)
        gap = min(_GAP_PX, self.column / 5)
        x, y = self.area.left() + week * self.column, self.area.top() + weekday * self.row
        return QRectF(x, y, self.column - gap, self.row - gap)

    def first_at(self, place: QPointF) -> date | None:
        week = (place.x() - self.area.left()) // self.column
        weekday = (place.y() - self.area.top()) // self.row
        day = self.first + timedelta(days=int(week * 7 + weekday))
        return day if 0 <= weekday < 7 and week >= 0 and day <= self.last else None

    def names(self, metrics: QFontMetricsF) -> Iterator[tuple[QRectF, str]]:
        for weekday in (1, 3, 5):
            square = self.place(self.first + timedelta(days=weekday - 1))
            middle = square.center().y() - metrics.height() / 2
            name = QLocale().dayName(weekday, QLocale.FormatType.ShortFormat)
            yield QRectF(0, middle, self.area.left(), metrics.height()), name
        free_from = 0.0
        for week in range((self.last - self.first).days // 7 + 1):
            monday = self.first + timedelta(weeks=week)
            name = QLocale().monthName(monday.month, QLocale.FormatType.ShortFormat)
            name = f"{name} {monday.year}" if monday.month == 1 else name
            x, width = self.place(monday).left(), metrics.horizontalAdvance(name)
            if monday.day <= 7 and free_from <= x <= self.area.right() - width:
                yield QRectF(x, 0, width + 4, metrics.height()), name
                free_from = x + width + 8


@dataclass(frozen=True, slots=True)
class YearGrid:
    """A square an ISO week; rows are its years."""

    first: date
    last: date
    area: QRectF
    column: float
    row: float

    @property
    def weeks(self) -> bool:
        return True

    @property
    def bottom(self) -> float:
        return self.area.top() + self._years * self.row

    @property
    def radius(self) -> float:
        return min(3.0, self.row / 5)

    def squares(self) -> dict[date, QRectF]:
        # By arithmetic, a year at a time: thousands of them are laid out for each frame of panning.
        found: dict[date, QRectF] = {}
        gap = min(_GAP_PX, self.row / 5)
        width, height = self.column - gap, self.row - gap
        monday, week_long = self.first, timedelta(weeks=1)
        while monday <= self.last:
            corner = self.place(monday).topLeft()
            after = date.fromisocalendar(monday.isocalendar().year + 1, 1, 1)
            end = min(after, self.last + _DAY)
            for week in range(-(-(end - monday).days // 7)):
                found[monday] = QRectF(corner.x() + week * self.column, corner.y(), width, height)
                monday += week_long
        return found

    def place(self, day: date) -> QRectF:
        year, week, _ = day.isocalendar()
        gap = min(_GAP_PX, self.row / 5)
        x = self.area.left() + (week - 1) * self.column
        y = self.area.top() + (year - self.first.isocalendar().year) * self.row
        return QRectF(x, y, self.column - gap, self.row - gap)

    def first_at(self, place: QPointF) -> date | None:
        row = (place.y() - self.area.top()) // self.row
        week = (place.x() - self.area.left()) // self.column + 1
        try:
            year = self.first.isocalendar().year + int(row)
            monday = date.fromisocalendar(year, int(week), 1)
        except ValueError:
            return None
        return monday if self.first <= monday <= self.last else None

    def names(self, metrics: QFontMetricsF) -> Iterator[tuple[QRectF, str]]:
        free_from = 0.0
        for number in range(self._years):
            y = self.area.top() + number * self.row + (self.row - _GAP_PX - metrics.height()) / 2
            if y >= free_from:
                year = str(self.first.isocalendar().year + number)
                yield QRectF(0, y, self.area.left(), metrics.height()), year
                free_from = y + metrics.height() + 4
        for month in range(1, 13):
            x = self.area.left() + (date(2001, month, 1).timetuple().tm_yday // 7) * self.column
            name = QLocale().monthName(month, QLocale.FormatType.ShortFormat)
            yield QRectF(x, 0, metrics.horizontalAdvance(name) + 4, metrics.height()), name

    @property
    def _years(self) -> int:
        return self.last.isocalendar().year - self.first.isocalendar().year + 1
