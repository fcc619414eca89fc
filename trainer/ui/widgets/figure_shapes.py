"""Turns the sections of the body into outlines, as they are seen; what does not change is drawn once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QTransform

from trainer.figure.camera import SeenBone
from trainer.figure.flesh import SOLIDS, Aspect, Section, Solid, aspect_of
from trainer.figure.muscles import Patch, outline

Point = tuple[float, float]
# How far a curve's handles reach between neighbouring points (Catmull–Rom: a sixth of the chord each).
TENSION = 1.0 / 6.0
# No handle is longer than this share of its own chord: close points would make the curve bulge.
LONGEST_HANDLE = 0.42
# Outlines are drawn for so many directions, in degrees; between two of them nobody sees a difference.
STEP_DEG = 5
# A limb that looks shorter than this share of its length shows its round ends.
SHORTENED = 0.92
# Where a bone looks shorter than this, what is around it shows whole sections.
END_ON = 0.6
# How far limbs are rounded beyond their first and last section.
CAPS = {
    "thigh": (0.030, 0.034),
    "shank": (0.034, 0.020),
    "sock": (0.004, 0.010),
    "upper_arm": (0.012, 0.021),
    "forearm": (0.021, 0.010),
    "shorts": (0.055, 0.006),
    "sleeve": (0.017, 0.004),
    "neck": (0.010, 0.020),
    "hand": (0.0, 0.005),
    "fist": (0.0, 0.006),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """An outline in the picture's measure, and what shades it: from `start` to `end` across it."""

    path: QPainterPath
    start: QPointF
    end: QPointF


def smooth(points: Sequence[Point]) -> QPainterPath:
    """The closed smooth curve through these points."""
    path = QPainterPath(QPointF(*points[0]))
    count = len(points)
    for i in range(count):
        p0, p1 = points[i - 1], points[i]
        p2, p3 = points[(i + 1) % count], points[(i + 2) % count]
        longest = LONGEST_HANDLE * math.dist(p1, p2)
        out, back = _handle(p0, p2, longest), _handle(p3, p1, longest)
        path.cubicTo(p1[0] + out[0], p1[1] + out[1], p2[0] + back[0], p2[1] + back[1], *p2)
    path.closeSubpath()
    return path


def hull(points: Sequence[Point]) -> list[Point]:
    """The points, in order, that a string round all of them would touch (Andrew's monotone chain)."""
    ordered = sorted(points)
    return [*_chain(ordered), *_chain(ordered[::-1])]


