"""The days of a year: a square a day, the darker the more sets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer.domain.stats import DayWork, monday_of
from trainer.ui.charts.chart import Chart, Role, TableTwin
from trainer.ui.days import day_text
from trainer.ui.theme import Theme, mix

WEEKS = 53
_GAP_PX = 3.0
_SHADES = (0.38, 0.58, 0.79, 1.0)


class HeatMap(Chart):
    """The 53 weeks up to today; columns are ISO weeks. A mark is a day that has a session."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent)
        self._today = date.min
        self._first = date.min
        self._days: tuple[DayWork, ...] = ()

    def show_days(self, days: Iterable[DayWork], today: date) -> None:
        """Shows the last 53 weeks of these days."""
        self._today = today
        self._first = monday_of(today) - timedelta(weeks=WEEKS - 1)
        self._days = tuple(work for work in days if self._first <= work.day <= today)
        self.forget_mark()

    def sizeHint(self) -> QSize:
        return QSize(760, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 130)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = QFontMetricsF(self.small_font())
        side = (self.width() - self._left(metrics)) / WEEKS
        self.setFixedHeight(round(7 * side + metrics.height() + 10))

    def mark_count(self) -> int:
        return len(self._days)

    def mark_at(self, place: QPointF) -> int:
        return next((i for i, work in enumerate(self._days) if self._square(work.day).contains(place)), -1)

    def mark_place(self, index: int) -> QPointF:
        return self._square(self._days[index].day).bottomRight()

    def mark_words(self, index: int) -> str:
        work = self._days[index]
        day = day_text(work.day, "ddd d MMM yyyy")
        return (
            self.tr("{0}: {1} sets").format(day, work.sets)
            if work.sets != 1
            else self.tr("{0}: 1 set").format(day)
        )

    def table(self) -> TableTwin:
        rows = [
            (day_text(work.day, "yyyy-MM-dd"), str(work.sessions), str(work.sets))
            for work in reversed(self._days)
        ]
        return TableTwin((self.tr("Day"), self.tr("Sessions"), self.tr("Sets")), tuple(rows))

    def paint(self, painter: QPainter) -> None:
        if self._today == date.min:
            return
        self._paint_names(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        empty = self.colour(Role.AlternateBase)
        for offset in range((self._today - self._first).days + 1):
            painter.setBrush(empty)
            painter.drawRoundedRect(self._square(self._first + timedelta(days=offset)), 2.5, 2.5)
        most = max((work.sets for work in self._days), default=0)
        for index, work in enumerate(self._days):
            painter.setBrush(self._shade(work.sets, most))
            marked = index == self.marked
            painter.setPen(QPen(self.colour(Role.WindowText), 2) if marked else QPen(Qt.PenStyle.NoPen))
            painter.drawRoundedRect(self._square(work.day), 2.5, 2.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.colour(Role.WindowText), 1.25))
        painter.drawRoundedRect(self._square(self._today).adjusted(-1, -1, 1, 1), 3, 3)

    def _shade(self, sets: int, most: int) -> QColor:
        step = min(len(_SHADES) - 1, max(0, -(-sets * len(_SHADES) // max(most, 1)) - 1))
        colours = self._theme.colours
        return QColor(mix(colours.accent, colours.surface, _SHADES[step]))

    def _paint_names(self, painter: QPainter) -> None:
        painter.setPen(self.colour(Role.PlaceholderText))
        metrics = QFontMetricsF(painter.font())
        for weekday in (1, 3, 5):
            square = self._square(self._first + timedelta(days=weekday - 1))
            name = QLocale().dayName(weekday, QLocale.FormatType.ShortFormat)
            place = QRectF(
                0, square.center().y() - metrics.height() / 2, self._left(metrics) - 6, metrics.height()
            )
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        free_from = 0.0
        for week in range(WEEKS):
            monday = self._first + timedelta(weeks=week)
            if monday.day <= 7:
                x = self._square(monday).left()
                name = QLocale().monthName(monday.month, QLocale.FormatType.ShortFormat)
                width = metrics.horizontalAdvance(name)
                if free_from <= x <= self.width() - width:
                    painter.drawText(QPointF(x, metrics.ascent()), name)
                    free_from = x + width + 8

    def _left(self, metrics: QFontMetricsF) -> float:
        names = (QLocale().dayName(weekday, QLocale.FormatType.ShortFormat) for weekday in (1, 3, 5))
        return max(metrics.horizontalAdvance(name) for name in names) + 8

    def _square(self, day: date) -> QRectF:
        metrics = QFontMetricsF(self.small_font())
        left, top = self._left(metrics), metrics.height() + 6
        side = min((self.width() - left) / WEEKS, (self.height() - top) / 7)
        week, weekday = divmod((day - self._first).days, 7)
        return QRectF(left + week * side, top + weekday * side, side - _GAP_PX, side - _GAP_PX)
