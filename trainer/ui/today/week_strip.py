"""The days of this week: what was done, what is planned, what was run, and which day it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from trainer.domain.week import Mark, WeekDay
from trainer.ui.icons import paint_icon
from trainer.ui.theme import text_scale
from trainer.ui.today.week_words import day_words

Role = QPalette.ColorRole
DOT_PX = 28
ICON_PX = 16
ICONS = {
    Mark.DONE: "check",
    Mark.PLANNED: "clock",
    Mark.SKIPPED: "circle-slash",
    Mark.RACE: "flag",
    Mark.HARD_RUN: "zap",
    Mark.RUN: "footprints",
}
RUNNING = (Mark.RACE, Mark.HARD_RUN, Mark.RUN)


class WeekStrip(QWidget):
    """Seven days from the locale's first: done is filled and ticked, planned has a core, today a ring.

    Below the day stand a race, a hard run, and what was run.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._days: tuple[WeekDay, ...] = ()

    def show_week(self, today: date, days: Sequence[WeekDay]) -> None:
        """Shows these seven days."""
        self._today, self._days = today, tuple(days)
        self.setAccessibleName(self.tr("This week"))
        self.setAccessibleDescription(", ".join(day_words(day) for day in self._days))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scale = text_scale()
        height = self.fontMetrics().height() + 8 + round(DOT_PX * scale) + 4
        if self._runs:
            height += round(ICON_PX * scale) + 4
        return QSize(round(7 * (DOT_PX + 8) * scale), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(7 * (DOT_PX + 2) * text_scale()), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._days:
            place = min(6, max(0, event.pos().x() * 7 // max(1, self.width())))
            QToolTip.showText(event.globalPos(), day_words(self._days[place]), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / 7
        for number, day in enumerate(self._days):
            self._paint_day(painter, QRectF(number * step, 0, step, self.height()), day)
        painter.end()

    @property
    def _runs(self) -> bool:
        return any(mark in RUNNING for day in self._days for mark in day.marks)

    def _paint_day(self, painter: QPainter, place: QRectF, day: WeekDay) -> None:
        palette, scale = QApplication.palette(), text_scale()
        font = self.font()
        font.setPixelSize(round(font.pixelSize() * 12 / 16) if font.pixelSize() > 0 else 12)
        painter.setFont(font)
        painter.setPen(palette.color(Role.WindowText if day.day == self._today else Role.PlaceholderText))
        name = QLocale().dayName(day.day.isoweekday(), QLocale.FormatType.ShortFormat)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), name[:2])
        dot_px = DOT_PX * scale
        below = (ICON_PX * scale + 4) if self._runs else 0
        dot = QRectF(place.center().x() - dot_px / 2, place.bottom() - dot_px - 2 - below, dot_px, dot_px)
        self._paint_dot(painter, dot, day)
        self._paint_runs(painter, QRectF(place.x(), dot.bottom() + 4, place.width(), ICON_PX * scale), day)

    def _paint_dot(self, painter: QPainter, dot: QRectF, day: WeekDay) -> None:
        palette, marks, today = QApplication.palette(), day.marks, day.day == self._today
        inner = dot.adjusted(6, 6, -6, -6)
        if Mark.DONE in marks:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(Role.Highlight))
            painter.drawEllipse(dot)
            paint_icon(painter, "check", palette.color(Role.HighlightedText), inner)
            return
        painter.setPen(QPen(palette.color(Role.Highlight if today else Role.Mid), 2.0 if today else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        if Mark.PLANNED in marks:
            paint_icon(painter, ICONS[Mark.PLANNED], palette.color(Role.Highlight), inner)
        elif Mark.SKIPPED in marks:
            paint_icon(painter, ICONS[Mark.SKIPPED], palette.color(Role.PlaceholderText), inner)

    def _paint_runs(self, painter: QPainter, line: QRectF, day: WeekDay) -> None:
        found = [mark for mark in day.marks if mark in RUNNING]
        size, colour = line.height(), QApplication.palette().color(Role.WindowText)
        left = line.center().x() - (len(found) * size + (len(found) - 1) * 2) / 2
        for number, mark in enumerate(found):
            paint_icon(painter, ICONS[mark], colour, QRectF(left + number * (size + 2), line.y(), size, size))


def week_start(day: date) -> date:
    """The first day of the week of `day`, as the user's locale counts weeks."""
    first = QLocale().firstDayOfWeek().value
    return day - timedelta(days=(day.isoweekday() - first) % 7)
