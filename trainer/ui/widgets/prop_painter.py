"""Paints what stands, lies or hangs around the figure, in the same hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

from trainer.figure.figure import Figure
from trainer.figure.frame import DEPTH_X, DEPTH_Y, Frame
from trainer.figure.pose import Pose
from trainer.figure.props import Prop
from trainer.figure.vector import Vec
from trainer.ui.widgets.figure_colours import FigureColours, blend

# Half the depth of what lies on the floor, and how far the floor runs behind the figure.
HALF_DEPTH = 0.17
FLOOR_BEHIND = 0.5
SHADOW_POINTS = ("heel", "ball", "knee", "hip", "shoulder", "palm")


def _seen(x: float, y: float, z: float = 0.0) -> QPointF:
    return QPointF(x + z * DEPTH_X, y + z * DEPTH_Y)


class PropPainter:
    """Paints floor and props; the painter counts in body heights, y upwards."""

    def __init__(self, colours: FigureColours) -> None:
        self._main, self._accent = QColor(colours.prop), QColor(colours.prop_accent)
        self._ground, self._dark = QColor(colours.ground), QColor(colours.outline)
        self._light = QColor(colours.shoe)
        self._by_kind: dict[str, Callable[[QPainter, Prop, Pose], None]] = {
            "mat": self._mat,
            "pad": self._pad,
            "slider": self._slider,
            "towel": self._slider,
            "band": self._band,
            "band_loop": self._band,
            "ball": self._ball,
            "box": self._box,
            "bench": self._bench,
            "step": self._box,
            "wall": self._wall,
            "rail": self._rail,
            "dumbbell": self._dumbbell,
            "dumbbell_end": self._dumbbell_end,
            "kettlebell": self._kettlebell,
            "anchor": self._anchor,
            "post": self._post,
            "dowel": self._dowel,
            "hip_bench": self._hip_bench,
            "roller": self._roller,
            "chair": self._bench,
        }

    def paint(self, painter: QPainter, figure: Figure, pose: Pose, layer: str) -> None:
        """Paints the figure's props of this layer."""
        for prop in figure.props:
            if prop.layer == layer:
                self._by_kind[prop.kind](painter, prop, pose)

    def paint_floor(self, painter: QPainter, frame: Frame, pose: Pose) -> None:
        """The floor with the shade that the body throws on it."""
        back = -FLOOR_BEHIND * DEPTH_Y
        floor = QRectF(frame.left - 4.0, frame.bottom - 4.0, frame.width + 8.0, back - frame.bottom + 4.0)
        painter.fillRect(floor, self._ground)
        for side in ("far", "near"):
            for name in SHADOW_POINTS:
                self._shade(painter, pose.point(f"{name}_{side}"))

    def _shade(self, painter: QPainter, point: Vec) -> None:
        """A soft dark spot under a point, the fainter the higher that is."""
        strength = max(0.0, 1.0 - point.y / 0.55) * 0.16
        if strength <= 0.0:
            return
        size = 0.07 + point.y * 0.12
        centre = _seen(point.x, 0.0, point.z)
        shade, clear = QColor(self._dark), QColor(self._dark)
        shade.setAlphaF(strength)
        clear.setAlphaF(0.0)
        gradient = QRadialGradient(QPointF(0.0, 0.0), size)
        gradient.setColorAt(0.0, shade)
        gradient.setColorAt(1.0, clear)
        painter.save()
        painter.translate(centre)
        painter.scale(1.0, 0.26)
        painter.fillRect(QRectF(-size, -size, 2 * size, 2 * size), gradient)
        painter.restore()

    def _slab(
        self, painter: QPainter, x: float, y: float, half: tuple[float, float], thick: float, tone: QColor
    ) -> None:
        """A flat block: its upper face, and its near edge a little darker."""
        wide, deep = half
        face = [
            _seen(x - wide, y, -deep),
            _seen(x + wide, y, -deep),
            _seen(x + wide, y, deep),
            _seen(x - wide, y, deep),
        ]
        down = QPointF(0.0, -thick)
        edge = [face[3], face[2], face[2] + down, face[3] + down]
        side = [face[0], face[3], face[3] + down, face[0] + down]
        painter.setBrush(blend(tone, self._dark, 0.22))
        painter.drawPolygon(QPolygonF(edge))
        painter.setBrush(blend(tone, self._dark, 0.34))
        painter.drawPolygon(QPolygonF(side))
        painter.setBrush(blend(tone, self._light, 0.12))
        painter.drawPolygon(QPolygonF(face))

    def _mat(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        self._slab(
            painter,
            place.x,
            place.y,
            (prop.width / 2.0, HALF_DEPTH),
            0.012,
            blend(self._main, self._ground, 0.35),
        )

    def _pad(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        half = (prop.width / 2.0, HALF_DEPTH * 0.72)
        self._slab(painter, place.x, prop.height, half, prop.height, self._accent)

    def _slider(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        centre = _seen(place.x, 0.004, place.z)
        painter.setBrush(blend(self._accent, self._dark, 0.25))
        painter.drawEllipse(centre + QPointF(0.0, -0.004), prop.width / 2.0, 0.020)
        painter.setBrush(self._accent)
        painter.drawEllipse(centre + QPointF(0.0, 0.002), prop.width / 2.0, 0.019)

    def _line(self, painter: QPainter, points: list[QPointF], width: float, tone: QColor) -> None:
        pen = QPen(tone, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for start, end in pairwise(points):
            painter.drawLine(QLineF(start, end))
        painter.setPen(Qt.PenStyle.NoPen)

    def _band(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        """A rubber band: the longer it is pulled, the thinner."""
        start, end = prop.place(pose), prop.end(pose) or prop.place(pose)
        points = [_seen(*start), _seen(*end)]
        via = prop.bend(pose)
        if via is not None:
            points.insert(1, _seen(*via))
        pulled = math.hypot(end.x - start.x, end.y - start.y)
        width = max(0.010, 0.024 - 0.012 * pulled)
        self._line(painter, points, width + 0.006, blend(self._accent, self._dark, 0.3))
        self._line(painter, points, width, self._accent)

    def _ball(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        place, radius = prop.place(pose), prop.width / 2.0
        centre = _seen(place.x, place.y or radius)
        gradient = QRadialGradient(centre + QPointF(-radius * 0.35, radius * 0.45), radius * 1.5)
        gradient.setColorAt(0.0, blend(self._main, self._light, 0.35))
        gradient.setColorAt(0.6, self._main)
        gradient.setColorAt(1.0, blend(self._main, self._dark, 0.45))
        painter.setBrush(gradient)
        painter.drawEllipse(centre, radius, radius)

    def _box(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        self._slab(
            painter, place.x, prop.height, (prop.width / 2.0, HALF_DEPTH * 0.8), prop.height, self._main
        )

    def _bench(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        place, thick = prop.place(pose), 0.05
        for foot in (-0.4, 0.4):
            at = place.x + foot * prop.width
            ends = [_seen(at, 0.0, 0.0), _seen(at, prop.height - thick, 0.0)]
            self._line(painter, ends, 0.028, blend(self._main, self._dark, 0.35))
        half = (prop.width / 2.0, HALF_DEPTH * 0.7)
        self._slab(painter, place.x, prop.height, half, thick, self._accent)

    def _wall(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        place = prop.place(pose)
        face = [
            _seen(place.x, 0.0, -3 * HALF_DEPTH),
            _seen(place.x, prop.height, -3 * HALF_DEPTH),
            _seen(place.x, prop.height, 3 * HALF_DEPTH),
            _seen(place.x, 0.0, 3 * HALF_DEPTH),
        ]
        painter.setBrush(blend(self._main, self._ground, 0.4))
        painter.drawPolygon(QPolygonF(face))

    def _rail(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        """A bar to hold, on two legs."""
        place = prop.place(pose)
        tone = blend(self._main, self._dark, 0.15)
        for z in (-HALF_DEPTH * 1.3, HALF_DEPTH * 0.2):
            self._line(painter, [_seen(place.x, 0.0, z), _seen(place.x, prop.height, z)], 0.02, tone)
        ends = [_seen(place.x, prop.height, -HALF_DEPTH * 1.3), _seen(place.x, prop.height, HALF_DEPTH * 0.2)]
        self._line(painter, ends, 0.026, self._accent)

    def _dumbbell(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        """Seen end on or, tilted, from its side."""
        place = prop.place(pose)
        painter.save()
        painter.translate(_seen(*place))
        painter.rotate(prop.tilt)
        painter.setBrush(self._accent)
        painter.drawRoundedRect(QRectF(-0.06, -0.009, 0.12, 0.018), 0.006, 0.006)
        for end in (-0.078, 0.042):
            gradient = QLinearGradient(0.0, 0.034, 0.0, -0.034)
            gradient.setColorAt(0.0, blend(self._main, self._light, 0.2))
            gradient.setColorAt(1.0, blend(self._main, self._dark, 0.5))
            painter.setBrush(gradient)
            painter.drawRoundedRect(QRectF(end, -0.034, 0.036, 0.068), 0.010, 0.010)
        painter.restore()

    def _dumbbell_end(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        """Its handle lies across: the nearer plate hides the rest."""
        centre, radius = _seen(*prop.place(pose)), 0.040
        gradient = QRadialGradient(centre + QPointF(-0.012, 0.016), radius * 1.4)
        gradient.setColorAt(0.0, blend(self._main, self._light, 0.3))
        gradient.setColorAt(1.0, blend(self._main, self._dark, 0.5))
        painter.setBrush(gradient)
        painter.drawEllipse(centre, radius, radius)
        painter.setBrush(blend(self._main, self._dark, 0.4))
        painter.drawEllipse(centre, 0.011, 0.011)

    def _roller(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        """A padded roll across, seen end on."""
        place = prop.place(pose)
        near, far = _seen(place.x, place.y, HALF_DEPTH * 0.6), _seen(place.x, place.y, -HALF_DEPTH * 0.6)
        self._line(painter, [far, near], prop.width * 0.9, blend(self._accent, self._dark, 0.25))
        painter.setBrush(self._accent)
        painter.drawEllipse(near, prop.width / 2.0, prop.width / 2.0)

    def _kettlebell(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        hand = _seen(*prop.place(pose))
        self._line(painter, [hand + QPointF(-0.022, -0.03), hand + QPointF(-0.016, 0.0)], 0.014, self._accent)
        self._line(painter, [hand + QPointF(-0.016, 0.0), hand + QPointF(0.016, 0.0)], 0.014, self._accent)
        self._line(painter, [hand + QPointF(0.016, 0.0), hand + QPointF(0.022, -0.03)], 0.014, self._accent)
        painter.setBrush(self._main)
        painter.drawEllipse(hand + QPointF(0.0, -0.065), 0.045, 0.045)

    def _anchor(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        """A padded bar over the ankles, held down on a stand."""
        place = prop.place(pose)
        steel = blend(self._main, self._dark, 0.3)
        near, far = _seen(place.x, place.y, HALF_DEPTH * 0.7), _seen(place.x, place.y, -HALF_DEPTH * 0.7)
        self._line(painter, [far, near], 0.052, blend(self._accent, self._dark, 0.25))
        self._line(painter, [near, QPointF(near.x(), 0.0)], 0.016, steel)
        painter.setBrush(self._accent)
        painter.drawEllipse(near, 0.030, 0.030)
        painter.setBrush(steel)
        painter.drawEllipse(near, 0.009, 0.009)

    def _post(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        """Something firm that a band is tied to."""
        place = prop.place(pose)
        tone = blend(self._main, self._dark, 0.2)
        self._line(painter, [_seen(place.x, 0.0), _seen(place.x, prop.height)], max(0.02, prop.width), tone)
        self._line(painter, [_seen(place.x - 0.06, 0.004), _seen(place.x + 0.06, 0.004)], 0.02, tone)

    def _dowel(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        """A stick through two points, standing out beyond both."""
        start, end = prop.place(pose), prop.end(pose) or prop.place(pose)
        size = math.hypot(end.x - start.x, end.y - start.y) or 1.0
        by = QPointF((end.x - start.x) / size, (end.y - start.y) / size) * prop.width
        line = [_seen(*start) - by, _seen(*end) + by]
        self._line(painter, line, 0.018, blend(self._accent, self._dark, 0.25))
        self._line(painter, line, 0.010, self._accent)

    def _hip_bench(self, painter: QPainter, prop: Prop, pose: Pose) -> None:
        """A 45-degree bench: a foot plate with its rollers, a slanted beam, a pad under the hips' front."""
        place = prop.place(pose)
        steel = blend(self._main, self._dark, 0.25)
        foot = QPointF(place.x - prop.width, place.y - prop.height)
        top = _seen(place.x, place.y)
        self._line(painter, [QPointF(foot.x() - 0.12, 0.016), QPointF(place.x + 0.16, 0.016)], 0.03, steel)
        self._line(painter, [QPointF(foot.x(), 0.016), foot], 0.028, steel)
        self._line(painter, [QPointF(place.x, 0.016), top + QPointF(0.0, -0.03)], 0.03, steel)
        self._line(painter, [foot + QPointF(-0.05, 0.03), foot + QPointF(0.07, -0.09)], 0.022, self._accent)
        pad = QPainterPath()
        pad.addRoundedRect(QRectF(-0.085, -0.028, 0.17, 0.056), 0.026, 0.026)
        painter.save()
        painter.translate(top)
        painter.rotate(prop.tilt)
        painter.fillPath(pad, self._accent)
        painter.restore()
