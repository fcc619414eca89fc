"""Paints a posed figure: filled, softly shaded, near limbs before far ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QTransform

from trainer.figure.figure import Figure
from trainer.figure.pose import Bone, Pose
from trainer.ui.widgets import figure_body as body
from trainer.ui.widgets import figure_shapes as shapes
from trainer.ui.widgets.figure_canvas import Canvas, transform_of
from trainer.ui.widgets.figure_colours import FigureColours, blend
from trainer.ui.widgets.figure_muscles import LitMuscle, lit_muscles
from trainer.ui.widgets.prop_painter import PropPainter

# Light falls from above and a little from the left.
LIGHT = (-0.34, 0.94)
# How much lighter a limb gets towards the light, how much darker away from it, and at its edges anyway.
LIT, SHADED, EDGE = 0.10, 0.20, 0.10
# Soles and socks are this much lighter than the shoe (percent).
SOLE_LIGHTER = 230
# The shade behind a near sleeve is this much larger than the sleeve: along, across.
RIM = QTransform(1.035, 0.0, 0.0, 1.09, -0.002, 0.0)


@dataclass(frozen=True, slots=True)
class Look:
    """What of the picture is chosen by whoever shows it."""

    lit: tuple[str, ...] = ()
    mirrored: bool = False
    ghost: bool = False
    view: str = ""


class FigurePainter:
    """Paints figures in one set of colours."""

    def __init__(self, colours: FigureColours) -> None:
        self._colours = {name: QColor(getattr(colours, name)) for name in colours.__slots__}
        self._outline = self._colours["outline"]
        self._props = PropPainter(colours)
        self._ghost: tuple[Figure, tuple[QPainterPath, ...]] | None = None
        shoe = self._colours["shoe"]
        light = blend(shoe.lighter(SOLE_LIGHTER), shoe, 0.12)
        self._soles = {"near": light, "far": blend(light, self._colours["shoe_far"], 0.3)}

    def paint(self, painter: QPainter, area: QRectF, figure: Figure, pose: Pose, look: Look) -> None:
        """Paints the pose with its props into `area`, whole, the floor at its foot."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipRect(area)
        canvas = Canvas(painter, area, figure.frame, mirrored=look.mirrored)
        self._paint_behind(canvas, figure, pose, look)
        self._paint_body(canvas, figure, pose, lit_muscles(look.lit))
        painter.restore()

    def _paint_behind(self, canvas: Canvas, figure: Figure, pose: Pose, look: Look) -> None:
        self._props.paint_floor(canvas, figure.frame)
        self._props.paint(canvas, figure, pose, "back")
        self._props.paint_shadow(canvas, pose)
        if look.ghost:
            for outline in self._ghost_of(figure):
                canvas.fill(outline, self._colours["ghost"])

    def _ghost_of(self, figure: Figure) -> tuple[QPainterPath, ...]:
        """The start pose's outlines, drawn once for each figure."""
        if self._ghost is None or self._ghost[0] is not figure:
            self._ghost = (figure, tuple(body.silhouette(figure.start_pose())))
        return self._ghost[1]

    def _paint_body(self, canvas: Canvas, figure: Figure, pose: Pose, muscles: Sequence[LitMuscle]) -> None:
        self._arm(canvas, pose, "far", figure.hands)
        self._leg(canvas, pose, "far", muscles if figure.working == "both" else ())
        self._props.paint(canvas, figure, pose, "middle")
        self._head(canvas, pose)
        self._fill_bent(canvas, pose.bones["pelvis"], body.pelvis(pose), self._colours["shorts"], 0.08)
        self._fill_bent(canvas, pose.bones["thorax"], body.shirt(pose), self._colours["top"], 0.07)
        self._light_up(canvas, pose, muscles, ("thorax",), "")
        self._props.paint(canvas, figure, pose, "trunk")
        self._leg(canvas, pose, "near", muscles)
        self._light_up(canvas, pose, muscles, ("pelvis",), "")
        self._arm(canvas, pose, "near", figure.hands)
        self._props.paint(canvas, figure, pose, "front")

    def _leg(self, canvas: Canvas, pose: Pose, side: str, muscles: Sequence[LitMuscle]) -> None:
        skin, shorts, shoe = (self._of_side(name, side) for name in ("skin", "shorts", "shoe"))
        thigh, shank = pose.bones[f"thigh_{side}"], pose.bones[f"shank_{side}"]
        self._fill(canvas, thigh, shapes.THIGH, skin, 0.06)
        self._fill(canvas, shank, shapes.SHANK, skin, 0.045)
        self._fill(canvas, shank, shapes.SOCK, self._soles[side], 0.025)
        self._fill_bent(canvas, pose.bones[f"foot_{side}"], body.shoe(pose, side, shapes.SHOE), shoe, 0.05)
        canvas.fill(body.shoe(pose, side, shapes.SOLE), self._soles[side])
        self._fill(canvas, thigh, shapes.SHORTS_LEG, shorts, 0.066)
        self._light_up(canvas, pose, muscles, ("thigh", "shank", "foot"), f"_{side}")

    def _arm(self, canvas: Canvas, pose: Pose, side: str, hands: str) -> None:
        skin, top = self._of_side("skin", side), self._of_side("top", side)
        upper, lower, hand = (pose.bones[f"{name}_{side}"] for name in ("upper_arm", "forearm", "hand"))
        self._fill(canvas, upper, shapes.UPPER_ARM, skin, 0.032)
        self._fill(canvas, hand, shapes.HAND_FIST if hands == "fist" else shapes.HAND_OPEN, skin, 0.02)
        if hands == "open":
            self._fill(canvas, hand, shapes.THUMB, blend(skin, self._outline, 0.06), 0.02)
        self._fill(canvas, lower, shapes.FOREARM, skin, 0.026)
        if side == "near":
            shade = blend(top, self._outline, 0.28)
            canvas.fill(shapes.SHIRT_SLEEVE, shade, RIM * transform_of(upper))
        self._fill(canvas, upper, shapes.SHIRT_SLEEVE, top, 0.04)

    def _head(self, canvas: Canvas, pose: Pose) -> None:
        skin, hair, head = self._colours["skin"], self._colours["hair"], pose.bones["head"]
        place = transform_of(head)
        self._fill(canvas, pose.bones["neck"], shapes.NECK, blend(skin, self._outline, 0.10), 0.034)
        self._fill(canvas, head, shapes.FACE, skin, 0.065)
        canvas.fill(shapes.BROW, blend(hair, skin, 0.3), place)
        canvas.fill(shapes.EYE, blend(hair, self._outline, 0.4), place)
        self._fill(canvas, head, shapes.HAIR, hair, 0.06)
        self._fill(canvas, head, shapes.EAR, blend(skin, self._outline, 0.12), 0.02)

    def _light_up(
        self, canvas: Canvas, pose: Pose, muscles: Sequence[LitMuscle], bones: tuple[str, ...], side: str
    ) -> None:
        colour = self._colours["muscle"]
        for muscle in muscles:
            if muscle.bone in bones:
                place = transform_of(pose.bones[muscle.bone + side])
                canvas.fill(muscle.shape, muscle.brush(colour, side == "_far"), place)

    def _of_side(self, name: str, side: str) -> QColor:
        return self._colours[f"{name}_far" if side == "far" else name]

    def _fill(self, canvas: Canvas, bone: Bone, shape: QPainterPath, colour: QColor, half: float) -> None:
        """Fills a shape that lies along a bone, shaded across it."""
        brush = self._rounded(bone, colour, (0.0, -half), (0.0, half))
        canvas.fill(shape, brush, transform_of(bone))

    def _fill_bent(self, canvas: Canvas, bone: Bone, path: QPainterPath, colour: QColor, half: float) -> None:
        """Fills a path that is already in space, shaded as if it were wrapped round `bone`."""
        start, end = bone.at(0.0, -half), bone.at(0.0, half)
        canvas.fill(path, self._rounded(bone, colour, (start.x, start.y), (end.x, end.y)))

    def _rounded(self, bone: Bone, colour: QColor, start: shapes.Point, end: shapes.Point) -> QBrush:
        """A brush that shades across a limb: lit where it looks to the light, darker away from it."""
        facing = bone.front.x * LIGHT[0] + bone.front.y * LIGHT[1]
        gradient = QLinearGradient(QPointF(*start), QPointF(*end))
        gradient.setColorAt(0.0, self._toned(colour, -facing))
        gradient.setColorAt(0.5, colour)
        gradient.setColorAt(1.0, self._toned(colour, facing))
        return QBrush(gradient)

    def _toned(self, colour: QColor, facing: float) -> QColor:
        if facing > 0.0:
            return colour.lighter(100 + round(100 * LIT * facing))
        return blend(colour, self._outline, EDGE * (1.0 + facing) + SHADED * -facing)
