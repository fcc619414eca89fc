"""What next: four weeks from this one, with what is planned on each day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.stats import monday_of
from trainer.ui.charts.chart import Chart, Role
from trainer.ui.charts.table import TableTwin
from trainer.ui.days import day_text
from trainer.ui.numbers import long_day, number_text
from trainer.ui.theme import Theme

WEEKS = 4
_SHOWN_A_DAY = 2
_GAP_PX = 6.0


class Agenda(Chart):
    """A mark is an entry. Workouts are discs, hard runs triangles, races diamonds."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent)
        self._today = date.min
        self._entries: tuple[CalendarEntry, ...] = ()

    def show_entries(self, entries: Iterable[CalendarEntry], today: date) -> None:
        """Shows those of the four weeks that begin with today's."""
        self._today = today
        last = monday_of(today) + timedelta(weeks=WEEKS)
        self._entries = tuple(entry for entry in entries if today <= entry.day < last)
        self.forget_mark()

    @property
    def entries(self) -> tuple[CalendarEntry, ...]:
        return self._entries

    def sizeHint(self) -> QSize:
        return QSize(600, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._height())

    def mark_count(self) -> int:
        return len(self._entries)

    def first_mark(self, _step: int) -> int:
        return 0

    def mark_at(self, place: QPointF) -> int:
        return next((i for i in range(len(self._entries)) if self._line(i).contains(place)), -1)

    def mark_place(self, index: int) -> QPointF:
        return self._line(index).bottomLeft() + QPointF(12, 0)

    def mark_words(self, index: int) -> str:
        entry = self._entries[index]
        words = [long_day(entry.day), self._kind(entry.kind)]
        if entry.title:
            words.append(entry.title)
        if entry.distance_km:
            words.append(self.tr("{0} km").format(number_text(entry.distance_km)))
        return " · ".join(words)

    def table(self) -> TableTwin:
        headers = (self.tr("Day"), self.tr("Kind"), self.tr("What"), self.tr("km"))
        rows = [
            (entry.day, self._kind(entry.kind), entry.title, entry.distance_km) for entry in self._entries
        ]
        return TableTwin(headers, tuple(rows))

    def paint(self, painter: QPainter) -> None:
        if self._today == date.min:
            return
        self._paint_weekdays(painter)
        first = monday_of(self._today)
        for number in range(7 * WEEKS):
            self._paint_day(painter, first + timedelta(days=number))
        for index in range(len(self._entries)):
            self._paint_entry(painter, index)

    def _paint_weekdays(self, painter: QPainter) -> None:
        painter.setPen(self.colour(Role.PlaceholderText))
        for weekday in range(7):
            cell = self._cell(monday_of(self._today) + timedelta(days=weekday))
            name = QLocale().dayName(weekday + 1, QLocale.FormatType.ShortFormat)
            place = QRectF(cell.left() + 8, 0, cell.width(), self._head())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        cell, past = self._cell(day), day < self._today
        painter.setPen(QPen(self.colour(Role.WindowText if day == self._today else Role.Mid), 1.25))
        painter.setBrush(Qt.BrushStyle.NoBrush if past else self.colour(Role.AlternateBase))
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(self.colour(Role.PlaceholderText if past else Role.WindowText))
        name = day_text(day, "d MMM") if day.day == 1 or day == monday_of(self._today) else str(day.day)
        metrics = QFontMetricsF(painter.font())
        painter.drawText(QPointF(cell.left() + 8, cell.top() + 5 + metrics.ascent()), name)
        left_out = sum(entry.day == day for entry in self._entries) - _SHOWN_A_DAY
        if left_out > 0:
            place = QRectF(cell.left(), cell.top() + 5, cell.width() - 8, metrics.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), f"+{left_out}")

    def _paint_entry(self, painter: QPainter, index: int) -> None:
        if self._place_in_day(index) >= _SHOWN_A_DAY:
            return
        entry, line = self._entries[index], self._line(index)
        metrics = QFontMetricsF(painter.font())
        if index == self.marked:
            painter.setPen(QPen(self.colour(Role.WindowText), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(line, 4, 4)
        size = metrics.ascent() * 0.5
        middle = QPointF(line.left() + 6 + size, line.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink(entry.kind))
        if entry.kind is EntryKind.WORKOUT:
            painter.drawEllipse(middle, size, size)
        else:
            painter.drawPolygon(_shape(entry.kind, middle, size))
        painter.setPen(self.colour(Role.WindowText))
        left = middle.x() + size + 5
        room = line.right() - left - 2
        text = metrics.elidedText(entry.title or self._kind(entry.kind), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, line.center().y() + metrics.capHeight() / 2), text)

    def _ink(self, kind: EntryKind) -> QColor:
        colours = self._theme.colours
        return {
            EntryKind.WORKOUT: self.colour(Role.Highlight),
            EntryKind.HARD_RUN: self.inked(colours.rest, 0.65),
            EntryKind.RACE: QColor(colours.work),
        }[kind]

    def _kind(self, kind: EntryKind) -> str:
        return {
            EntryKind.WORKOUT: self.tr("Workout"),
            EntryKind.HARD_RUN: self.tr("Hard run"),
            EntryKind.RACE: self.tr("Race"),
        }[kind]

    def _place_in_day(self, index: int) -> int:
        day = self._entries[index].day
        return sum(entry.day == day for entry in self._entries[:index])

    def _line(self, index: int) -> QRectF:
        """Where an entry stands in its day; what has no room of its own is at the last line."""
        cell = self._cell(self._entries[index].day)
        row_px = self._row()
        number = min(self._place_in_day(index), _SHOWN_A_DAY - 1)
        return QRectF(cell.left() + 2, cell.top() + 8 + row_px * (number + 1), cell.width() - 4, row_px)

    def _cell(self, day: date) -> QRectF:
        week, weekday = divmod((day - monday_of(self._today)).days, 7)
        width, height = (self.width() + _GAP_PX) / 7, self._week()
        return QRectF(weekday * width, self._head() + week * height, width - _GAP_PX, height - _GAP_PX)

    def _row(self) -> float:
        return QFontMetricsF(self.small_font()).height() + 2

    def _head(self) -> float:
        return self._row() + 4

    def _week(self) -> float:
        return self._row() * (_SHOWN_A_DAY + 1) + 12 + _GAP_PX

    def _height(self) -> int:
        return round(self._head() + WEEKS * self._week())


def _shape(kind: EntryKind, middle: QPointF, size: float) -> QPolygonF:
    triangle = ((0, -size), (size, size), (-size, size))
    diamond = ((0, -size * 1.2), (size * 1.2, 0), (0, size * 1.2), (-size * 1.2, 0))
    ends = triangle if kind is EntryKind.HARD_RUN else diamond
    return QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in ends])
