"""Paints what stands, lies or hangs around the figure, in the same hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPolygonF,
    QRadialGradient,
    QTransform,
)

from trainer.figure.camera import Frame
from trainer.figure.figure import Figure
from trainer.figure.pose import Pose
from trainer.figure.props import Prop
from trainer.figure.vector import Vec
from trainer.ui.widgets.figure_canvas import Canvas
from trainer.ui.widgets.figure_colours import FigureColours, blend

# How far the floor runs behind the figure.
FLOOR_BEHIND = 0.5
SHADOW_POINTS = ("heel", "ball", "knee", "hip", "shoulder", "palm")
# How much darker a block's faces are that look to the side, and that look to the viewer.
SIDE_FACE, NEAR_FACE = 0.34, 0.22
GROUND = ("mat", "pad", "wall")
# A prop this much further away than the waist is behind the body.
BEHIND = 0.12
# An arrow shows a push without movement: half its shaft's width, its head's length and half width, as shares
# of its length. One that looks shorter than the last share is left out.
SHAFT, HEAD_LONG, HEAD_WIDE = 0.09, 0.42, 0.28
LEAST_ARROW = 0.4

# A shadow is one soft spot, drawn once and laid under each point: filling it anew takes twenty times as long.
SPOT_PX = 64
SHADOW = 0.16


def _spot(colour: QColor) -> QImage:
    """A round spot of the colour that fades out to its edge."""
    image = QImage(SPOT_PX, SPOT_PX, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    gradient = QRadialGradient(SPOT_PX / 2, SPOT_PX / 2, SPOT_PX / 2)
    for at, share in ((0.0, 1.0), (0.5, 0.55), (1.0, 0.0)):
        gradient.setColorAt(at, _clear(colour, share))
    painter = QPainter(image)
    painter.fillRect(image.rect(), QBrush(gradient))
    painter.end()
    return image


def _clear(colour: QColor, share: float) -> QColor:
    """The colour, only so opaque."""
    result = QColor(colour)
    result.setAlphaF(share)
    return result


def _rounded(x: float, y: float, size: tuple[float, float], corner: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, *size), corner, corner)
    return path


def _turned(at: QPointF, degrees: float) -> QTransform:
    return QTransform.fromTranslate(at.x(), at.y()).rotate(degrees)


class PropPainter:
    """Paints floor and props in one set of colours."""

    def __init__(self, colours: FigureColours) -> None:
        self._main, self._accent = QColor(colours.prop), QColor(colours.prop_accent)
        self._ground, self._dark = QColor(colours.ground), QColor(colours.outline)
        self._shadow = _spot(self._dark)
        self._light, self._lit = QColor(colours.shoe), QColor(colours.muscle)
        self._by_kind: dict[str, Callable[[Canvas, Prop, Pose], None]] = {
            "mat": self._mat,
            "pad": self._pad,
            "slider": self._slider,
            "towel": self._towel,
            "band": self._band,
            "band_loop": self._band_loop,
            "belt": self._belt,
            "push": self._push,
            "ball": self._ball,
            "box": self._box,
            "bench": self._bench,
            "chair": self._chair,
            "wall": self._wall,
            "rail": self._rail,
            "dumbbell": self._dumbbell,
            "dumbbell_end": self._dumbbell_end,
            "kettlebell": self._kettlebell,
            "barbell": self._barbell,
            "anchor": self._anchor,
            "post": self._post,
            "dowel": self._dowel,
            "hip_bench": self._hip_bench,
            "roller": self._roller,
        }

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
        canvas.fill(floor, self._ground)

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

    def _block(
        self, canvas: Canvas, top: Vec, size: tuple[float, float, float], tone: QColor, face: QColor
    ) -> None:
        """A block under `top`, the middle of its upper face: what is seen of its sides, then that face.

        `size` is its length along x, its height, and its depth along z.
        """
        wide, high, deep = size[0] / 2.0, size[1], size[2] / 2.0
        corners = ((-wide, -deep), (wide, -deep), (wide, deep), (-wide, deep))
        upper = [canvas.seen(top.x + x, top.y, top.z + z) for x, z in corners]
        lower = [canvas.seen(top.x + x, top.y - high, top.z + z) for x, z in corners]
        for i in range(4):
            j = (i + 1) % 4
            across = upper[j] - upper[i]
            down = lower[i] - upper[i]
            if across.x() * down.y() - across.y() * down.x() > 1e-9:
                slope = abs(across.x()) / (math.hypot(across.x(), across.y()) or 1.0)
                shade = SIDE_FACE + (NEAR_FACE - SIDE_FACE) * slope
                canvas.polygon([upper[i], upper[j], lower[j], lower[i]], blend(tone, self._dark, shade))
        canvas.polygon(upper, face)

    def _slab(self, canvas: Canvas, prop: Prop, top: Vec, size: tuple[float, float], tone: QColor) -> None:
        """A block as wide and deep as the prop: `size` is its height and the share of the depth it has."""
        whole = (prop.width, size[0], prop.depth * size[1])
        self._block(canvas, top, whole, tone, blend(tone, self._light, 0.12))

    def _mat(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        tone = blend(self._main, self._ground, 0.35)
        self._slab(canvas, prop, prop.place(pose), (0.012, 1.0), tone)

    def _pad(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        self._slab(canvas, prop, Vec(place.x, prop.height, place.z), (prop.height, 0.72), self._accent)

    def _slider(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        centre = canvas.seen(place.x, 0.004, place.z)
        canvas.ellipse(
            centre + QPointF(0.0, -0.004), prop.width / 2.0, 0.020, blend(self._accent, self._dark, 0.25)
        )
        canvas.ellipse(centre + QPointF(0.0, 0.002), prop.width / 2.0, 0.019, self._accent)

    def _towel(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Spread on the floor; with a `height` of its own rolled up."""
        place = prop.place(pose)
        if prop.y > 0.0:
            self._rolled(canvas, prop, place)
            return
        self._slab(canvas, prop, Vec(place.x, 0.006, place.z), (0.006, 0.6), self._accent)

    def _rolled(self, canvas: Canvas, prop: Prop, place: Vec) -> None:
        near, far = (canvas.seen(place.x, place.y, place.z + z) for z in (prop.depth / 2, -prop.depth / 2))
        tone = blend(self._light, self._accent, 0.25)
        self._line(canvas, [far, near], prop.width, blend(tone, self._dark, 0.25))
        canvas.ellipse(near, prop.width / 2.0, prop.width / 2.0, tone)
        canvas.ellipse(near, prop.width / 5.0, prop.width / 5.0, blend(tone, self._dark, 0.3))

    @staticmethod
    def _line(canvas: Canvas, points: list[QPointF], width: float, tone: QColor) -> None:
        for start, end in pairwise(points):
            canvas.line(start, end, width, tone)

    def _ends(self, canvas: Canvas, prop: Prop, pose: Pose) -> list[QPointF]:
        start, end = prop.place(pose), prop.end(pose) or prop.place(pose)
        via = prop.bend(pose)
        return [canvas.seen(*point) for point in (start, via, end) if point is not None]

    def _band(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A rubber band: the longer it is pulled, the thinner."""
        points = self._ends(canvas, prop, pose)
        gap = points[-1] - points[0]
        width = max(0.010, 0.024 - 0.012 * math.hypot(gap.x(), gap.y()))
        self._line(canvas, points, width + 0.006, blend(self._lit, self._dark, 0.45))
        self._line(canvas, points, width, self._strap)

    @property
    def _strap(self) -> QColor:
        return blend(self._accent, self._lit, 0.35)

    def _band_loop(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A short band round both legs: from the outside of one to the outside of the other."""
        points = self._ends(canvas, prop, pose)
        gap = points[-1] - points[0]
        size = math.hypot(gap.x(), gap.y()) or 1.0
        by = QPointF(gap.x() / size, gap.y() / size) * (prop.width / 2.0)
        whole = [points[0] - by, points[-1] + by]
        self._line(canvas, whole, prop.height + 0.008, blend(self._lit, self._dark, 0.45))
        self._line(canvas, whole, prop.height, self._strap)

    def _belt(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A strap that does not give, with its buckle."""
        self._band_loop(canvas, prop, pose)
        points = self._ends(canvas, prop, pose)
        middle = (points[0] + points[-1]) / 2.0
        size = prop.height + 0.014
        buckle = _rounded(middle.x() - size / 2, middle.y() - size / 2, (size, size), 0.004)
        canvas.fill(buckle, blend(self._light, self._dark, 0.1))

    def _push(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """An arrow `width` long, `tilt` degrees up from the right in the picture: a push or a pull.

        One `to` a point of the body points there in space, and is not seen along its length.
        """
        start, end = prop.place(pose), prop.end(pose)
        at, long, tilt = canvas.seen(*start), prop.width, prop.tilt
        if end is not None:
            gap = canvas.seen(*end) - at
            seen = math.hypot(gap.x(), gap.y()) / (math.dist(start, end) or 1.0)
            if seen < LEAST_ARROW:
                return
            long, tilt = long * seen, math.degrees(math.atan2(gap.y(), gap.x()))
        neck = 1.0 - HEAD_LONG
        corners = (
            (0.0, SHAFT),
            (neck, SHAFT),
            (neck, HEAD_WIDE),
            (1.0, 0.0),
            (neck, -HEAD_WIDE),
            (neck, -SHAFT),
            (0.0, -SHAFT),
        )
        arrow = QPainterPath()
        arrow.addPolygon(QPolygonF([QPointF(x * long, y * prop.width) for x, y in corners]))
        canvas.fill(arrow, _clear(self._lit, 0.9), _turned(at, tilt))

    def _ball(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place, radius = prop.place(pose), prop.width / 2.0
        centre = canvas.seen(place.x, place.y or radius, place.z)
        gradient = QRadialGradient(centre + QPointF(-radius * 0.35, radius * 0.45), radius * 1.5)
        gradient.setColorAt(0.0, blend(self._main, self._light, 0.35))
        gradient.setColorAt(0.6, self._main)
        gradient.setColorAt(1.0, blend(self._main, self._dark, 0.45))
        canvas.ellipse(centre, radius, radius, QBrush(gradient))

    def _box(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        self._slab(canvas, prop, Vec(place.x, prop.height, place.z), (prop.height, 0.8), self._main)

    def _bench(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place, thick = prop.place(pose), 0.05
        steel = blend(self._main, self._dark, 0.35)
        for z in (-0.25, 0.25):
            for x in (-0.4, 0.4):
                foot = place.x + x * prop.width, place.z + z * prop.depth
                ends = [canvas.seen(foot[0], y, foot[1]) for y in (0.0, prop.height - thick)]
                self._line(canvas, ends, 0.024, steel)
        self._slab(canvas, prop, Vec(place.x, prop.height, place.z), (thick, 0.7), self._accent)

    def _chair(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A seat `height` above the floor, its back behind it, or before it (a negative `tilt`)."""
        place, thick, deep = prop.place(pose), 0.024, prop.depth * 0.35
        wood = blend(self._main, self._dark, 0.25)
        behind = place.x + (prop.width / 2.0 if prop.tilt < 0.0 else -prop.width / 2.0)
        ahead = 2.0 * place.x - behind
        high = prop.height + 0.26
        for z in (-deep, deep):
            self._line(canvas, [canvas.seen(behind, y, place.z + z) for y in (0.0, high)], 0.020, wood)
            ends = [canvas.seen(ahead, y, place.z + z) for y in (0.0, prop.height - thick)]
            self._line(canvas, ends, 0.020, wood)
        for y in (high, high - 0.09):
            ends = [canvas.seen(behind, y, place.z + z) for z in (-deep, deep)]
            self._line(canvas, ends, 0.028, self._main)
        self._slab(canvas, prop, Vec(place.x, prop.height, place.z), (thick, 0.7), self._main)

    def _wall(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A wall across the way one looks; with a `tilt` of 90 one beside it, along the way."""
        place, half = prop.place(pose), prop.depth * 1.5
        along = prop.tilt == 90.0
        ends = ((-half, 0.0), (half, 0.0)) if along else ((0.0, -half), (0.0, half))
        points = [
            canvas.seen(place.x + x, y, place.z + z)
            for y, (x, z) in (
                (0.0, ends[0]),
                (prop.height, ends[0]),
                (prop.height, ends[1]),
                (0.0, ends[1]),
            )
        ]
        wide = abs(points[0].x() - points[3].x())
        tone = blend(self._main, self._ground, 0.4)
        if wide < 0.05:
            self._line(canvas, [points[0], points[1]], 0.03, tone)
        canvas.polygon(points, tone)

    def _rail(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A bar to hold, on two legs."""
        place = prop.place(pose)
        tone = blend(self._main, self._dark, 0.15)
        behind, before = -prop.depth * 0.65, prop.depth * 0.1
        for z in (behind, before):
            ends = [canvas.seen(place.x, y, place.z + z) for y in (0.0, prop.height)]
            self._line(canvas, ends, 0.02, tone)
        ends = [canvas.seen(place.x, prop.height, place.z + z) for z in (behind, before)]
        self._line(canvas, ends, 0.026, self._accent)

    def _dumbbell(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Seen from its side."""
        place = _turned(canvas.seen(*prop.place(pose)), prop.tilt)
        canvas.fill(_rounded(-0.06, -0.009, (0.12, 0.018), 0.006), self._accent, place)
        for end in (-0.078, 0.042):
            gradient = QLinearGradient(0.0, 0.034, 0.0, -0.034)
            gradient.setColorAt(0.0, blend(self._main, self._light, 0.2))
            gradient.setColorAt(1.0, blend(self._main, self._dark, 0.5))
            canvas.fill(_rounded(end, -0.034, (0.036, 0.068), 0.010), QBrush(gradient), place)

    def _plate(self, canvas: Canvas, centre: QPointF, radius: float) -> None:
        gradient = QRadialGradient(centre + QPointF(-radius * 0.3, radius * 0.4), radius * 1.4)
        gradient.setColorAt(0.0, blend(self._main, self._light, 0.3))
        gradient.setColorAt(1.0, blend(self._main, self._dark, 0.5))
        canvas.ellipse(centre, radius, radius, QBrush(gradient))
        canvas.ellipse(centre, 0.011, 0.011, blend(self._main, self._dark, 0.4))

    def _dumbbell_end(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Its handle lies across: the nearer plate hides the rest."""
        self._plate(canvas, canvas.seen(*prop.place(pose)), 0.040)

    def _barbell(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A bar across, `depth` long, with a plate on either end."""
        place, half = prop.place(pose), prop.depth / 2.0
        far, near = (canvas.seen(place.x, place.y, place.z + z) for z in (-half, half))
        steel = blend(self._main, self._dark, 0.3)
        self._plate(canvas, far, prop.width / 2.0)
        self._line(canvas, [far, near], 0.018, steel)
        self._plate(canvas, near, prop.width / 2.0)

    def _kettlebell(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A ball that hangs under its handle."""
        at = canvas.seen(*prop.place(pose))
        place = _turned(at, prop.tilt)
        handle = QPainterPath()
        handle.addEllipse(QPointF(0.0, -0.022), 0.036, 0.032)
        hole = QPainterPath()
        hole.addEllipse(QPointF(0.0, -0.024), 0.022, 0.019)
        canvas.fill(handle.subtracted(hole), blend(self._main, self._dark, 0.35), place)
        gradient = QRadialGradient(QPointF(-0.015, -0.055), 0.075)
        gradient.setColorAt(0.0, blend(self._main, self._light, 0.3))
        gradient.setColorAt(1.0, blend(self._main, self._dark, 0.55))
        ball = QPainterPath()
        ball.addEllipse(QPointF(0.0, -0.074), 0.050, 0.046)
        canvas.fill(ball, QBrush(gradient), place)

    def _roller(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A padded roll across, seen end on."""
        place, half = prop.place(pose), prop.depth * 0.3
        near, far = canvas.seen(place.x, place.y, half), canvas.seen(place.x, place.y, -half)
        self._line(canvas, [far, near], prop.width * 0.9, blend(self._accent, self._dark, 0.25))
        canvas.ellipse(near, prop.width / 2.0, prop.width / 2.0, self._accent)

    def _anchor(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A padded bar over the ankles, held down on a stand."""
        place, half = prop.place(pose), prop.depth * 0.35
        steel = blend(self._main, self._dark, 0.3)
        near, far = canvas.seen(place.x, place.y, half), canvas.seen(place.x, place.y, -half)
        self._line(canvas, [far, near], 0.052, blend(self._accent, self._dark, 0.25))
        self._line(canvas, [near, QPointF(near.x(), 0.0)], 0.016, steel)
        canvas.ellipse(near, 0.030, 0.030, self._accent)
        canvas.ellipse(near, 0.009, 0.009, steel)

    def _post(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Something firm that a band is tied to."""
        place = prop.place(pose)
        tone = blend(self._main, self._dark, 0.2)
        ends = [canvas.seen(place.x, y, place.z) for y in (0.0, prop.height)]
        self._line(canvas, ends, max(0.02, prop.width), tone)
        foot = QPointF(0.06, 0.0)
        self._line(canvas, [ends[0] - foot, ends[0] + foot], 0.02, tone)

    def _dowel(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A stick through two points, standing out beyond both."""
        points = self._ends(canvas, prop, pose)
        gap = points[-1] - points[0]
        by = gap * (prop.width / (math.hypot(gap.x(), gap.y()) or 1.0))
        line = [points[0] - by, points[-1] + by]
        self._line(canvas, line, 0.018, blend(self._accent, self._dark, 0.25))
        self._line(canvas, line, 0.010, self._accent)

    def _hip_bench(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A 45-degree bench: a foot plate with its rollers, a slanted beam, a pad under the hips' front."""
        place = prop.place(pose)
        steel = blend(self._main, self._dark, 0.25)
        foot = QPointF(place.x - prop.width, place.y - prop.height)
        top = canvas.seen(place.x, place.y)
        self._line(canvas, [QPointF(foot.x() - 0.12, 0.016), QPointF(place.x + 0.16, 0.016)], 0.03, steel)
        self._line(canvas, [QPointF(foot.x(), 0.016), foot], 0.028, steel)
        self._line(canvas, [QPointF(place.x, 0.016), top + QPointF(0.0, -0.03)], 0.03, steel)
        self._line(canvas, [foot + QPointF(-0.05, 0.03), foot + QPointF(0.07, -0.09)], 0.022, self._accent)
        canvas.fill(_rounded(-0.085, -0.028, (0.17, 0.056), 0.026), self._accent, _turned(top, prop.tilt))
