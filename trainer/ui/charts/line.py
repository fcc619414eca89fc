"""Lines and points of a trend, in the colour and the shape of their side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from trainer.domain.exercise import Side
from trainer.ui.charts.chart import Chart, Role
from trainer.ui.charts.scale import Scale
from trainer.ui.charts.thin import Stretch, Thinned
from trainer.ui.theme import Theme

_WIDTH_PX = 1.75
_DASHES = [4.0, 2.0]
BREAK_DAYS = 42
"""A line does not go over a break longer than this (own rule): what was not done is a gap."""


def side_colour(chart: Chart, theme: Theme, side: Side) -> QColor:
    """Orange for the right side, green for the left and for both."""
    return QColor(theme.colours.work) if side is Side.RIGHT else chart.colour(Role.Highlight)


def line_of(xs: Sequence[float], ys: Sequence[float]) -> list[Thinned]:
    """What hangs together, by ascending `xs`: cut where a break is too long to draw a line over."""
    turns = [n for n in range(1, len(xs)) if xs[n] - xs[n - 1] > BREAK_DAYS]
    ends = pairwise([0, *turns, len(xs)]) if xs else ()
    return [Thinned(xs[first:last], ys[first:last]) for first, last in ends]


def paint_line(
    painter: QPainter, line: Sequence[Thinned], days: Scale, values: Scale, colour: QColor, side: Side
) -> None:
    """The line through the points in view; where points are closer than pixels, the band they span.

    That of the right side is dashed, so that it does not hide the left where both are alike.
    """
    px_a_day = abs(days.end - days.start) / (days.high - days.low)
    pen = QPen(colour, _WIDTH_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if side is Side.RIGHT:
        pen.setDashPattern(_DASHES)
    for run in line:
        if run.last < days.low or run.first > days.high:
            continue
        seen = min(run.last, days.high) - max(run.first, days.low)
        found = list(run.within(days.low, days.high, int(seen * px_a_day) + 2))
        thick = any(first != last for first, last, _, _ in found)
        # Filled, because stroking thousands of steep lines takes ten times as long.
        painter.setPen(Qt.PenStyle.NoPen if thick else pen)
        painter.setBrush(colour if thick else Qt.BrushStyle.NoBrush)
        if thick:
            painter.drawPolygon(_band(found, days, values))
        elif len(found) > 1:
            painter.drawPolyline(QPolygonF([QPointF(days(first), values(low)) for first, _, low, _ in found]))


def _band(piece: list[Stretch], days: Scale, values: Scale) -> QPolygonF:
    """What the stretches span, nowhere thinner than a line."""
    edge = _WIDTH_PX / 2
    lows = [QPointF(days(first), values(low) + edge) for first, _, low, _ in piece]
    highs = [QPointF(days(first), values(high) - edge) for first, _, _, high in piece]
    _, last, low, high = piece[-1]
    end = max(days(last), lows[-1].x() + _WIDTH_PX)
    return QPolygonF(
        [*lows, QPointF(end, values(low) + edge), QPointF(end, values(high) - edge), *highs[::-1]]
    )


def paint_point(
    painter: QPainter,
    chart: Chart,
    place: QPointF,
    side: Side,
    colour: QColor,
    *,
    marked: bool = False,
    ringed: bool = False,
) -> None:
    """Round for left and both, square for right; larger when marked, ringed for a record."""
    radius = 6.0 if marked else 4.0
    box = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(chart.colour(Role.Base), 1.5))
    painter.setBrush(colour)
    if side is Side.RIGHT:
        painter.drawRect(box.adjusted(1, 1, -1, -1))
    else:
        painter.drawEllipse(box)
    if ringed:
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(-3, -3, 3, 3))
