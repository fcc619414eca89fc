"""The days of this week: what was done, and which day it is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QWidget

from trainer.ui.icons import paint_icon

Role = QPalette.ColorRole
DOT_PX = 28


class WeekStrip(QWidget):
    """Seven days from the locale's first; a done day is filled and ticked, today has a ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._days: list[date] = []
        self._done: frozenset[date] = frozenset()

    def show_week(self, today: date, done: Collection[date]) -> None:
        """Shows the week of `today` with these days done."""
        self._today, self._done = today, frozenset(done)
        first = week_start(today)
        self._days = [first + timedelta(days=number) for number in range(7)]
        self.setAccessibleName(self.tr("This week"))
        self.setAccessibleDescription(", ".join(self._spoken(day) for day in self._days))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(7 * (DOT_PX + 8), self.fontMetrics().height() + 8 + DOT_PX + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(7 * (DOT_PX + 2), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / 7
        for number, day in enumerate(self._days):
            self._paint_day(painter, QRectF(number * step, 0, step, self.height()), day)
        painter.end()

    def _paint_day(self, painter: QPainter, place: QRectF, day: date) -> None:
        palette = QApplication.palette()
        font = self.font()
        font.setPixelSize(round(font.pixelSize() * 12 / 16) if font.pixelSize() > 0 else 12)
        painter.setFont(font)
        painter.setPen(palette.color(Role.WindowText if day == self._today else Role.PlaceholderText))
        name = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), name[:2])
        dot = QRectF(place.center().x() - DOT_PX / 2, place.bottom() - DOT_PX - 2, DOT_PX, DOT_PX)
        if day in self._done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(Role.Highlight))
            painter.drawEllipse(dot)
            paint_icon(painter, "check", palette.color(Role.HighlightedText), dot.adjusted(6, 6, -6, -6))
            return
        today = day == self._today
        painter.setPen(QPen(palette.color(Role.Highlight if today else Role.Mid), 2.0 if today else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))

    def _spoken(self, day: date) -> str:
        name = QLocale().dayName(day.isoweekday())
        return (
            self.tr("{0}: done").format(name)
            if day in self._done
            else self.tr("{0}: nothing yet").format(name)
        )


def week_start(day: date) -> date:
    """The first day of the week of `day`, as the user's locale counts weeks."""
    first = QLocale().firstDayOfWeek().value
    return day - timedelta(days=(day.isoweekday() - first) % 7)
