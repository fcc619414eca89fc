"""One exercise over time: a point a session and side, records ringed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from trainer.domain.exercise import Side
from trainer.domain.stats import TrendPoint
from trainer.ui.charts.chart import Chart, Role, TableTwin
from trainer.ui.charts.frame import paint_dates, paint_values, plot_rect
from trainer.ui.charts.scale import Scale, round_ticks
from trainer.ui.days import day_text
from trainer.ui.theme import Theme

_REACH_PX = 24.0
_MANY = 120


class TrendLines(Chart):
    """Left and right are told apart by colour and by shape: round left, square right."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent)
        self._points: tuple[TrendPoint, ...] = ()
        self._label: Callable[[float], str] = str
        self._unit = ""

    def show_points(self, points: Sequence[TrendPoint], *, unit: str, label: Callable[[float], str]) -> None:
        """Shows these points, oldest first; `label` writes a value."""
        self._points, self._unit, self._label = tuple(points), unit, label
        self.forget_mark()

    @property
    def points(self) -> tuple[TrendPoint, ...]:
        return self._points

    def mark_count(self) -> int:
        return len(self._points)

    def mark_at(self, place: QPointF) -> int:
        days, values = self._scales()
        nearest, reach = -1, _REACH_PX
        for index, point in enumerate(self._points):
            x, y = days(point.day.toordinal()), values(point.value)
            away = ((x - place.x()) ** 2 + (y - place.y()) ** 2) ** 0.5
            if away < reach:
                nearest, reach = index, away
        return nearest

    def mark_place(self, index: int) -> QPointF:
        days, values = self._scales()
        point = self._points[index]
        return QPointF(days(point.day.toordinal()), values(point.value))

    def mark_words(self, index: int) -> str:
        point = self._points[index]
        day = day_text(point.day, "d MMM yyyy")
        words = [day, self._label(point.value)]
        if point.side is not Side.BOTH:
            words.append(self._side(point.side))
        if point.record:
            words.append(self.tr("record"))
        return " · ".join(words)

    def table(self) -> TableTwin:
        rows = [
            (
                day_text(point.day, "yyyy-MM-dd"),
                self._side(point.side),
                self._label(point.value),
                self.tr("record") if point.record else "",
            )
            for point in reversed(self._points)
        ]
        return TableTwin((self.tr("Day"), self.tr("Side"), self._unit, self.tr("Record")), tuple(rows))

    def paint(self, painter: QPainter) -> None:
        if not self._points:
            return
        ticks = self._ticks()
        days, values = self._scales()
        plot = self._plot()
        paint_values(painter, self, plot, values, [(tick, self._label(tick)) for tick in ticks])
        paint_dates(painter, self, plot, days)
        for side in (Side.BOTH, Side.RIGHT, Side.LEFT):
            places = [
                (index, QPointF(days(p.day.toordinal()), values(p.value)))
                for index, p in enumerate(self._points)
                if p.side is side
            ]
            self._paint_line(painter, [place for _, place in places], self._side_colour(side))
            for index, place in places:
                self._paint_point(painter, index, place)

    def _paint_line(self, painter: QPainter, places: Sequence[QPointF], colour: QColor) -> None:
        if len(places) < 2:
            return
        path = QPainterPath(places[0])
        for place in places[1:]:
            path.lineTo(place)
        painter.setPen(QPen(colour, 1.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_point(self, painter: QPainter, index: int, place: QPointF) -> None:
        point, marked = self._points[index], index == self.marked
        if len(self._points) > _MANY and not (point.record or marked):
            return
        colour = self._side_colour(point.side)
        radius = 6.0 if marked else 4.0
        painter.setPen(QPen(self.colour(Role.Base), 1.5))
        painter.setBrush(colour)
        box = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
        if point.side is Side.RIGHT:
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.drawEllipse(box)
        if point.record:
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(-3, -3, 3, 3))

    def _side_colour(self, side: Side) -> QColor:
        return QColor(self._theme.colours.work if side is Side.RIGHT else self._theme.colours.accent)

    def _side(self, side: Side) -> str:
        return {Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right"), Side.BOTH: self.tr("both")}[side]

    def _ticks(self) -> list[float]:
        return round_ticks(max((p.value for p in self._points), default=0))

    def _plot(self) -> QRectF:
        return plot_rect(self, [self._label(tick) for tick in self._ticks()]).adjusted(8, 0, -8, 0)

    def _scales(self) -> tuple[Scale, Scale]:
        plot = self._plot()
        days = [point.day.toordinal() for point in self._points] or [0]
        values = Scale(0, self._ticks()[-1], plot.bottom(), plot.top())
        return Scale(min(days), max(days), plot.left(), plot.right()), values
