"""Left and right: both sides as lines, and below them the gap, to the side that did more."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from trainer.domain.exercise import Side
from trainer.domain.stats import SidePair
from trainer.ui.charts.chart import Role
from trainer.ui.charts.frame import paint_dates, paint_values, plot_rect
from trainer.ui.charts.line import line_of, paint_line, paint_point, side_colour
from trainer.ui.charts.scale import Scale, round_ticks
from trainer.ui.charts.table import TableTwin
from trainer.ui.charts.thin import Thinned
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.charts.time_chart import TimeChart
from trainer.ui.numbers import long_day, number_text
from trainer.ui.theme import Theme, text_scale

_MANY = 60
_GAP_PART = 0.34
_LEAST_GAP_PERCENT = 20.0


class SideLines(TimeChart):
    """A mark is a session with both sides. Above zero the left side did more, below it the right."""

    def __init__(self, name: str, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, axis, parent)
        self._pairs: tuple[SidePair, ...] = ()
        self._days: list[int] = []
        self._lines: dict[Side, list[Thinned]] = {}
        self._gaps = Thinned((), ())
        self._most = self._most_gap = 0.0
        self._label: Callable[[float], str] = str
        self._unit = ""

    def show_pairs(self, pairs: Sequence[SidePair], *, unit: str, label: Callable[[float], str]) -> None:
        """Shows these sessions, oldest first; `label` writes a value."""
        self._pairs, self._unit, self._label = tuple(pairs), unit, label
        self._days = [pair.day.toordinal() for pair in pairs]
        self._lines = {
            Side.RIGHT: line_of(self._days, [pair.right for pair in pairs]),
            Side.LEFT: line_of(self._days, [pair.left for pair in pairs]),
        }
        self._gaps = Thinned(self._days, [pair.signed_percent for pair in pairs])
        self._most = max((max(pair.left, pair.right) for pair in pairs), default=0.0)
        self._most_gap = max((pair.gap_percent for pair in pairs), default=0.0)
        self.forget_mark()

    @property
    def in_view(self) -> range:
        """The indexes of the sessions in view."""
        return range(bisect_left(self._days, self.axis.start), bisect_left(self._days, self.axis.end))

    def sizeHint(self) -> QSize:
        return QSize(600, round(340 * text_scale()))

    def day_of(self, index: int) -> float:
        return self._days[index]

    def mark_count(self) -> int:
        return len(self._pairs)

    def mark_at(self, place: QPointF) -> int:
        plot = self.plot().adjusted(-8, -12, 8, 12)
        if not plot.contains(place) or not self.in_view:
            return -1
        day = self.axis.start + (place.x() - self.plot().left()) * self._days_a_px()
        return min(self.in_view, key=lambda index: abs(self._days[index] - day))

    def mark_place(self, index: int) -> QPointF:
        days, values, _ = self._scales()
        pair = self._pairs[index]
        return QPointF(days(self._days[index]), values(min(pair.left, pair.right)))

    def mark_words(self, index: int) -> str:
        pair = self._pairs[index]
        left = self.tr("left {0}").format(self._label(pair.left))
        right = self.tr("right {0}").format(self._label(pair.right))
        return " · ".join((long_day(pair.day), left, right, self._gap_words(pair)))

    def table(self) -> TableTwin:
        headers = (
            self.tr("Day"),
            self.tr("Left: {0}").format(self._unit),
            self.tr("Right: {0}").format(self._unit),
            self.tr("Gap, %"),
            self.tr("More"),
        )
        rows = [
            (p.day, round(p.left, 2), round(p.right, 2), round(p.gap_percent, 1), self._side(p.more))
            for p in (self._pairs[index] for index in reversed(self.in_view))
        ]
        return TableTwin(headers, tuple(rows))

    def plot(self) -> QRectF:
        labels = [self._label(tick) for tick in round_ticks(self._most)]
        return plot_rect(self, [*labels, self._percent(self._gap_tick())]).adjusted(8, 4, -8, 0)

    def paint(self, painter: QPainter) -> None:
        if not self._pairs:
            return
        days, values, gaps = self._scales()
        plot = self.plot()
        ticks = [(tick, self._label(tick)) for tick in round_ticks(self._most)]
        paint_values(painter, self, plot, values, ticks)
        edge = self._gap_tick()
        steps = [(edge, self._percent(edge)), (0.0, self._percent(0)), (-edge, self._percent(edge))]
        paint_values(painter, self, plot, gaps, steps)
        paint_dates(painter, self, plot, days)
        self._name_gap(painter, plot, gaps)
        painter.setClipRect(plot.adjusted(-9, -12, 9, 9))
        self._paint_gaps(painter, days, gaps)
        for side, line in self._lines.items():
            paint_line(painter, line, days, values, side_colour(self, self._theme, side), side)
        many = len(self.in_view) > _MANY
        for index in (self.marked,) if many else self.in_view:
            if index in self.in_view:
                self._paint_pair(painter, index, days, values)
        painter.setClipping(False)

    def _paint_pair(self, painter: QPainter, index: int, days: Scale, values: Scale) -> None:
        pair, x = self._pairs[index], days(self._days[index])
        sides = ((Side.LEFT, pair.left), (Side.RIGHT, pair.right))  # where alike, the square lies in the disc
        for side, value in sides:
            colour = side_colour(self, self._theme, side)
            place = QPointF(x, values(value))
            paint_point(painter, self, place, side, colour, marked=index == self.marked)

    def _paint_gaps(self, painter: QPainter, days: Scale, gaps: Scale) -> None:
        found = self._gaps.within(days.low, days.high, int(self.plot().width() / 2))
        step = self.plot().width() / max(len(found), 1)
        width, zero = min(max(step * 0.5, 1.0), 9.0), gaps(0)
        painter.setPen(Qt.PenStyle.NoPen)
        for side, part in ((Side.LEFT, 3), (Side.RIGHT, 2)):
            painter.setBrush(side_colour(self, self._theme, side))
            ends = [(days(one[0]), gaps(one[part])) for one in found if (one[part] > 0) is (part == 3)]
            bars = [QRectF(x - width / 2, min(y, zero), width, abs(y - zero)) for x, y in ends]
            if bars:
                painter.drawRects(bars)
        if self.marked in self.in_view:
            x = days(self._days[self.marked])
            painter.setPen(QPen(self.colour(Role.WindowText), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, self.plot().top()), QPointF(x, self.plot().bottom()))

    def _name_gap(self, painter: QPainter, plot: QRectF, gaps: Scale) -> None:
        edge = self._gap_tick()
        painter.setPen(self.colour(Role.PlaceholderText))
        top = QRectF(plot.left(), gaps(edge) - self._between() + 6, plot.width(), self._between() - 6)
        align = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(top, align, self.gap_title())

    def gap_title(self) -> str:
        """What stands above the gap, in as many words as there is room for."""
        whole = self.tr("The gap: upwards the left side did more, downwards the right")
        fits = QFontMetricsF(self.small_font()).horizontalAdvance(whole) <= self.plot().width()
        return whole if fits else self.tr("Gap: up left more, down right")

    def _gap_words(self, pair: SidePair) -> str:
        if pair.more is Side.BOTH:
            return self.tr("no gap")
        more = self.tr("more on the left") if pair.more is Side.LEFT else self.tr("more on the right")
        return self.tr("gap {0}, {1}").format(self._percent(pair.gap_percent), more)

    def _side(self, side: Side) -> str:
        return {Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right"), Side.BOTH: self.tr("neither")}[side]

    def _percent(self, value: float) -> str:
        return self.tr("{0} %").format(number_text(value, 0))

    def _between(self) -> float:
        """Room for the name of the gap."""
        return QFontMetricsF(self.small_font()).height() + 10

    def _gap_tick(self) -> float:
        """Where the gap's axis ends: never so near that a small gap looks large."""
        return max(_LEAST_GAP_PERCENT, round_ticks(self._most_gap, 2)[-1])

    def _scales(self) -> tuple[Scale, Scale, Scale]:
        plot = self.plot()
        turn = plot.bottom() - plot.height() * _GAP_PART
        values = Scale(0, round_ticks(self._most)[-1], turn - self._between(), plot.top())
        edge = self._gap_tick()
        return self.day_scale(), values, Scale(-edge, edge, plot.bottom(), turn)
