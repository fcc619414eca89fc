"""The head: drawn once in profile; from elsewhere put together from its sections."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QPainterPath, QTransform

from trainer.figure.camera import SeenBone
from trainer.figure.flesh import SOLIDS, aspect_of, section_at
from trainer.ui.widgets.figure_shapes import CIRCLE, Point, hull, loft, smooth

# A head that is turned further than this from the profile is no profile any more.
PROFILE = 0.80
# Hair stands off the head by so much; where it begins, from the forehead round to the nape (degrees, height).
HAIR_THICK = 0.006
HAIRLINE = (
    (0.0, 0.061),
    (40.0, 0.060),
    (62.0, 0.044),
    (74.0, 0.020),
    (88.0, 0.012),
    (100.0, 0.018),
    (118.0, 0.004),
    (140.0, -0.010),
    (180.0, -0.018),
)
# A head whose crown points this squarely at the viewer shows all of its hair; one tipped away shows what
# stands out behind it, and nothing more where it is seen from the chin.
TIPPED, FROM_BELOW = 0.5, 0.85
# Less than this high on it, the head itself hides the hair behind.
HIDDEN = 0.03
EAR_AT = (0.012, 94.0)
CURVE = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the face: where (height, degrees from the front), how large (along, across)."""

    what: str
    at: float
    angle: float
    along: float
    across: float


MARKS = (
    Mark("eye", 0.022, 26.0, 0.0042, 0.0068),
    Mark("eye", 0.022, -26.0, 0.0042, 0.0068),
    Mark("brow", 0.036, 27.0, 0.0024, 0.0105),
    Mark("brow", 0.036, -27.0, 0.0024, 0.0105),
    Mark("shade", 0.003, 0.0, 0.0045, 0.0085),
    Mark("mouth", -0.017, 0.0, 0.0026, 0.0125),
)

FACE = smooth(
    [
        (-0.038, 0.044),
        (-0.036, 0.053),
        (-0.029, 0.059),
        (-0.021, 0.057),
        (-0.017, 0.060),
        (-0.011, 0.062),
        (-0.004, 0.061),
        (-0.001, 0.063),
        (0.001, 0.073),
        (0.006, 0.075),
        (0.022, 0.064),
        (0.030, 0.061),
        (0.038, 0.064),
        (0.058, 0.061),
        (0.082, 0.036),
        (0.091, 0.000),
        (0.078, -0.034),
        (0.045, -0.051),
        (0.010, -0.043),
        (-0.014, -0.030),
        (-0.022, 0.000),
        (-0.031, 0.024),
    ]
)

EYE = smooth([(0.020, 0.046), (0.024, 0.050), (0.026, 0.054), (0.022, 0.056), (0.018, 0.053)])

BROW = smooth([(0.034, 0.040), (0.037, 0.050), (0.036, 0.059), (0.034, 0.059), (0.034, 0.050)])

HAIR = smooth(
    [
        (0.056, 0.062),
        (0.074, 0.054),
        (0.092, 0.028),
        (0.099, -0.004),
        (0.089, -0.036),
        (0.058, -0.057),
        (0.022, -0.054),
        (-0.006, -0.044),
        (-0.014, -0.036),
        (-0.010, -0.026),
        (0.006, -0.016),
        (0.022, -0.006),
        (0.018, 0.004),
        (0.018, 0.011),
        (0.034, 0.018),
        (0.046, 0.030),
        (0.053, 0.046),
    ]
)

