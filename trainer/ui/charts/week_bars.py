"""What was done week by week, as bars from zero."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from trainer.ui.charts.chart import Chart, Role, TableTwin
from trainer.ui.charts.frame import paint_dates, paint_values, plot_rect
from trainer.ui.charts.scale import Scale, round_ticks
from trainer.ui.days import day_text
from trainer.ui.theme import Theme


class WeekBars(Chart):
    """One bar a week; a week without a session has none."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent)
        self._mondays: tuple[date, ...] = ()
        self._values: tuple[float, ...] = ()
        self._label: Callable[[float], str] = str
        self._unit = ""
        self._whole = True

    def show_weeks(
        self,
        mondays: Sequence[date],
        values: Sequence[float],
        *,
        unit: str,
        label: Callable[[float], str],
        whole: bool,
    ) -> None:
        """Shows these weeks; `label` writes a value, `unit` heads the table's column."""
        self._mondays, self._values = tuple(mondays), tuple(values)
        self._label, self._unit, self._whole = label, unit, whole
        self.forget_mark()

    def mark_count(self) -> int:
        return len(self._mondays)

    def mark_at(self, place: QPointF) -> int:
        plot = self._plot()
        if not self._mondays or not plot.adjusted(0, -12, 0, 12).contains(place):
            return -1
        return min(int((place.x() - plot.left()) / plot.width() * len(self._mondays)), len(self._mondays) - 1)

    def mark_place(self, index: int) -> QPointF:
        return self._bar(index).topRight()

    def mark_words(self, index: int) -> str:
        first = self._mondays[index]
        text = self.tr("Week of {0}: {1}")
        return text.format(day_text(first, "d MMM yyyy"), self._label(self._values[index]))

    def table(self) -> TableTwin:
        rows = [
            (day_text(monday, "yyyy-MM-dd"), self._label(value))
            for monday, value in zip(self._mondays, self._values, strict=True)
        ]
        return TableTwin((self.tr("Week of"), self._unit), tuple(reversed(rows)))

    def paint(self, painter: QPainter) -> None:
        if not self._mondays:
            return
        plot, ticks = self._plot(), self._ticks()
        scale = Scale(0, ticks[-1], plot.bottom(), plot.top())
        paint_values(painter, self, plot, scale, [(tick, self._label(tick)) for tick in ticks])
        week = timedelta(days=7)
        days = Scale(
            self._mondays[0].toordinal(), (self._mondays[-1] + week).toordinal(), plot.left(), plot.right()
        )
        paint_dates(painter, self, plot, days)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, value in enumerate(self._values):
            if value > 0:
                colour = self.colour(Role.WindowText if index == self.marked else Role.Highlight)
                painter.fillPath(_rounded_top(self._bar(index)), colour)

    def _ticks(self) -> list[float]:
        return round_ticks(max(self._values, default=0), whole=self._whole)

    def _plot(self) -> QRectF:
        return plot_rect(self, [self._label(tick) for tick in self._ticks()])

    def _bar(self, index: int) -> QRectF:
        plot = self._plot()
        step = plot.width() / len(self._mondays)
        width = min(step * 0.72, 36.0)
        top = Scale(0, self._ticks()[-1], plot.bottom(), plot.top())(self._values[index])
        return QRectF(plot.left() + (index + 0.5) * step - width / 2, top, width, plot.bottom() - top)


def _rounded_top(bar: QRectF) -> QPainterPath:
    radius = min(4.0, bar.width() / 2, bar.height())
    path = QPainterPath()
    path.moveTo(bar.bottomLeft())
    path.lineTo(bar.left(), bar.top() + radius)
    path.quadTo(bar.topLeft(), QPointF(bar.left() + radius, bar.top()))
    path.lineTo(bar.right() - radius, bar.top())
    path.quadTo(bar.topRight(), QPointF(bar.right(), bar.top() + radius))
    path.lineTo(bar.bottomRight())
    path.closeSubpath()
    return path
