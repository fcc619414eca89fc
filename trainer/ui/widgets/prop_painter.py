"""Paints the floor, the shadow and the things around the figure, in the same hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QRadialGradient

from trainer.figure.camera import Frame
from trainer.figure.figure import Figure
from trainer.figure.pose import Pose
from trainer.figure.vector import Vec
from trainer.ui.widgets.figure_canvas import Canvas
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.held_things import HeldThings
from trainer.ui.widgets.prop_tones import Paint, Tones, clear
from trainer.ui.widgets.standing_things import StandingThings

# How far the floor runs behind the figure.
FLOOR_BEHIND = 0.5
SHADOW_POINTS = ("heel", "ball", "knee", "hip", "shoulder", "palm")
GROUND = ("mat", "pad", "wall")
# A prop this much further away than the waist is behind the body.
BEHIND = 0.12
# A shadow is one soft spot, drawn once and laid under each point: filling it anew takes twenty times as long.
SPOT_PX = 64
SHADOW = 0.16


def _spot(colour: QColor) -> QImage:
    """A round spot of the colour that fades out to its edge."""
    image = QImage(SPOT_PX, SPOT_PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    gradient = QRadialGradient(SPOT_PX / 2, SPOT_PX / 2, SPOT_PX / 2)
    for at, share in ((0.0, 1.0), (0.5, 0.55), (1.0, 0.0)):
        gradient.setColorAt(at, clear(colour, share))
    painter = QPainter(image)
    painter.fillRect(image.rect(), QBrush(gradient))
    painter.end()
    return image


class PropPainter:
    """Paints floor and props in one set of colours."""

    def __init__(self, colours: FigureColours) -> None:
        self._tones = tones = Tones.of(colours)
        self._shadow = _spot(tones.dark)
        self._by_kind: dict[str, Paint] = StandingThings(tones).kinds | HeldThings(tones).kinds

    def paint(self, canvas: Canvas, figure: Figure, pose: Pose, layer: str) -> None:
        """Paints the figure's props of this layer; from before, what stands behind the body comes first.

        Of the back, "ground" is what lies on the floor, and walls.
        """
        trunk = canvas.camera.depth(pose.point("waist"))
        for prop in figure.props:
            behind = not canvas.camera.sideways and canvas.camera.depth(prop.place(pose)) < trunk - BEHIND
            its = "back" if behind else prop.layer
            if layer == ("ground" if its == "back" and prop.kind in GROUND else its):
                self._by_kind[prop.kind](canvas, prop, pose)

    def paint_floor(self, canvas: Canvas, frame: Frame) -> None:
        """The floor, to the edges of the picture."""
        floor = QPainterPath()
        back = FLOOR_BEHIND * canvas.camera.above
        floor.addRect(
            QRectF(frame.left - 4.0, frame.bottom - 4.0, frame.width + 8.0, back - frame.bottom + 4.0)
        )
        canvas.fill(floor, self._tones.ground)

    def paint_shadow(self, canvas: Canvas, pose: Pose) -> None:
        """The shade that the body throws on the floor and on what lies there."""
        for side in ("far", "near"):
            for name in SHADOW_POINTS:
                self._shade(canvas, pose.point(f"{name}_{side}"))

    def _shade(self, canvas: Canvas, point: Vec) -> None:
        """A soft dark spot under a point, the fainter the higher that is."""
        strength = max(0.0, 1.0 - point.y / 0.4) * SHADOW
        if strength > SHADOW / 6.0:
            size = 0.06 + point.y * 0.12
            canvas.spot(self._shadow, canvas.seen(point.x, 0.0, point.z), size, size * 0.26, strength)