EAR = smooth(
    [(0.000, -0.004), (0.012, -0.010), (0.024, -0.008), (0.026, 0.000), (0.014, 0.005), (0.004, 0.003)]
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of the head and what it is, in the order in which they are painted."""

    what: str
    path: QPainterPath


def pieces(head: SeenBone) -> Iterator[Piece]:
    """The head as it is seen: `face`, then `brow`, `eye`, `mouth`, `shade`, then `hair` and `ear`."""
    if abs(head.side.z) > PROFILE:
        place = _profile_place(head)
        for what, shape in (("face", FACE), ("brow", BROW), ("eye", EYE), ("hair", HAIR), ("ear", EAR)):
            yield Piece(what, place.map(shape))
        return
    tipped_away = head.axis.z < -TIPPED and head.front.z > -TIPPED
    if tipped_away:
        yield Piece("hair", _cap(head, HIDDEN))
    yield Piece("face", loft([(head, section) for section in SOLIDS["head"]]))
    for mark in MARKS:
        spot = _spot(head, mark.at, mark.angle, mark.along, mark.across)
        if spot is not None:
            yield Piece(mark.what, spot)
    if not tipped_away or head.axis.z > -FROM_BELOW:
        yield Piece("hair", _cap(head) if head.axis.z > TIPPED else _hair(head))
    for angle in (EAR_AT[1], -EAR_AT[1]):
        ear = _ear(head, angle)
        if ear is not None:
            yield Piece("ear", ear)


def silhouette(head: SeenBone) -> Iterator[QPainterPath]:
    """What of the head makes its outline."""
    return (piece.path for piece in pieces(head) if piece.what in ("face", "hair"))


def _profile_place(head: SeenBone) -> QTransform:
    aspect = aspect_of(head)
    sign = 1.0 if aspect.across[0] >= 0.0 else -1.0
    left = (aspect.left[0] * sign, aspect.left[1] * sign)
    return QTransform(*aspect.axis, *left, head.origin.x, head.origin.y)


def _surface(head: SeenBone, at: float, angle: float, off: float = 0.0) -> tuple[Point, float]:
    """A point of the head's surface in the picture, and how squarely it faces the viewer (-1..1)."""
    section, turn = section_at(SOLIDS["head"], at), math.radians(angle)
    half = (section.front - section.back) / 2.0 + off
    forward = (section.front + section.back) / 2.0 + half * math.cos(turn)
    place = head.at(at, forward, (section.side + off) * math.sin(turn))
    return (place.x, place.y), head.front.z * math.cos(turn) + head.side.z * math.sin(turn)


def _spot(head: SeenBone, at: float, angle: float, along: float, across: float) -> QPainterPath | None:
    centre, facing = _surface(head, at, angle)
    if facing < 0.12:
        return None
    aspect = aspect_of(head)
    wide = across * facing
    return QTransform(
        aspect.axis[0] * along,
        aspect.axis[1] * along,
        aspect.left[0] * wide,
        aspect.left[1] * wide,
        *centre,
    ).map(CIRCLE)


def _ear(head: SeenBone, angle: float) -> QPainterPath | None:
    centre, facing = _surface(head, EAR_AT[0], angle, 0.002)
    if facing < -0.35:
        return None
    aspect = aspect_of(head)
    wide = 0.004 + 0.005 * abs(facing)
    along = (aspect.axis[0] * 0.014, aspect.axis[1] * 0.014)
    return QTransform(*along, aspect.left[0] * wide, aspect.left[1] * wide, *centre).map(CIRCLE)


def _hair(head: SeenBone) -> QPainterPath:
    """From the hairline, as far as it is seen, over the crown."""
    aspect = aspect_of(head)
    facing = aspect.facing
    line = [facing - 90.0 + 180.0 * step / CURVE for step in range(CURVE + 1)]
    points = [_surface(head, _hairline(angle), angle)[0] for angle in line]
    over = [
        section
        for section in SOLIDS["head"]
        if section.at > max(_hairline(line[0]), _hairline(line[-1])) + 0.004
    ]
    rising = [_surface(head, section.at, line[-1], HAIR_THICK)[0] for section in over]
    falling = [_surface(head, section.at, line[0], HAIR_THICK)[0] for section in reversed(over)]
    crown = head.at(SOLIDS["head"][-1].at + HAIR_THICK)
    return smooth([*points, *rising, (crown.x, crown.y), *falling])


def _cap(head: SeenBone, least: float = -1.0) -> QPainterPath:
    """All hair at once, from the height `least` on, as it is seen along the head."""
    points = []
    for angle in range(0, 360, 20):
        low = max(least, _hairline(float(angle)))
        points.append(_surface(head, low, float(angle))[0])
        points += [
            _surface(head, section.at, float(angle), HAIR_THICK)[0]
            for section in SOLIDS["head"]
            if section.at > low
        ]
    return smooth(hull(points))


def _hairline(angle: float) -> float:
    """The height at which hair begins, at this angle from the front."""
    away = abs((angle + 180.0) % 360.0 - 180.0)
    for (a, low), (b, high) in pairwise(HAIRLINE):
        if a <= away <= b:
            return low + (high - low) * (away - a) / (b - a)
    return HAIRLINE[-1][1]
