"""The calendar: a square a day, the darker the more sets; of more than two years a square a week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer.domain.stats import DayWork, monday_of
from trainer.ui.charts.calendar_grid import Grid, grid_of
from trainer.ui.charts.chart import Role
from trainer.ui.charts.table import TableTwin
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.charts.time_chart import TimeChart
from trainer.ui.numbers import long_day
from trainer.ui.theme import Theme, mix

_SHADES = (0.34, 0.56, 0.78, 1.0)
_DARK_STEP = 2
"""From here on a number in a square is in the colour of text on the accent."""
_ROUND_FROM_PX = 2.0


@dataclass(frozen=True, slots=True)
class _Square:
    """What one square of the calendar holds: a day or a week."""

    first: date
    sessions: int
    sets: int
    planned: int


class HeatMap(TimeChart):
    """Filled is done, framed is planned; both together is a plan that was kept. A mark is one of these."""

    def __init__(self, name: str, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        self._grid: Grid | None = None
        self._places: Mapping[date, QRectF] = {}
        self._squares: tuple[_Square, ...] = ()
        self._work: Mapping[date, DayWork] = {}
        self._planned: Mapping[date, int] = {}
        self._weeks: Mapping[date, _Square] = {}
        self._today = date.min
        super().__init__(name, theme, axis, parent)

    def show_days(self, days: Iterable[DayWork], planned: Iterable[date], today: date) -> None:
        """Shows these days, and what was and is planned; a planned day is named once a session."""
        self._today = today
        self._work = {work.day: work for work in days}
        counts: dict[date, int] = {}
        for day in planned:
            counts[day] = counts.get(day, 0) + 1
        self._planned = counts
        self._sum_weeks()
        self._lay()
        self.forget_mark()

    def sizeHint(self) -> QSize:
        return QSize(760, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 110)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay()  # which sets the height

    def plot(self) -> QRectF:
        left = self._left()
        return QRectF(left, 0, self.width() - left, self.height())

    def day_of(self, index: int) -> float:
        return self._squares[index].first.toordinal()

    def stretch_of(self, index: int) -> tuple[date, date]:
        """The first day of a mark, and that after its last."""
        first = self._squares[index].first
        return first, first + timedelta(days=7 if self._grid is not None and self._grid.weeks else 1)

    def mark_count(self) -> int:
        return len(self._squares)

    def mark_at(self, place: QPointF) -> int:
        if self._grid is None:
            return -1
        first = self._grid.first_at(place)
        return next((i for i, square in enumerate(self._squares) if square.first == first), -1)

    def mark_place(self, index: int) -> QPointF:
        return self._place(self._squares[index].first).bottomRight()

    def mark_words(self, index: int) -> str:
        square = self._squares[index]
        words = [long_day(square.first)]
        if self._grid is not None and self._grid.weeks:
            words = [self.tr("Week of {0}").format(long_day(square.first))]
        if square.sessions:
            words.append(self.tr("1 set") if square.sets == 1 else self.tr("{0} sets").format(square.sets))
        elif square.first < self._today:
            words.append(self.tr("nothing done"))
        if square.planned:
            words.append(self._planned_words(square.planned))
        return " · ".join(words)

    def table(self) -> TableTwin:
        weeks = self._grid is not None and self._grid.weeks
        head = self.tr("Week of") if weeks else self.tr("Day")
        rows = [
            (s.first, s.sessions or None, s.sets if s.sessions else None, s.planned or None)
            for s in self._squares
        ]
        headers = (head, self.tr("Sessions"), self.tr("Sets"), self.tr("Planned"))
        return TableTwin(headers, tuple(reversed(rows)))

    def paint(self, painter: QPainter) -> None:
        grid = self._grid
        if grid is None or self._today == date.min:
            return
        painter.setPen(self.colour(Role.PlaceholderText))
        for place, name in grid.names(QFontMetricsF(painter.font())):
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        done_firsts = {square.first for square in self._squares if square.sessions}
        empty = (place for first, place in self._places.items() if first not in done_firsts)
        self._fill(painter, empty, self.colour(Role.AlternateBase))
        most = max((square.sets for square in self._squares), default=0)
        steps = [_step(square.sets, most) if square.sessions else -1 for square in self._squares]
        for step, colour in enumerate(self.shades()):
            done = (self._places[s.first] for s, at in zip(self._squares, steps, strict=True) if at == step)
            self._fill(painter, done, colour)
        self._number(painter, grid, steps)
        planned = (self._places[square.first] for square in self._squares if square.planned)
        self._frame(painter, planned, QPen(self.colour(Role.PlaceholderText), 1.5))
        if 0 <= self.marked < len(self._squares):
            marked = self._places[self._squares[self.marked].first]
            self._frame(painter, (marked,), QPen(self.colour(Role.WindowText), 2))
        self._paint_today(painter)

    def _fill(self, painter: QPainter, places: Iterable[QRectF], colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        self._draw(painter, places)

    def _frame(self, painter: QPainter, places: Iterable[QRectF], pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._draw(painter, (place.adjusted(0.75, 0.75, -0.75, -0.75) for place in places))

    def _draw(self, painter: QPainter, places: Iterable[QRectF]) -> None:
        """Squares with round corners, or, where they are small and many, without."""
        radius = self._grid.radius if self._grid else 0.0
        if radius >= _ROUND_FROM_PX:
            for place in places:
                painter.drawRoundedRect(place, radius, radius)
        elif squares := list(places):
            painter.drawRects(squares)

    def _number(self, painter: QPainter, grid: Grid, steps: list[int]) -> None:
        """Writes the sets into the squares, where they hold it."""
        metrics = QFontMetricsF(painter.font())
        room = grid.place(self.axis.first_day)
        if room.width() < metrics.horizontalAdvance("000") + 2 or room.height() < metrics.height():
            return
        for square, step in zip(self._squares, steps, strict=True):
            if step >= 0:
                painter.setPen(self.colour(Role.HighlightedText if step >= _DARK_STEP else Role.WindowText))
                painter.drawText(
                    self._places[square.first], int(Qt.AlignmentFlag.AlignCenter), str(square.sets)
                )

    def _paint_today(self, painter: QPainter) -> None:
        if self._grid is None or not self.axis.start <= self._today.toordinal() < self.axis.end:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.colour(Role.WindowText), 1.25))
        place = self._place(self._today).adjusted(-1.5, -1.5, 1.5, 1.5)
        painter.drawRoundedRect(place, self._grid.radius + 1, self._grid.radius + 1)

    def shades(self) -> list[QColor]:
        """From few sets to many."""
        colours = self._theme.colours
        return [QColor(mix(colours.accent, colours.surface, part)) for part in _SHADES]

    def _planned_words(self, count: int) -> str:
        return self.tr("planned") if count == 1 else self.tr("{0} sessions planned").format(count)

    def _place(self, day: date) -> QRectF:
        return QRectF() if self._grid is None else self._grid.place(day)

    def _left(self) -> float:
        metrics = QFontMetricsF(self.small_font())
        names = [QLocale().dayName(weekday, QLocale.FormatType.ShortFormat) for weekday in (1, 3, 5)]
        return max(metrics.horizontalAdvance(name) for name in [*names, "0000"]) + 10

    def _lay(self) -> None:
        metrics = QFontMetricsF(self.small_font())
        area = QRectF(self._left(), metrics.height() + 6, self.width() - self._left(), 0)
        end = min(self.axis.end, max([self._today, *self._planned], default=self._today).toordinal() + 1.0)
        self._grid = grid_of(self.axis.start, max(end, self.axis.start + 1), area, metrics.height())
        self._places = self._grid.squares()
        self._squares = tuple(self._filled(self._grid))
        self.setFixedHeight(round(self._grid.bottom) + 4)

    def _sum_weeks(self) -> None:
        weeks: dict[date, _Square] = {}
        for day in sorted({*self._work, *self._planned}):
            monday, one = monday_of(day), self._square(day)
            of_week = weeks.get(monday, _Square(monday, 0, 0, 0))
            weeks[monday] = _Square(
                monday,
                of_week.sessions + one.sessions,
                of_week.sets + one.sets,
                of_week.planned + one.planned,
            )
        self._weeks = weeks

    def _square(self, day: date) -> _Square:
        work = self._work.get(day)
        planned = self._planned.get(day, 0)
        return _Square(day, work.sessions, work.sets, planned) if work else _Square(day, 0, 0, planned)

    def _filled(self, grid: Grid) -> Iterable[_Square]:
        if grid.weeks:
            return (self._weeks[first] for first in self._places if first in self._weeks)
        days = (day for day in self._places if day in self._work or day in self._planned)
        return (self._square(day) for day in days)

    def _on_axis_changed(self) -> None:
        marked = self._squares[self.marked].first if 0 <= self.marked < len(self._squares) else None
        self._lay()
        self._marked = next((i for i, square in enumerate(self._squares) if square.first == marked), -1)
        super()._on_axis_changed()


def _step(sets: int, most: int) -> int:
    """Which of the shades a square of so many sets has."""
    return min(len(_SHADES) - 1, max(0, -(-sets * len(_SHADES) // max(most, 1)) - 1))
