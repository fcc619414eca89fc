"""Paints a posed figure: filled, softly shaded, what is nearer over what is further away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from trainer.figure.camera import SeenBone
from trainer.figure.figure import Figure
from trainer.figure.flesh import aspect_of
from trainer.figure.muscles import Patch, patches_of
from trainer.figure.pose import Pose
from trainer.ui.widgets import figure_body as body
from trainer.ui.widgets import figure_foot, figure_head
from trainer.ui.widgets import figure_shapes as shapes
from trainer.ui.widgets.figure_canvas import Canvas
from trainer.ui.widgets.figure_colours import FigureColours, blend
from trainer.ui.widgets.figure_muscles import light_up
from trainer.ui.widgets.prop_painter import PropPainter

# Light falls from above and a little from the left.
LIGHT = (-0.34, 0.94)
# How much lighter a limb gets towards the light, how much darker away from it, and at its edges anyway.
LIT, SHADED, EDGE = 0.10, 0.20, 0.10
# Filling with shade takes five times as long as filling plainly: nobody sees it on these.
PLAIN = ("sock", "hand", "fist", "neck")
# Limbs are shaded in so many steps from light to dark.
SHADES = 4
# Soles and socks are this much lighter than the shoe (percent).
SOLE_LIGHTER = 230
# Muscles of the far side are this bright.
FAR = 0.6
# A limb this much further away than the trunk is painted before it, and in the far side's colours.
BEHIND, FAR_AWAY = -0.035, -0.10
# Of two parts of a leg the one that is this much nearer is painted over the other.
LIES_OVER = 0.05
# A body is seen from its side while that faces the viewer more squarely than this.
SIDE_ON = 0.6
# Seen more than this from the feet, the shorts hide the shirt's hem.
FROM_FEET = 0.5
Film = Mapping[str, SeenBone]
LEG_BONES, TRUNK_BONES = ("thigh", "shank", "foot"), ("thorax", "pelvis")


@dataclass(frozen=True, slots=True)
class Look:
    """What whoever shows the picture chooses; `view` is one of the figure's shots, "" its own."""

    lit: tuple[str, ...] = ()
    mirrored: bool = False
    ghost: bool = False
    view: str = ""


@dataclass(frozen=True, slots=True)
class _Picture:
    """What the parts of one picture need."""

    canvas: Canvas
    figure: Figure
    pose: Pose
    film: Film
    patches: tuple[Patch, ...]

    @property
    def sideways(self) -> bool:
        """Whether the near side is seen, for which the layers are made: no body that lies on its side."""
        return self.canvas.camera.sideways and self.film["pelvis"].side.z > SIDE_ON

    def depth(self, *bones: str) -> float:
        """How far these bones' middles are before the trunk's."""
        trunk = (self.film["pelvis"].origin.z + self.film["thorax"].origin.z) / 2.0
        return sum(self.film[bone].at(0.1).z for bone in bones) / len(bones) - trunk