def _chain(points: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for x, y in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], (x, y)) <= 0.0:
            chain.pop()
        chain.append((x, y))
    return chain[:-1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _handle(start: Point, end: Point, longest: float) -> Point:
    """The handle of a curve that passes a point in the direction from one neighbour to the other."""
    x, y = (end[0] - start[0]) * TENSION, (end[1] - start[1]) * TENSION
    size = math.hypot(x, y)
    share = longest / size if size > longest else 1.0
    return x * share, y * share


def limb(part: str, bone: SeenBone) -> Drawn:
    """A round part of the body along its bone."""
    aspect = aspect_of(bone)
    turn = _step(aspect)
    place = place_of(bone, aspect)
    path = place.map(_outline(part, turn))
    if aspect.size < SHORTENED:
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addPath(_balls(part, bone, turn))
    half = _half(part)
    x, y = bone.origin.x, bone.origin.y
    left = QPointF(aspect.left[0] * half, aspect.left[1] * half)
    return Drawn(path, QPointF(x, y) - left, QPointF(x, y) + left)


def place_of(bone: SeenBone, aspect: Aspect) -> QTransform:
    """Puts a shape that is given along a bone and to its left where the bone is seen."""
    return QTransform(*aspect.axis, *aspect.left, bone.origin.x, bone.origin.y)


@lru_cache(maxsize=4096)
def muscle(patch: Patch, across: int, hand: int) -> tuple[QPainterPath, bool]:
    """A patch along its bone and to its left, and whether it is seen through the body."""
    seen = outline(patch, float(across), hand)
    return smooth(seen.points), seen.through


def direction_of(aspect: Aspect) -> tuple[int, int]:
    """What `muscle` wants to know of how its bone is seen: the direction to its left, and the hand."""
    across = _step(aspect) * STEP_DEG
    turned = (aspect.facing - across + 180.0) % 360.0 - 180.0
    return across, 1 if turned >= 0.0 else -1


def loft(rows: Sequence[tuple[SeenBone, Section]]) -> QPainterPath:
    """The outline around sections of several bones, one after the other, such as the trunk's."""
    left, right = [], []
    rings = QPainterPath()
    for bone, section in rows:
        centre = bone.at(section.at, (section.front + section.back) / 2.0)
        half = (section.front - section.back) / 2.0
        front = (bone.front.x * half, bone.front.y * half)
        side = (bone.side.x * section.side, bone.side.y * section.side)
        aspect = aspect_of(bone)
        by = _support(front, side, aspect.left)
        left.append((centre.x + by[0], centre.y + by[1]))
        right.append((centre.x - by[0], centre.y - by[1]))
        if aspect.size < END_ON:
            rings.addPath(_ring((centre.x, centre.y), front, side))
    body = smooth([*left, *reversed(right)])
    body.setFillRule(Qt.FillRule.WindingFill)
    body.addPath(rings)
    return body


def _support(front: Point, side: Point, towards: Point) -> Point:
    """The point of an ellipse, from its centre, that lies furthest towards a direction."""
    along_front = front[0] * towards[0] + front[1] * towards[1]
    along_side = side[0] * towards[0] + side[1] * towards[1]
    size = math.hypot(along_front, along_side) or 1e-9
    return (
        (front[0] * along_front + side[0] * along_side) / size,
        (front[1] * along_front + side[1] * along_side) / size,
    )


def _ring(centre: Point, front: Point, side: Point) -> QPainterPath:
    """An ellipse, drawn round the same way as the outline that it is added to."""
    turned = front[0] * side[1] - front[1] * side[0]
    if abs(turned) < 1e-7:
        return QPainterPath()
    if turned > 0.0:
        side = (-side[0], -side[1])
    return QTransform(*front, *side, *centre).map(CIRCLE)


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
    return path


CIRCLE = _circle()


def _step(aspect: Aspect) -> int:
    turn = math.degrees(math.atan2(aspect.across[1], aspect.across[0]))
    return round(turn / STEP_DEG) % (360 // STEP_DEG)


@lru_cache(maxsize=2048)
def _outline(part: str, step: int) -> QPainterPath:
    """A part along its bone and to its left, seen from one direction."""
    cap, end = CAPS[part]
    edges = _edges(SOLIDS[part], step)
    points: list[Point] = _round(edges[0], -cap)
    points += [(at, left) for at, left, _ in edges]
    points += list(reversed(_round(edges[-1], end)))
    points += [(at, right) for at, _, right in reversed(edges)]
    return smooth(points)


def _edges(solid: Solid, step: int) -> list[tuple[float, float, float]]:
    turn = math.radians(step * STEP_DEG)
    across = (math.cos(turn), math.sin(turn))
    return [(section.at, *section.edges(across)) for section in solid]


def _round(row: tuple[float, float, float], by: float) -> list[Point]:
    if not by:
        return []
    at, left, right = row
    centre, half = (left + right) / 2.0, (left - right) / 2.0
    return [(at + by * 0.72, centre - half * 0.72), (at + by, centre), (at + by * 0.72, centre + half * 0.72)]


def _balls(part: str, bone: SeenBone, step: int) -> QPainterPath:
    """The round ends, and what is between, of a limb that points at the viewer or away."""
    path, aspect = QPainterPath(), aspect_of(bone)
    rows = _edges(SOLIDS[part], step)
    for at, left, right in rows if aspect.size < END_ON else (rows[0], rows[-1]):
        middle, half = (left + right) / 2.0, (left - right) / 2.0
        x = bone.origin.x + bone.axis.x * at + aspect.left[0] * middle
        y = bone.origin.y + bone.axis.y * at + aspect.left[1] * middle
        path.addPath(_ring((x, y), (half, 0.0), (0.0, half)))
    return path


@lru_cache(maxsize=32)
def _half(part: str) -> float:
    return max((section.front - section.back) / 2.0 for section in SOLIDS[part])
