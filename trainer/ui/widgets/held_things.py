"""Paints what is held, worn or pulled: bands, belts, weights, and arrows for a push."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QLinearGradient, QPainterPath, QPolygonF, QRadialGradient

from trainer.figure.pose import Pose
from trainer.figure.props import Prop
from trainer.ui.widgets.figure_canvas import Canvas
from trainer.ui.widgets.figure_colours import blend
from trainer.ui.widgets.prop_tones import Paint, Tones, clear, line, rounded, turned

# An arrow shows a push without movement: half its shaft's width, its head's length and half width, as shares
# of its length. One that looks shorter than the last share is left out.
SHAFT, HEAD_LONG, HEAD_WIDE = 0.09, 0.42, 0.28
LEAST_ARROW = 0.4


class HeldThings:
    """Paints them in one set of tones."""

    def __init__(self, tones: Tones) -> None:
        self._tones = tones
        self.kinds: dict[str, Paint] = {
            "band": self._band,
            "band_loop": self._band_loop,
            "belt": self._belt,
            "push": self._push,
            "dumbbell": self._dumbbell,
            "dumbbell_end": self._dumbbell_end,
            "kettlebell": self._kettlebell,
            "barbell": self._barbell,
            "dowel": self._dowel,
        }

    def _band(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A rubber band: the longer it is pulled, the thinner."""
        points = self._ends(canvas, prop, pose)
        gap = points[-1] - points[0]
        width = max(0.010, 0.024 - 0.012 * math.hypot(gap.x(), gap.y()))
        line(canvas, points, width + 0.006, blend(self._tones.lit, self._tones.dark, 0.45))
        line(canvas, points, width, self._tones.strap)

    def _band_loop(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A short band round both legs: from the outside of one to the outside of the other."""
        points = self._ends(canvas, prop, pose)
        gap = points[-1] - points[0]
        size = math.hypot(gap.x(), gap.y()) or 1.0
        by = QPointF(gap.x() / size, gap.y() / size) * (prop.width / 2.0)
        whole = [points[0] - by, points[-1] + by]
        line(canvas, whole, prop.height + 0.008, blend(self._tones.lit, self._tones.dark, 0.45))
        line(canvas, whole, prop.height, self._tones.strap)

    def _belt(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A strap that does not give, with its buckle."""
        self._band_loop(canvas, prop, pose)
        points = self._ends(canvas, prop, pose)
        middle = (points[0] + points[-1]) / 2.0
        size = prop.height + 0.014
        buckle = rounded(middle.x() - size / 2, middle.y() - size / 2, (size, size), 0.004)
        canvas.fill(buckle, blend(self._tones.light, self._tones.dark, 0.1))

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
        canvas.fill(arrow, clear(self._tones.lit, 0.9), turned(at, tilt))

    def _dowel(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A stick through two points, standing out beyond both."""
        points = self._ends(canvas, prop, pose)
        gap = points[-1] - points[0]
        by = gap * (prop.width / (math.hypot(gap.x(), gap.y()) or 1.0))
        stick = [points[0] - by, points[-1] + by]
        line(canvas, stick, 0.018, blend(self._tones.accent, self._tones.dark, 0.25))
        line(canvas, stick, 0.010, self._tones.accent)

    def _dumbbell(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Seen from its side."""
        place = turned(canvas.seen(*prop.place(pose)), prop.tilt)
        canvas.fill(rounded(-0.06, -0.009, (0.12, 0.018), 0.006), self._tones.accent, place)
        for end in (-0.078, 0.042):
            gradient = QLinearGradient(0.0, 0.034, 0.0, -0.034)
            gradient.setColorAt(0.0, blend(self._tones.main, self._tones.light, 0.2))
            gradient.setColorAt(1.0, blend(self._tones.main, self._tones.dark, 0.5))
            canvas.fill(rounded(end, -0.034, (0.036, 0.068), 0.010), QBrush(gradient), place)

    def _plate(self, canvas: Canvas, centre: QPointF, radius: float) -> None:
        gradient = QRadialGradient(centre + QPointF(-radius * 0.3, radius * 0.4), radius * 1.4)
        gradient.setColorAt(0.0, blend(self._tones.main, self._tones.light, 0.3))
        gradient.setColorAt(1.0, blend(self._tones.main, self._tones.dark, 0.5))
        canvas.ellipse(centre, radius, radius, QBrush(gradient))
        canvas.ellipse(centre, 0.011, 0.011, blend(self._tones.main, self._tones.dark, 0.4))

    def _dumbbell_end(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """Its handle lies across: the nearer plate hides the rest."""
        self._plate(canvas, canvas.seen(*prop.place(pose)), 0.040)

    def _barbell(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A bar across, `depth` long, with a plate on either end."""
        place, half = prop.place(pose), prop.depth / 2.0
        far, near = (canvas.seen(place.x, place.y, place.z + z) for z in (-half, half))
        steel = blend(self._tones.main, self._tones.dark, 0.3)
        self._plate(canvas, far, prop.width / 2.0)
        line(canvas, [far, near], 0.018, steel)
        self._plate(canvas, near, prop.width / 2.0)

    def _kettlebell(self, canvas: Canvas, prop: Prop, pose: Pose) -> None:
        """A ball that hangs under its handle."""
        at = canvas.seen(*prop.place(pose))
        place = turned(at, prop.tilt)
        handle = QPainterPath()
        handle.addEllipse(QPointF(0.0, -0.022), 0.036, 0.032)
        hole = QPainterPath()
        hole.addEllipse(QPointF(0.0, -0.024), 0.022, 0.019)
        canvas.fill(handle.subtracted(hole), blend(self._tones.main, self._tones.dark, 0.35), place)
        gradient = QRadialGradient(QPointF(-0.015, -0.055), 0.075)
        gradient.setColorAt(0.0, blend(self._tones.main, self._tones.light, 0.3))
        gradient.setColorAt(1.0, blend(self._tones.main, self._tones.dark, 0.55))
        ball = QPainterPath()
        ball.addEllipse(QPointF(0.0, -0.074), 0.050, 0.046)
        canvas.fill(ball, QBrush(gradient), place)

    def _ends(self, canvas: Canvas, prop: Prop, pose: Pose) -> list[QPointF]:
        start, end = prop.place(pose), prop.end(pose) or prop.place(pose)
        via = prop.bend(pose)
        return [canvas.seen(*point) for point in (start, via, end) if point is not None]