class FigurePainter:
    """Paints figures in one set of colours."""

    def __init__(self, colours: FigureColours) -> None:
        self._colours = {name: QColor(getattr(colours, name)) for name in colours.__slots__}
        self._outline = self._colours["outline"]
        self._props = PropPainter(colours)
        self._shaded: dict[tuple[int, float], list[tuple[float, QColor]]] = {}
        self._ghost: tuple[Figure, str, tuple[QPainterPath, ...]] | None = None
        shoe = self._colours["shoe"]
        light = blend(shoe.lighter(SOLE_LIGHTER), shoe, 0.12)
        self._soles = {"": light, "_far": blend(light, self._colours["shoe_far"], 0.3)}

    def paint(self, painter: QPainter, area: QRectF, figure: Figure, pose: Pose, look: Look) -> None:
        """Paints the pose with its props into `area`, whole, the floor at its foot."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipRect(area)
        shot = figure.shots[look.view]
        canvas = Canvas(painter, area, shot, mirrored=look.mirrored)
        picture = _Picture(canvas, figure, pose, shot.camera.film(pose), patches_of(look.lit))
        self._props.paint_floor(canvas, shot.frame)
        self._props.paint(canvas, figure, pose, "ground")
        self._props.paint_shadow(canvas, pose)
        if look.ghost:
            for outline in self._ghost_of(figure, look.view):
                canvas.fill(outline, self._colours["ghost"])
        self._props.paint(canvas, figure, pose, "back")
        self._body(picture)
        painter.restore()

    def _ghost_of(self, figure: Figure, view: str) -> tuple[QPainterPath, ...]:
        """The start pose's outlines, drawn once for each figure."""
        if self._ghost is None or self._ghost[0] is not figure or self._ghost[1] != view:
            film = figure.shots[view].camera.film(figure.start_pose())
            self._ghost = (figure, view, tuple(body.silhouette(film, figure.hands)))
        return self._ghost[2]

    def _body(self, picture: _Picture) -> None:
        before, after = _order(picture)
        further = next(part for part in (*before, *after) if part.startswith("leg"))
        self._parts(picture, before, further)
        self._things(picture, "middle")
        self._trunk(picture)
        self._things(picture, "trunk")
        self._parts(picture, after, further)
        self._things(picture, "front")

    def _things(self, picture: _Picture, layer: str) -> None:
        self._props.paint(picture.canvas, picture.figure, picture.pose, layer)

    def _parts(self, picture: _Picture, parts: Sequence[str], further: str) -> None:
        for part in parts:
            self._part(picture, part)
            if part == further:
                self._things(picture, "legs")

    def _part(self, picture: _Picture, part: str) -> None:
        if part in ("head", "neck"):
            (self._head if part == "head" else self._neck)(picture)
            return
        kind, side = part.split("_")
        if kind == "leg":
            self._leg(picture, side)
        else:
            self._arm(picture, side)
        if part == "leg_near":
            self._lit_trunk(picture, "pelvis")

    def _trunk(self, picture: _Picture) -> None:
        film, shirt = picture.film, body.shirt(picture.film, picture.pose.breath)
        worn = [("pelvis", body.pelvis(film), "shorts"), ("thorax", shirt, "top")]
        if film["pelvis"].axis.z < -FROM_FEET:
            worn.reverse()
        for bone, path, colour in worn:
            self._fill_bent(picture.canvas, film[bone], path, self._colours[colour], 0.08)
        for bone in TRUNK_BONES:
            self._lit_trunk(picture, bone)

    def _lit_trunk(self, picture: _Picture, bone: str) -> None:
        patches = [patch for patch in picture.patches if patch.part == bone]
        if picture.figure.working == "both" and not picture.sideways:
            patches += [patch.mirrored() for patch in patches if not patch.central]
        light_up(picture.canvas, picture.film[bone], patches, self._colours["muscle"])

    def _leg(self, picture: _Picture, side: str) -> None:
        canvas, film = picture.canvas, picture.film
        shade = _shade(picture, side, f"thigh_{side}", f"shank_{side}")
        skin, shorts = self._colours[f"skin{shade}"], self._colours[f"shorts{shade}"]
        thigh, shank = film[f"thigh_{side}"], film[f"shank_{side}"]
        nearer = 0.0 if picture.sideways else shank.at(0.15).z - thigh.at(0.12).z
        order = ("thigh", "shank", "shorts")
        if nearer > LIES_OVER:
            order = ("thigh", "shorts", "shank")
        elif nearer < -LIES_OVER:
            order = ("shank", "thigh", "shorts")
        for part in order:
            if part == "shank":
                self._shank(picture, side, shade)
            else:
                self._fill(canvas, thigh, part, skin if part == "thigh" else shorts)
        self._lit_limb(picture, LEG_BONES, side)

    def _shank(self, picture: _Picture, side: str, shade: str) -> None:
        """Shank and foot, the nearer one last."""
        canvas, shank = picture.canvas, picture.film[f"shank_{side}"]
        skin, foot = self._colours[f"skin{shade}"], picture.film[f"foot_{side}"]
        behind = not picture.sideways and foot.at(0.08).z < shank.at(0.12).z - LIES_OVER
        if behind:
            self._foot(picture, side, shade)
        self._fill(canvas, shank, "shank", skin)
        if not behind:
            self._foot(picture, side, shade)

    def _foot(self, picture: _Picture, side: str, shade: str) -> None:
        canvas, film = picture.canvas, picture.film
        foot = film[f"foot_{side}"]
        if picture.figure.feet == "bare":
            skin = self._colours[f"skin{shade}"]
            dark = blend(skin, self._outline, 0.16)
            for path, shaded in figure_foot.bare(film, side, picture.pose.angles["arch"]):
                canvas.fill(path, dark if shaded else skin)
            return
        self._fill(canvas, film[f"shank_{side}"], "sock", self._soles[shade])
        upper, sole = body.shoe(film, side)
        from_above = foot.front.z > 0.5
        if from_above:
            canvas.fill(sole, self._soles[shade])
        self._fill_bent(canvas, foot, upper, self._colours[f"shoe{shade}"], 0.05)
        if not from_above:
            canvas.fill(sole, self._soles[shade])

    def _arm(self, picture: _Picture, side: str) -> None:
        canvas, film = picture.canvas, picture.film
        shade = _shade(picture, side, f"upper_arm_{side}", f"forearm_{side}")
        skin, top = self._colours[f"skin{shade}"], self._colours[f"top{shade}"]
        upper, lower, hand = (film[f"{name}_{side}"] for name in ("upper_arm", "forearm", "hand"))
        self._fill(canvas, upper, "upper_arm", skin)
        self._fill(canvas, hand, "fist" if picture.figure.hands == "fist" else "hand", skin)
        if picture.figure.hands == "open":
            thumb = figure_foot.thumb(hand)
            canvas.fill(thumb, blend(skin, self._outline, 0.06))
        self._fill(canvas, lower, "forearm", skin)
        if not shade:
            canvas.fill(figure_foot.rim(upper), blend(top, self._outline, 0.28))
        self._fill(canvas, upper, "sleeve", top)
        self._lit_limb(picture, ("upper_arm", "forearm"), side)

    def _lit_limb(self, picture: _Picture, bones: Sequence[str], side: str) -> None:
        if side == "far" and picture.figure.working != "both":
            return
        strength = FAR if side == "far" and picture.sideways else 1.0
        for bone in bones:
            patches = [patch for patch in picture.patches if patch.part == bone]
            seen = picture.film[f"{bone}_{side}"]
            if bone == "foot":
                seen = figure_foot.sole_of(seen, picture.pose.angles["arch"])
            light_up(picture.canvas, seen, patches, self._colours["muscle"], strength)

    def _neck(self, picture: _Picture) -> None:
        tone = blend(self._colours["skin"], self._outline, 0.10)
        self._fill(picture.canvas, picture.film["neck"], "neck", tone)

    def _head(self, picture: _Picture) -> None:
        skin, hair = self._colours["skin"], self._colours["hair"]
        head = picture.film["head"]
        tones = {
            "face": (skin, 0.065),
            "brow": (blend(hair, skin, 0.3), 0.0),
            "eye": (blend(hair, self._outline, 0.4), 0.0),
            "shade": (blend(skin, self._outline, 0.16), 0.0),
            "mouth": (blend(skin, self._outline, 0.42), 0.0),
            "hair": (hair, 0.06),
            "ear": (blend(skin, self._outline, 0.12), 0.0),
        }
        for piece in figure_head.pieces(head):
            colour, half = tones[piece.what]
            if half:
                self._fill_bent(picture.canvas, head, piece.path, colour, half)
            else:
                picture.canvas.fill(piece.path, colour)

    def _fill(self, canvas: Canvas, bone: SeenBone, part: str, colour: QColor) -> None:
        """Fills a limb, shaded across it; what is too small for shade is filled plainly."""
        drawn = shapes.limb(part, bone)
        plain = part in PLAIN
        canvas.fill(drawn.path, colour if plain else self._rounded(colour, drawn.start, drawn.end))

    def _fill_bent(
        self, canvas: Canvas, bone: SeenBone, path: QPainterPath, colour: QColor, half: float
    ) -> None:
        """Fills a path that is already in space, shaded as if it were wrapped round `bone`."""
        left, origin = aspect_of(bone).left, QPointF(bone.origin.x, bone.origin.y)
        by = QPointF(left[0] * half, left[1] * half)
        canvas.fill(path, self._rounded(colour, origin - by, origin + by))

    def _rounded(self, colour: QColor, start: QPointF, end: QPointF) -> QBrush:
        """A brush that shades across a limb: lit where it looks to the light, darker away from it."""
        gap = end - start
        size = (gap.x() ** 2 + gap.y() ** 2) ** 0.5 or 1.0
        facing = round((gap.x() * LIGHT[0] + gap.y() * LIGHT[1]) / size * SHADES) / SHADES
        gradient = QLinearGradient(start, end)
        gradient.setStops(self._stops(colour, facing))
        return QBrush(gradient)

    def _stops(self, colour: QColor, facing: float) -> list[tuple[float, QColor]]:
        """Kept, for they recur, and Qt keeps the shades of stops that it has seen before."""
        key = (colour.rgb(), facing)
        if key not in self._shaded:
            dark, light = self._toned(colour, -facing), self._toned(colour, facing)
            self._shaded[key] = [(0.0, dark), (0.5, colour), (1.0, light)]
        return self._shaded[key]

    def _toned(self, colour: QColor, facing: float) -> QColor:
        if facing > 0.0:
            return colour.lighter(100 + round(100 * LIT * facing))
        return blend(colour, self._outline, EDGE * (1.0 + facing) + SHADED * -facing)


def _shade(picture: _Picture, side: str, *bones: str) -> str:
    """The colours of a limb: those of the far side, or the plain ones."""
    if picture.sideways:
        return "_far" if side == "far" else ""
    return "_far" if picture.depth(*bones) < FAR_AWAY else ""


def _order(picture: _Picture) -> tuple[list[str], list[str]]:
    """What is painted before the trunk and what after it, from far to near; the neck is under the shirt."""
    if picture.sideways:
        return ["arm_far", "leg_far", "neck", "head"], ["leg_near", "arm_near"]
    depths = {f"leg_{side}": picture.depth(f"thigh_{side}", f"shank_{side}") for side in ("far", "near")} | {
        f"arm_{side}": picture.depth(f"upper_arm_{side}", f"forearm_{side}") for side in ("far", "near")
    }
    depths["head"] = picture.depth("head") - 0.10
    # Legs that hang straight under the trunk begin beneath the shorts and the shirt.
    behind = {part: BEHIND if part.startswith("arm") else 0.03 for part in depths}
    ordered = sorted(depths, key=lambda part: depths[part])
    before = [part for part in ordered if depths[part] < behind[part]]
    before.insert(before.index("head") if "head" in before else len(before), "neck")
    return before, [part for part in ordered if part not in before]
