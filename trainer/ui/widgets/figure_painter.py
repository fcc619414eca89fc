"""Paints a posed figure: filled, softly shaded, near limbs before far ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QTransform

from trainer.figure.figure import Figure
from trainer.figure.frame import DEPTH_X, DEPTH_Y, Frame
from trainer.figure.pose import TOE_JOINT, Bone, Pose
from trainer.figure.vector import Vec
from trainer.ui.widgets import figure_shapes as shapes
from trainer.ui.widgets.figure_colours import FigureColours, blend
from trainer.ui.widgets.figure_muscles import LitMuscle, lit_muscles
from trainer.ui.widgets.prop_painter import PropPainter

# Light falls from above and a little from behind the viewer's left shoulder.
LIGHT = (-0.34, 0.94)
EDGE, LIT, SHADED = 0.10, 0.10, 0.20
BREATH_SWELL = 0.006
# Of the air that a low movement leaves, so much goes under it.
FLOOR_SHARE = 0.30
# Soles and socks are this much lighter than the shoe (percent).
SOLE_LIGHTER = 230


def project(point: Vec) -> QPointF:
    """Where a point of space is seen: from the side, a little from the front and from above."""
    return QPointF(point.x + point.z * DEPTH_X, point.y + point.z * DEPTH_Y)


def transform_of(bone: Bone) -> QTransform:
    """Puts a shape given along a bone and towards its front where the bone is seen."""
    axis, front, origin = project(bone.axis), project(bone.front), project(bone.origin)
    return QTransform(axis.x(), axis.y(), front.x(), front.y(), origin.x(), origin.y())


@dataclass(frozen=True, slots=True)
class Look:
    """What of the picture is chosen by whoever shows it."""

    lit: tuple[str, ...] = ()
    mirrored: bool = False
    ghost: bool = False


class FigurePainter:
    """Paints figures in one set of colours."""

    def __init__(self, colours: FigureColours) -> None:
        self._colours = {name: QColor(getattr(colours, name)) for name in colours.__slots__}
        self._outline = self._colours["outline"]
        self._props = PropPainter(colours)

    def paint(self, painter: QPainter, area: QRectF, figure: Figure, pose: Pose, look: Look) -> None:
        """Paints the pose with its props into `area`, whole, the floor at its foot."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._aim(painter, area, figure.frame, look.mirrored)
        self._props.paint_floor(painter, figure.frame, pose)
        self._props.paint(painter, figure, pose, "back")
        if look.ghost:
            self._ghost(painter, figure.start_pose())
        muscles = lit_muscles(look.lit)
        self._far_side(painter, figure, pose, muscles if figure.working == "both" else ())
        self._props.paint(painter, figure, pose, "middle")
        self._middle(painter, pose, muscles)
        self._props.paint(painter, figure, pose, "trunk")
        self._leg(painter, pose, "near", muscles)
        self._light_up(painter, pose, muscles, ("pelvis",), "")
        self._arm(painter, pose, "near", figure.hands)
        self._props.paint(painter, figure, pose, "front")
        painter.restore()

    def _aim(self, painter: QPainter, area: QRectF, frame: Frame, mirrored: bool) -> None:
        """From now on the painter counts in body heights, y upwards."""
        size = min(area.width() / frame.width, area.height() / frame.height)
        painter.setClipRect(area)
        painter.translate(
            area.center().x(), area.bottom() - max(0.0, area.height() - size * frame.height) * 0.5
        )
        painter.scale(-size if mirrored else size, -size)
        painter.translate(-(frame.left + frame.right) / 2.0, -frame.bottom)

    def _far_side(self, painter: QPainter, figure: Figure, pose: Pose, muscles: Sequence[LitMuscle]) -> None:
        self._arm(painter, pose, "far", figure.hands)
        self._leg(painter, pose, "far", muscles)

    def _middle(self, painter: QPainter, pose: Pose, muscles: Sequence[LitMuscle]) -> None:
        self._head(painter, pose)
        self._fill_path(painter, pose.bones["pelvis"], _pelvis(pose), self._colours["shorts"], 0.08)
        self._fill_path(painter, pose.bones["thorax"], _shirt(pose), self._colours["top"], 0.07)
        self._light_up(painter, pose, muscles, ("thorax",), "")

    def _ghost(self, painter: QPainter, pose: Pose) -> None:
        """The start pose as one flat shade."""
        colour = self._colours["ghost"]
        for path in self.silhouette(pose):
            painter.fillPath(path, colour)

    @staticmethod
    def silhouette(pose: Pose) -> Iterable[QPainterPath]:
        """The outlines of the whole body, in body heights."""
        for side in ("far", "near"):
            for name, shape in (
                ("thigh", shapes.THIGH),
                ("thigh", shapes.SHORTS_LEG),
                ("shank", shapes.SHANK),
                ("upper_arm", shapes.UPPER_ARM),
                ("upper_arm", shapes.SHIRT_SLEEVE),
                ("forearm", shapes.FOREARM),
                ("hand", shapes.HAND_OPEN),
            ):
                yield transform_of(pose.bones[f"{name}_{side}"]).map(shape)
            yield _shoe(pose, side, shapes.SHOE)
        yield transform_of(pose.bones["neck"]).map(shapes.NECK)
        yield transform_of(pose.bones["head"]).map(shapes.FACE)
        yield transform_of(pose.bones["head"]).map(shapes.HAIR)
        yield _shirt(pose)
        yield _pelvis(pose)

    def _leg(self, painter: QPainter, pose: Pose, side: str, muscles: Sequence[LitMuscle]) -> None:
        skin, shorts, shoe = (
            self._of_side("skin", side),
            self._of_side("shorts", side),
            self._of_side("shoe", side),
        )
        thigh, shank = pose.bones[f"thigh_{side}"], pose.bones[f"shank_{side}"]
        self._fill(painter, thigh, shapes.THIGH, skin, 0.06)
        self._fill(painter, shank, shapes.SHANK, skin, 0.045)
        self._fill(painter, shank, shapes.SOCK, shoe.lighter(SOLE_LIGHTER), 0.025)
        self._foot(painter, pose, side, shoe)
        self._fill(painter, thigh, shapes.SHORTS_LEG, shorts, 0.066)
        self._light_up(painter, pose, muscles, ("thigh", "shank", "foot"), f"_{side}")

    def _foot(self, painter: QPainter, pose: Pose, side: str, shoe: QColor) -> None:
        foot = pose.bones[f"foot_{side}"]
        self._fill_path(
            painter, Bone(foot.origin, foot.axis, foot.front), _shoe(pose, side, shapes.SHOE), shoe, 0.05
        )
        painter.fillPath(_shoe(pose, side, shapes.SOLE), shoe.lighter(SOLE_LIGHTER))

    def _arm(self, painter: QPainter, pose: Pose, side: str, hands: str) -> None:
        skin, top = self._of_side("skin", side), self._of_side("top", side)
        upper, lower, hand = (pose.bones[f"{name}_{side}"] for name in ("upper_arm", "forearm", "hand"))
        self._fill(painter, upper, shapes.UPPER_ARM, skin, 0.032)
        self._fill(painter, hand, shapes.HAND_FIST if hands == "fist" else shapes.HAND_OPEN, skin, 0.02)
        if hands == "open":
            self._fill(painter, hand, shapes.THUMB, blend(skin, self._outline, 0.06), 0.02)
        self._fill(painter, lower, shapes.FOREARM, skin, 0.026)
        if side == "near":
            self._rim(painter, upper, shapes.SHIRT_SLEEVE, top)
        self._fill(painter, upper, shapes.SHIRT_SLEEVE, top, 0.04)

    def _rim(self, painter: QPainter, bone: Bone, shape: QPainterPath, colour: QColor) -> None:
        """A little shade round a near part, so that it stands off from what is behind it."""
        painter.save()
        painter.setTransform(transform_of(bone), True)
        painter.translate(-0.002, 0.0)
        painter.scale(1.035, 1.09)
        painter.fillPath(shape, blend(colour, self._outline, 0.28))
        painter.restore()

    def _head(self, painter: QPainter, pose: Pose) -> None:
        skin, head = self._colours["skin"], pose.bones["head"]
        self._fill(painter, pose.bones["neck"], shapes.NECK, blend(skin, self._outline, 0.10), 0.034)
        self._fill(painter, head, shapes.FACE, skin, 0.065)
        self._fill(painter, head, shapes.HAIR, self._colours["hair"], 0.06)
        self._fill(painter, head, shapes.EAR, blend(skin, self._outline, 0.12), 0.02)

    def _light_up(
        self, painter: QPainter, pose: Pose, muscles: Sequence[LitMuscle], bones: tuple[str, ...], side: str
    ) -> None:
        colour = self._colours["muscle"]
        for muscle in muscles:
            if muscle.bone in bones:
                painter.save()
                painter.setTransform(transform_of(pose.bones[muscle.bone + side]), True)
                painter.fillPath(muscle.shape, muscle.brush(colour, side == "_far"))
                painter.restore()

    def _of_side(self, name: str, side: str) -> QColor:
        return self._colours[f"{name}_far" if side == "far" else name]

    def _fill(self, painter: QPainter, bone: Bone, shape: QPainterPath, colour: QColor, half: float) -> None:
        painter.save()
        painter.setTransform(transform_of(bone), True)
        painter.fillPath(shape, self._rounded(bone, colour, QPointF(0.0, -half), QPointF(0.0, half)))
        painter.restore()

    def _fill_path(
        self, painter: QPainter, bone: Bone, path: QPainterPath, colour: QColor, half: float
    ) -> None:
        """Fills a path that is already in space, shaded as if it were wrapped round `bone`."""
        start, end = (project(bone.at(0.0, across)) for across in (-half, half))
        painter.fillPath(path, self._rounded(bone, colour, start, end))

    def _rounded(self, bone: Bone, colour: QColor, start: QPointF, end: QPointF) -> QBrush:
        """A brush that shades across a limb: lit where it looks to the light, darker away from it."""
        facing = bone.front.x * LIGHT[0] + bone.front.y * LIGHT[1]
        gradient = QLinearGradient(start, end)
        gradient.setColorAt(0.0, self._toned(colour, -facing))
        gradient.setColorAt(0.5, colour)
        gradient.setColorAt(1.0, self._toned(colour, facing))
        return QBrush(gradient)

    def _toned(self, colour: QColor, facing: float) -> QColor:
        if facing > 0.0:
            return colour.lighter(100 + round(100 * LIT * facing))
        return blend(colour, self._outline, EDGE * (1.0 + facing) + SHADED * -facing)


