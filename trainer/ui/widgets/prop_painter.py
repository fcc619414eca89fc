"""Paints what stands, lies or hangs around the figure, in the same hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient, QTransform

from trainer.figure.figure import Figure
from trainer.figure.frame import DEPTH_Y, Frame
from trainer.figure.pose import Pose
from trainer.figure.props import Prop
from trainer.figure.vector import Vec
from trainer.ui.widgets.figure_canvas import Canvas, seen
from trainer.ui.widgets.figure_colours import FigureColours, blend

# Half the depth of what lies on the floor, and how far the floor runs behind the figure.
HALF_DEPTH = 0.17
FLOOR_BEHIND = 0.5
SHADOW_POINTS = ("heel", "ball", "knee", "hip", "shoulder", "palm")


# A soft spot is painted as rings over each other: a gradient with changing ends costs ten times as much.
SHADE_RINGS = (1.0, 0.68, 0.36)
SPOT = QPainterPath()
SPOT.addEllipse(QPointF(0.0, 0.0), 1.0, 1.0)


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
        self._light = QColor(colours.shoe)
        self._by_kind: dict[str, Callable[[Canvas, Prop, Pose], None]] = {
            "mat": self._mat,
            "pad": self._pad,
            "slider": self._slider,
            "towel": self._towel,
            "band": self._band,
            "band_loop": self._band,
            "ball": self._ball,
            "box": self._box,
            "bench": self._bench,
            "wall": self._wall,
            "rail": self._rail,
            "dumbbell": self._dumbbell,
            "dumbbell_end": self._dumbbell_end,
            "anchor": self._anchor,
            "post": self._post,
            "dowel": self._dowel,
            "hip_bench": self._hip_bench,
            "roller": self._roller,
        }

    def paint(self, canvas: Canvas, figure: Figure, pose: Pose, layer: str) -> None:
        """Paints the figure's props of this layer."""
        for prop in figure.props:
            if prop.layer == layer:
                self._by_kind[prop.kind](canvas, prop, pose)

    def paint_floor(self, canvas: Canvas, frame: Frame) -> None:
        """The floor, to the edges of the picture."""
        floor = QPainterPath()
        back = -FLOOR_BEHIND * DEPTH_Y
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
        strength = max(0.0, 1.0 - point.y / 0.4) * 0.06
        if strength <= 0.01:
            return
        size = 0.06 + point.y * 0.12
        centre = seen(point.x, 0.0, point.z)
        shade = _clear(self._dark, strength)
        for share in SHADE_RINGS:
            place = QTransform(size * share, 0.0, 0.0, size * share * 0.26, centre.x(), centre.y())
            canvas.fill(SPOT, shade, place)

    def _slab(
        self, canvas: Canvas, x: float, y: float, half: tuple[float, float], thick: float, tone: QColor
    ) -> None:
        """A flat block: its upper face, and its near edges a little darker."""
        wide, deep = half
        corners = ((-wide, -deep), (wide, -deep), (wide, deep), (-wide, deep))
        face = [seen(x + across, y, z) for across, z in corners]
        down = QPointF(0.0, -thick)
        canvas.polygon([face[3], face[2], face[2] + down, face[3] + down], blend(tone, self._dark, 0.22))
        canvas.polygon([face[0], face[3], face[3] + down, face[0] + down], blend(tone, self._dark, 0.34))
        canvas.polygon(face, blend(tone, self._light, 0.12))

    def _mat(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        self._slab(
            canvas,
            place.x,
            place.y,
            (prop.width / 2.0, HALF_DEPTH),
            0.012,
            blend(self._main, self._ground, 0.35),
        )

    def _pad(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        half = (prop.width / 2.0, HALF_DEPTH * 0.72)
        self._slab(canvas, place.x, prop.height, half, prop.height, self._accent)

    def _slider(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        centre = seen(place.x, 0.004, place.z)
        canvas.ellipse(
            centre + QPointF(0.0, -0.004), prop.width / 2.0, 0.020, blend(self._accent, self._dark, 0.25)
        )
        canvas.ellipse(centre + QPointF(0.0, 0.002), prop.width / 2.0, 0.019, self._accent)

    def _towel(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        self._slab(canvas, place.x, 0.006, (prop.width / 2.0, HALF_DEPTH * 0.6), 0.006, self._accent)

    @staticmethod
    def _line(canvas: Canvas, points: list[QPointF], width: float, tone: QColor) -> None:
        for start, end in pairwise(points):
            canvas.line(start, end, width, tone)

    def _band(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A rubber band: the longer it is pulled, the thinner."""
        start, end = prop.place(pose), prop.end(pose) or prop.place(pose)
        points = [seen(*start), seen(*end)]
        via = prop.bend(pose)
        if via is not None:
            points.insert(1, seen(*via))
        pulled = math.hypot(end.x - start.x, end.y - start.y)
        width = max(0.010, 0.024 - 0.012 * pulled)
        self._line(canvas, points, width + 0.006, blend(self._accent, self._dark, 0.3))
        self._line(canvas, points, width, self._accent)

    def _ball(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place, radius = prop.place(pose), prop.width / 2.0
        centre = seen(place.x, place.y or radius)
        gradient = QRadialGradient(centre + QPointF(-radius * 0.35, radius * 0.45), radius * 1.5)
        gradient.setColorAt(0.0, blend(self._main, self._light, 0.35))
        gradient.setColorAt(0.6, self._main)
        gradient.setColorAt(1.0, blend(self._main, self._dark, 0.45))
        canvas.ellipse(centre, radius, radius, QBrush(gradient))

    def _box(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        self._slab(
            canvas, place.x, prop.height, (prop.width / 2.0, HALF_DEPTH * 0.8), prop.height, self._main
        )

    def _bench(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place, thick = prop.place(pose), 0.05
        for foot in (-0.4, 0.4):
            at = place.x + foot * prop.width
            ends = [seen(at, 0.0, 0.0), seen(at, prop.height - thick, 0.0)]
            self._line(canvas, ends, 0.028, blend(self._main, self._dark, 0.35))
        half = (prop.width / 2.0, HALF_DEPTH * 0.7)
        self._slab(canvas, place.x, prop.height, half, thick, self._accent)

    def _wall(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        face = [
            seen(place.x, 0.0, -3 * HALF_DEPTH),
            seen(place.x, prop.height, -3 * HALF_DEPTH),
            seen(place.x, prop.height, 3 * HALF_DEPTH),
            seen(place.x, 0.0, 3 * HALF_DEPTH),
        ]
        canvas.polygon(face, blend(self._main, self._ground, 0.4))

    def _rail(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A bar to hold, on two legs."""
        place = prop.place(pose)
        tone = blend(self._main, self._dark, 0.15)
        for z in (-HALF_DEPTH * 1.3, HALF_DEPTH * 0.2):
            self._line(canvas, [seen(place.x, 0.0, z), seen(place.x, prop.height, z)], 0.02, tone)
        ends = [seen(place.x, prop.height, -HALF_DEPTH * 1.3), seen(place.x, prop.height, HALF_DEPTH * 0.2)]
        self._line(canvas, ends, 0.026, self._accent)

    def _dumbbell(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Seen from its side."""
        place = _turned(seen(*prop.place(pose)), prop.tilt)
        canvas.fill(_rounded(-0.06, -0.009, (0.12, 0.018), 0.006), self._accent, place)
        for end in (-0.078, 0.042):
            gradient = QLinearGradient(0.0, 0.034, 0.0, -0.034)
            gradient.setColorAt(0.0, blend(self._main, self._light, 0.2))
            gradient.setColorAt(1.0, blend(self._main, self._dark, 0.5))
            canvas.fill(_rounded(end, -0.034, (0.036, 0.068), 0.010), QBrush(gradient), place)

    def _dumbbell_end(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Its handle lies across: the nearer plate hides the rest."""
        centre, radius = seen(*prop.place(pose)), 0.040
        gradient = QRadialGradient(centre + QPointF(-0.012, 0.016), radius * 1.4)
        gradient.setColorAt(0.0, blend(self._main, self._light, 0.3))
        gradient.setColorAt(1.0, blend(self._main, self._dark, 0.5))
        canvas.ellipse(centre, radius, radius, QBrush(gradient))
        canvas.ellipse(centre, 0.011, 0.011, blend(self._main, self._dark, 0.4))

    def _roller(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A padded roll across, seen end on."""
        place = prop.place(pose)
        near, far = seen(place.x, place.y, HALF_DEPTH * 0.6), seen(place.x, place.y, -HALF_DEPTH * 0.6)
        self._line(canvas, [far, near], prop.width * 0.9, blend(self._accent, self._dark, 0.25))
        canvas.ellipse(near, prop.width / 2.0, prop.width / 2.0, self._accent)

    def _anchor(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A padded bar over the ankles, held down on a stand."""
        place = prop.place(pose)
        steel = blend(self._main, self._dark, 0.3)
        near, far = seen(place.x, place.y, HALF_DEPTH * 0.7), seen(place.x, place.y, -HALF_DEPTH * 0.7)
        self._line(canvas, [far, near], 0.052, blend(self._accent, self._dark, 0.25))
        self._line(canvas, [near, QPointF(near.x(), 0.0)], 0.016, steel)
        canvas.ellipse(near, 0.030, 0.030, self._accent)
        canvas.ellipse(near, 0.009, 0.009, steel)

    def _post(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Something firm that a band is tied to."""
        place = prop.place(pose)
        tone = blend(self._main, self._dark, 0.2)
        self._line(canvas, [seen(place.x, 0.0), seen(place.x, prop.height)], max(0.02, prop.width), tone)
        self._line(canvas, [seen(place.x - 0.06, 0.004), seen(place.x + 0.06, 0.004)], 0.02, tone)

    def _dowel(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A stick through two points, standing out beyond both."""
        start, end = prop.place(pose), prop.end(pose) or prop.place(pose)
        size = math.hypot(end.x - start.x, end.y - start.y) or 1.0
        by = QPointF((end.x - start.x) / size, (end.y - start.y) / size) * prop.width
        line = [seen(*start) - by, seen(*end) + by]
        self._line(canvas, line, 0.018, blend(self._accent, self._dark, 0.25))
        self._line(canvas, line, 0.010, self._accent)

    def _hip_bench(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A 45-degree bench: a foot plate with its rollers, a slanted beam, a pad under the hips' front."""
        place = prop.place(pose)
        steel = blend(self._main, self._dark, 0.25)
        foot = QPointF(place.x - prop.width, place.y - prop.height)
        top = seen(place.x, place.y)
        self._line(canvas, [QPointF(foot.x() - 0.12, 0.016), QPointF(place.x + 0.16, 0.016)], 0.03, steel)
        self._line(canvas, [QPointF(foot.x(), 0.016), foot], 0.028, steel)
        self._line(canvas, [QPointF(place.x, 0.016), top + QPointF(0.0, -0.03)], 0.03, steel)
        self._line(canvas, [foot + QPointF(-0.05, 0.03), foot + QPointF(0.07, -0.09)], 0.022, self._accent)
        canvas.fill(_rounded(-0.085, -0.028, (0.17, 0.056), 0.026), self._accent, _turned(top, prop.tilt))
