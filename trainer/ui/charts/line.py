"""Lines and points of a trend, in the colour and the shape of their side."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from trainer.domain.exercise import Side
from trainer.ui.charts.chart import Chart, Role
from trainer.ui.charts.scale import Scale
from trainer.ui.charts.thin import Thinned
from trainer.ui.theme import Theme

_DASHES = [4.0, 2.0]
BREAK_DAYS = 42
"""A line does not go over a break longer than this (own rule): what was not done is a gap."""


def side_colour(chart: Chart, theme: Theme, side: Side) -> QColor:
    """Orange for the right side, green for the left and for both."""
    return QColor(theme.colours.work) if side is Side.RIGHT else chart.colour(Role.Highlight)


def paint_line(
    painter: QPainter, line: Thinned, days: Scale, values: Scale, colour: QColor, side: Side
) -> None:
    """The line through the points in view; where points are closer than pixels, what they span.

    That of the right side is dashed, so that it does not hide the left where both are alike.
    """
    pen = QPen(colour, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if side is Side.RIGHT:
        pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    piece: list[QPointF] = []
    before: float | None = None
    for day, low, high in line.within(days.low, days.high, int(abs(days.end - days.start))):
        if before is not None and day - before > BREAK_DAYS:
            _draw(painter, piece)
            piece = []
        x = days(day)
        piece.append(QPointF(x, values(low)))
        if high != low:
            piece.append(QPointF(x, values(high)))
        before = day
    _draw(painter, piece)


def _draw(painter: QPainter, piece: list[QPointF]) -> None:
    if len(piece) > 1:
        painter.drawPolyline(QPolygonF(piece))


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