def _shoe(pose: Pose, side: str, outline: Sequence[shapes.Point]) -> QPainterPath:
    """The shoe, bent where the toes bend."""
    foot, toes = pose.bones[f"foot_{side}"], pose.bones[f"toes_{side}"]
    points = []
    for forth, up in outline:
        bent = forth > TOE_JOINT[0]
        place = toes.at(forth - TOE_JOINT[0], up - TOE_JOINT[1]) if bent else foot.at(forth, up)
        points.append(project(place).toTuple())
    return shapes.smooth(points)


def _places(bone: Bone, points: Iterable[shapes.Point]) -> list[shapes.Point]:
    return [project(bone.at(forth, forward)).toTuple() for forth, forward in points]


def _shirt(pose: Pose) -> QPainterPath:
    pelvis, thorax = pose.bones["pelvis"], pose.bones["thorax"]
    swell = BREATH_SWELL * pose.breath
    front = [
        (up, forward + swell * max(0.0, 1.0 - abs(up - 0.11) / 0.11)) for up, forward in shapes.THORAX_FRONT
    ]
    return shapes.smooth(
        [
            *_places(pelvis, [(0.050, -0.040), (0.045, 0.000), (0.050, 0.050), shapes.WAIST_FRONT]),
            *_places(thorax, front),
            *_places(thorax, shapes.THORAX_BACK),
        ]
    )


def _pelvis(pose: Pose) -> QPainterPath:
    pelvis = pose.bones["pelvis"]
    return shapes.smooth(
        [
            *_places(pelvis, shapes.PELVIS_FRONT),
            *_places(pelvis, [shapes.WAIST_FRONT, (0.076, 0.000), shapes.WAIST_BACK]),
            *_places(pelvis, shapes.PELVIS_BACK),
        ]
    )
