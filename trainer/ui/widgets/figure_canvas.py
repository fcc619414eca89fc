"""A painter that counts in body heights, y upwards.

Shapes are mapped to pixels here and not by the painter: filling a path through a scaled painter takes
eight times as long (measured with the software raster: 0.15 ms against 0.02 ms a limb).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPolygonF, QTransform

from trainer.figure.frame import DEPTH_X, DEPTH_Y, Frame
from trainer.figure.pose import Bone
from trainer.figure.vector import Vec

# Of the air that a low movement leaves in its picture, so much goes under it.
FLOOR_SHARE = 0.30


def seen(x: float, y: float, z: float = 0.0) -> QPointF:
    """Where a point of space is seen: from the side, a little from the front and from above."""
    return QPointF(x + z * DEPTH_X, y + z * DEPTH_Y)


def project(point: Vec) -> tuple[float, float]:
    """The same for a vector, as two numbers."""
    return point[0] + point[2] * DEPTH_X, point[1] + point[2] * DEPTH_Y


def transform_of(bone: Bone) -> QTransform:
    """Puts a shape given along a bone and towards its front where the bone is seen.

    Limbs are round: one that is turned shows the same width, though its front looks elsewhere.
    """
    along_x, along_y = project(bone.axis)
    front_x, front_y = project(bone.front)
    size = math.hypot(along_x, along_y) or 1e-6
    across = (along_x * front_y - along_y * front_x) / size
    side = math.copysign(1.0 / size, across)
    return QTransform(along_x, along_y, -along_y * side, along_x * side, *project(bone.origin))


class Canvas:
    """One picture being painted."""

    def __init__(self, painter: QPainter, area: QRectF, frame: Frame, *, mirrored: bool = False) -> None:
        self._painter = painter
        self._view = _view(area, frame, mirrored)

    def fill(self, path: QPainterPath, brush: QBrush | QColor, place: QTransform | None = None) -> None:
        """Fills a path given in body heights, or, with `place`, in what `place` maps to them.

        A brush's gradient is given in the path's own measure.
        """
        whole = self._view if place is None else place * self._view
        if isinstance(brush, QBrush):
            brush.setTransform(whole)
        self._painter.fillPath(whole.map(path), brush)

    def polygon(self, points: Sequence[QPointF], colour: QColor) -> None:
        """Fills a polygon."""
        path = QPainterPath()
        path.addPolygon(QPolygonF(points))
        self.fill(path, colour)

    def ellipse(self, centre: QPointF, half_wide: float, half_high: float, brush: QBrush | QColor) -> None:
        """Fills an ellipse."""
        path = QPainterPath()
        path.addEllipse(centre, half_wide, half_high)
        self.fill(path, brush)

    def line(self, start: QPointF, end: QPointF, width: float, colour: QColor) -> None:
        """A straight stroke with round ends."""
        gap = end - start
        size = math.hypot(gap.x(), gap.y()) or 1e-6
        turn = QTransform(
            gap.x() / size, gap.y() / size, -gap.y() / size, gap.x() / size, start.x(), start.y()
        )
        half = width / 2.0
        path = QPainterPath()
        path.addRoundedRect(QRectF(-half, -half, size + width, width), half, half)
        self.fill(path, colour, turn)


def _view(area: QRectF, frame: Frame, mirrored: bool) -> QTransform:
    """From body heights to pixels, so that the frame fits into the area."""
    size = min(area.width() / frame.width, area.height() / frame.height)
    spare = max(0.0, area.height() - size * frame.height)
    view = QTransform.fromTranslate(area.center().x(), area.bottom() - spare * FLOOR_SHARE)
    view.scale(-size if mirrored else size, -size)
    view.translate(-(frame.left + frame.right) / 2.0, -frame.bottom)
    return view
