"""One exercise over time: a point a session and side, records ringed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from trainer.domain.exercise import Side
from trainer.domain.stats import TrendPoint
from trainer.ui.charts.chart import Role
from trainer.ui.charts.frame import paint_dates, paint_values, plot_rect
from trainer.ui.charts.line import line_of, paint_line, paint_point, side_colour
from trainer.ui.charts.scale import Scale, round_ticks
from trainer.ui.charts.table import TableTwin
from trainer.ui.charts.thin import Thinned
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.charts.time_chart import TimeChart
from trainer.ui.numbers import long_day
from trainer.ui.theme import Theme

_REACH_PX = 24.0
_MANY = 120
_FEW = 8


class TrendLines(TimeChart):
    """Left and right are told apart by colour and by shape: round left, square right."""

    def __init__(self, name: str, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, axis, parent)
        self._points: tuple[TrendPoint, ...] = ()
        self._days: list[int] = []
        self._lines: dict[Side, list[Thinned]] = {}
        self._records: list[int] = []
        self._most = 0.0
        self._label: Callable[[float], str] = str
        self._unit = ""

    def show_points(self, points: Sequence[TrendPoint], *, unit: str, label: Callable[[float], str]) -> None:
        """Shows these points, oldest first; `label` writes a value."""
        self._points, self._unit, self._label = tuple(points), unit, label
        self._days = [point.day.toordinal() for point in points]
        self._most = max((point.value for point in points), default=0.0)
        self._records = [index for index, point in enumerate(points) if point.record]
        self._lines = {}
        for side in (Side.BOTH, Side.RIGHT, Side.LEFT):
            of_side = [(day, p.value) for day, p in zip(self._days, points, strict=True) if p.side is side]
            if of_side:
                xs, ys = zip(*of_side, strict=True)
                self._lines[side] = line_of(xs, ys)
        self.forget_mark()

    @property
    def points(self) -> tuple[TrendPoint, ...]:
        return self._points

    @property
    def in_view(self) -> range:
        """The indexes of the points in view."""
        return range(bisect_left(self._days, self.axis.start), bisect_left(self._days, self.axis.end))

    def day_of(self, index: int) -> float:
        return self._days[index]

    def mark_count(self) -> int:
        return len(self._points)

    def mark_at(self, place: QPointF) -> int:
        days, values = self._scales()
        day = self.axis.start + (place.x() - days.start) * self._days_a_px()
        reach = _REACH_PX * self._days_a_px()
        nearest, least = -1, _REACH_PX
        for index in range(bisect_left(self._days, day - reach), bisect_right(self._days, day + reach)):
            x, y = days(self._days[index]), values(self._points[index].value)
            away = ((x - place.x()) ** 2 + (y - place.y()) ** 2) ** 0.5
            if away < least:
                nearest, least = index, away
        return nearest

    def mark_place(self, index: int) -> QPointF:
        days, values = self._scales()
        return QPointF(days(self._days[index]), values(self._points[index].value))

    def mark_words(self, index: int) -> str:
        point = self._points[index]
        words = [long_day(point.day), self._label(point.value)]
        if point.side is not Side.BOTH:
            words.append(self._side(point.side))
        if point.record:
            words.append(self.tr("record"))
        return " · ".join(words)

    def table(self) -> TableTwin:
        rows = [
            (p.day, self._side(p.side), round(p.value, 2), self.tr("record") if p.record else "")
            for p in (self._points[index] for index in reversed(self.in_view))
        ]
        return TableTwin((self.tr("Day"), self.tr("Side"), self._unit, self.tr("Record")), tuple(rows))

    def plot(self) -> QRectF:
        return plot_rect(self, [self._label(tick) for tick in self._ticks()]).adjusted(8, 4, -8, 0)

    def paint(self, painter: QPainter) -> None:
        if not self._points:
            return
        days, values = self._scales()
        plot = self.plot()
        paint_values(painter, self, plot, values, [(tick, self._label(tick)) for tick in self._ticks()])
        paint_dates(painter, self, plot, days)
        painter.setClipRect(plot.adjusted(-9, -12, 9, 9))
        for side, line in self._lines.items():
            paint_line(painter, line, days, values, side_colour(self, self._theme, side), side)
        for index in self._shown_points():
            self._paint_point(
                painter, index, QPointF(days(self._days[index]), values(self._points[index].value))
            )
        painter.setClipping(False)
        painter.setPen(self.colour(Role.WindowText))
        for box, text in self.labels():
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _shown_points(self) -> Sequence[int]:
        """Where there are many points, records and the marked one alone."""
        shown = self.in_view
        if len(shown) <= _MANY:
            return shown
        records = self._records[
            bisect_left(self._records, shown.start) : bisect_left(self._records, shown.stop)
        ]
        return [*records, self.marked] if self.marked in shown else records

    def _paint_point(self, painter: QPainter, index: int, place: QPointF) -> None:
        point = self._points[index]
        colour = side_colour(self, self._theme, point.side)
        paint_point(
            painter, self, place, point.side, colour, marked=index == self.marked, ringed=point.record
        )

    def labels(self) -> list[tuple[QRectF, str]]:
        """The values beside a few points: of right sides below them, of others above where there is room.

        Of two that would run into each other the record is written, else the newer one.
        """
        shown = self.in_view
        if len(shown) > _FEW:
            return []
        metrics = QFontMetricsF(self.small_font())
        written: list[tuple[QRectF, str]] = []
        for index in sorted(shown, key=lambda index: (self._points[index].record, index), reverse=True):
            text = self._label(self._points[index].value)
            box = self._label_box(index, metrics.horizontalAdvance(text), metrics.height())
            if not any(box.intersects(other) for other, _ in written):
                written.append((box, text))
        return written

    def _label_box(self, index: int, width: float, height: float) -> QRectF:
        place = self.mark_place(index)
        below = self._points[index].side is Side.RIGHT or place.y() - height - 9 < 0
        top = place.y() + 9 if below else place.y() - 9 - height
        return QRectF(place.x() - width / 2, top, width, height).adjusted(-4, 0, 4, 0)

    def _side(self, side: Side) -> str:
        return {Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right"), Side.BOTH: self.tr("both")}[side]

    def _ticks(self) -> list[float]:
        return round_ticks(self._most)

    def _scales(self) -> tuple[Scale, Scale]:
        plot = self.plot()
        return self.day_scale(), Scale(0, self._ticks()[-1], plot.bottom(), plot.top())
