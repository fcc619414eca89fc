"""Paints what lies and stands around the figure: mats, boxes, walls, posts."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QRadialGradient

from trainer.figure.pose import Pose
from trainer.figure.props import Prop
from trainer.figure.vector import Vec
from trainer.ui.widgets.figure_canvas import Canvas
from trainer.ui.widgets.figure_colours import blend
from trainer.ui.widgets.prop_tones import Paint, Tones, line, rounded, turned

# How much darker a block's faces are that look to the side, and that look to the viewer.
SIDE_FACE, NEAR_FACE = 0.34, 0.22


class StandingThings:
    """Paints them in one set of tones."""

    def __init__(self, tones: Tones) -> None:
        self._tones = tones
        self.kinds: dict[str, Paint] = {
            "mat": self._mat,
            "pad": self._pad,
            "slider": self._slider,
            "towel": self._towel,
            "ball": self._ball,
            "box": self._box,
            "bench": self._bench,
            "chair": self._chair,
            "wall": self._wall,
            "rail": self._rail,
            "anchor": self._anchor,
            "post": self._post,
            "hip_bench": self._hip_bench,
            "roller": self._roller,
        }

    def _mat(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        tone = blend(self._tones.main, self._tones.ground, 0.35)
        self._slab(canvas, prop, prop.place(pose), (0.012, 1.0), tone)

    def _pad(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        self._slab(canvas, prop, Vec(place.x, prop.height, place.z), (prop.height, 0.72), self._tones.accent)

    def _slider(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        centre = canvas.seen(place.x, 0.004, place.z)
        canvas.ellipse(
            centre + QPointF(0.0, -0.004),
            prop.width / 2.0,
            0.020,
            blend(self._tones.accent, self._tones.dark, 0.25),
        )
        canvas.ellipse(centre + QPointF(0.0, 0.002), prop.width / 2.0, 0.019, self._tones.accent)

    def _towel(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Spread on the floor; with a `height` of its own rolled up."""
        place = prop.place(pose)
        if prop.y > 0.0:
            self._rolled(canvas, prop, place)
            return
        self._slab(canvas, prop, Vec(place.x, 0.006, place.z), (0.006, 0.6), self._tones.accent)

    def _rolled(self, canvas: Canvas, prop: Prop, place: Vec) -> None:
        near, far = (canvas.seen(place.x, place.y, place.z + z) for z in (prop.depth / 2, -prop.depth / 2))
        tone = blend(self._tones.light, self._tones.accent, 0.25)
        line(canvas, [far, near], prop.width, blend(tone, self._tones.dark, 0.25))
        canvas.ellipse(near, prop.width / 2.0, prop.width / 2.0, tone)
        canvas.ellipse(near, prop.width / 5.0, prop.width / 5.0, blend(tone, self._tones.dark, 0.3))

    def _ball(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place, radius = prop.place(pose), prop.width / 2.0
        centre = canvas.seen(place.x, place.y or radius, place.z)
        gradient = QRadialGradient(centre + QPointF(-radius * 0.35, radius * 0.45), radius * 1.5)
        gradient.setColorAt(0.0, blend(self._tones.main, self._tones.light, 0.35))
        gradient.setColorAt(0.6, self._tones.main)
        gradient.setColorAt(1.0, blend(self._tones.main, self._tones.dark, 0.45))
        canvas.ellipse(centre, radius, radius, QBrush(gradient))

    def _box(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        self._slab(canvas, prop, Vec(place.x, prop.height, place.z), (prop.height, 0.8), self._tones.main)

    def _bench(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        place, thick = prop.place(pose), 0.05
        steel = blend(self._tones.main, self._tones.dark, 0.35)
        for z in (-0.25, 0.25):
            for x in (-0.4, 0.4):
                foot = place.x + x * prop.width, place.z + z * prop.depth
                ends = [canvas.seen(foot[0], y, foot[1]) for y in (0.0, prop.height - thick)]
                line(canvas, ends, 0.024, steel)
        self._slab(canvas, prop, Vec(place.x, prop.height, place.z), (thick, 0.7), self._tones.accent)

    def _chair(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A seat `height` above the floor, its back behind it, or before it (a negative `tilt`)."""
        place, thick, deep = prop.place(pose), 0.024, prop.depth * 0.35
        wood = blend(self._tones.main, self._tones.dark, 0.25)
        behind = place.x + (prop.width / 2.0 if prop.tilt < 0.0 else -prop.width / 2.0)
        ahead = 2.0 * place.x - behind
        high = prop.height + 0.26
        for z in (-deep, deep):
            line(canvas, [canvas.seen(behind, y, place.z + z) for y in (0.0, high)], 0.020, wood)
            ends = [canvas.seen(ahead, y, place.z + z) for y in (0.0, prop.height - thick)]
            line(canvas, ends, 0.020, wood)
        for y in (high, high - 0.09):
            ends = [canvas.seen(behind, y, place.z + z) for z in (-deep, deep)]
            line(canvas, ends, 0.028, self._tones.main)
        self._slab(canvas, prop, Vec(place.x, prop.height, place.z), (thick, 0.7), self._tones.main)

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
        tone = blend(self._tones.main, self._tones.ground, 0.4)
        if wide < 0.05:
            line(canvas, [points[0], points[1]], 0.03, tone)
        canvas.polygon(points, tone)

    def _rail(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A bar to hold, on two legs."""
        place = prop.place(pose)
        tone = blend(self._tones.main, self._tones.dark, 0.15)
        behind, before = -prop.depth * 0.65, prop.depth * 0.1
        for z in (behind, before):
            ends = [canvas.seen(place.x, y, place.z + z) for y in (0.0, prop.height)]
            line(canvas, ends, 0.02, tone)
        ends = [canvas.seen(place.x, prop.height, place.z + z) for z in (behind, before)]
        line(canvas, ends, 0.026, self._tones.accent)

    def _roller(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A padded roll across, seen end on."""
        place, half = prop.place(pose), prop.depth * 0.3
        near, far = canvas.seen(place.x, place.y, half), canvas.seen(place.x, place.y, -half)
        line(canvas, [far, near], prop.width * 0.9, blend(self._tones.accent, self._tones.dark, 0.25))
        canvas.ellipse(near, prop.width / 2.0, prop.width / 2.0, self._tones.accent)

    def _anchor(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A padded bar over the ankles, held down on a stand."""
        place, half = prop.place(pose), prop.depth * 0.35
        steel = blend(self._tones.main, self._tones.dark, 0.3)
        near, far = canvas.seen(place.x, place.y, half), canvas.seen(place.x, place.y, -half)
        line(canvas, [far, near], 0.052, blend(self._tones.accent, self._tones.dark, 0.25))
        line(canvas, [near, QPointF(near.x(), 0.0)], 0.016, steel)
        canvas.ellipse(near, 0.030, 0.030, self._tones.accent)
        canvas.ellipse(near, 0.009, 0.009, steel)

    def _post(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Something firm that a band is tied to."""
        place = prop.place(pose)
        tone = blend(self._tones.main, self._tones.dark, 0.2)
        ends = [canvas.seen(place.x, y, place.z) for y in (0.0, prop.height)]
        line(canvas, ends, max(0.02, prop.width), tone)
        foot = QPointF(0.06, 0.0)
        line(canvas, [ends[0] - foot, ends[0] + foot], 0.02, tone)

    def _hip_bench(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A 45-degree bench: a foot plate with its rollers, a slanted beam, a pad under the hips' front."""
        place = prop.place(pose)
        steel = blend(self._tones.main, self._tones.dark, 0.25)
        foot = QPointF(place.x - prop.width, place.y - prop.height)
        top = canvas.seen(place.x, place.y)
        line(canvas, [QPointF(foot.x() - 0.12, 0.016), QPointF(place.x + 0.16, 0.016)], 0.03, steel)
        line(canvas, [QPointF(foot.x(), 0.016), foot], 0.028, steel)
        line(canvas, [QPointF(place.x, 0.016), top + QPointF(0.0, -0.03)], 0.03, steel)
        line(canvas, [foot + QPointF(-0.05, 0.03), foot + QPointF(0.07, -0.09)], 0.022, self._tones.accent)
        canvas.fill(rounded(-0.085, -0.028, (0.17, 0.056), 0.026), self._tones.accent, turned(top, prop.tilt))

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
                canvas.polygon([upper[i], upper[j], lower[j], lower[i]], blend(tone, self._tones.dark, shade))
        canvas.polygon(upper, face)

    def _slab(self, canvas: Canvas, prop: Prop, top: Vec, size: tuple[float, float], tone: QColor) -> None:
        """A block as wide and deep as the prop: `size` is its height and the share of the depth it has."""
        whole = (prop.width, size[0], prop.depth * size[1])
        self._block(canvas, top, whole, tone, blend(tone, self._tones.light, 0.12))
