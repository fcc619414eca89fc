"""The outlines of the body seen from the side, in body heights.

Each is given along its bone (first number) and towards its front (second), so that a bone's transform alone
puts it in place. Drawn for this program by eye; the depths follow common anthropometry.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

Point = tuple[float, float]
# How far a curve's handles reach between neighbouring points (Catmull–Rom: a sixth of the chord each).
TENSION = 1.0 / 6.0


def smooth(points: Sequence[Point]) -> QPainterPath:
    """The closed smooth curve through these points."""
    path = QPainterPath(QPointF(*points[0]))
    count = len(points)
    for i in range(count):
        p0, p1 = points[i - 1], points[i]
        p2, p3 = points[(i + 1) % count], points[(i + 2) % count]
        path.cubicTo(
            p1[0] + (p2[0] - p0[0]) * TENSION,
            p1[1] + (p2[1] - p0[1]) * TENSION,
            p2[0] - (p3[0] - p1[0]) * TENSION,
            p2[1] - (p3[1] - p1[1]) * TENSION,
            p2[0],
            p2[1],
        )
    path.closeSubpath()
    return path


def sleeve(rows: Sequence[tuple[float, float, float]], cap: float = 0.0, end: float = 0.0) -> QPainterPath:
    """A limb from rows of (along, front, back), rounded by `cap` before its start and `end` after its end."""
    front = [(x, f) for x, f, _ in rows]
    back = [(x, b) for x, _, b in reversed(rows)]
    first, last = rows[0], rows[-1]
    points: list[Point] = []
    points += _round(first, -cap)
    points += front
    points += list(reversed(_round(last, end)))
    points += back
    return smooth(points)


def _round(row: tuple[float, float, float], by: float) -> list[Point]:
    if not by:
        return []
    x, front, back = row
    centre, half = (front + back) / 2.0, (front - back) / 2.0
    return [
        (x + by * 0.72, centre - half * 0.72),
        (x + by, centre),
        (x + by * 0.72, centre + half * 0.72),
    ]


THIGH_ROWS = [
    (0.060, 0.058, -0.057),
    (0.100, 0.056, -0.053),
    (0.150, 0.048, -0.044),
    (0.200, 0.039, -0.037),
    (0.240, 0.036, -0.033),
]
SHANK_ROWS = [
    (0.000, 0.036, -0.033),
    (0.030, 0.034, -0.036),
    (0.065, 0.031, -0.046),
    (0.100, 0.028, -0.045),
    (0.145, 0.024, -0.033),
    (0.195, 0.020, -0.023),
    (0.240, 0.019, -0.021),
]
UPPER_ARM_ROWS = [
    (0.000, 0.032, -0.032),
    (0.040, 0.033, -0.032),
    (0.090, 0.029, -0.028),
    (0.140, 0.023, -0.024),
    (0.184, 0.021, -0.022),
]
FOREARM_ROWS = [
    (0.000, 0.021, -0.022),
    (0.035, 0.027, -0.022),
    (0.075, 0.023, -0.019),
    (0.115, 0.016, -0.015),
    (0.146, 0.0145, -0.0135),
]

THIGH = sleeve(THIGH_ROWS, 0.03, 0.034)
SHANK = sleeve(SHANK_ROWS, 0.034, 0.02)
SOCK = sleeve([(0.205, 0.0215, -0.0235), (0.225, 0.0225, -0.0245), (0.250, 0.021, -0.024)], 0.004, 0.01)
UPPER_ARM = sleeve(UPPER_ARM_ROWS, 0.030, 0.021)
FOREARM = sleeve(FOREARM_ROWS, 0.021, 0.010)
SHORTS_LEG = sleeve(
    [(0.000, 0.061, -0.066), (0.050, 0.066, -0.066), (0.095, 0.064, -0.062), (0.130, 0.062, -0.059)],
    0.055,
    0.006,
)
SHIRT_SLEEVE = sleeve(
    [(0.000, 0.038, -0.037), (0.030, 0.040, -0.038), (0.070, 0.037, -0.037), (0.098, 0.036, -0.036)],
    0.036,
    0.004,
)
NECK = sleeve(
    [(-0.030, 0.030, -0.036), (0.005, 0.030, -0.035), (0.030, 0.030, -0.034), (0.066, 0.030, -0.034)],
    0.01,
    0.02,
)

HAND_OPEN = smooth(
    [
        (-0.008, 0.013),
        (0.020, 0.017),
        (0.050, 0.016),
        (0.078, 0.012),
        (0.098, 0.005),
        (0.101, -0.003),
        (0.085, -0.009),
        (0.050, -0.014),
        (0.020, -0.015),
        (-0.008, -0.013),
    ]
)
THUMB = smooth(
    [
        (0.008, 0.004),
        (0.016, 0.016),
        (0.034, 0.023),
        (0.054, 0.025),
        (0.060, 0.021),
        (0.054, 0.015),
        (0.036, 0.006),
    ]
)
HAND_FIST = smooth(
    [
        (-0.008, 0.013),
        (0.020, 0.021),
        (0.045, 0.024),
        (0.066, 0.015),
        (0.070, -0.003),
        (0.058, -0.019),
        (0.030, -0.021),
        (-0.008, -0.013),
    ]
)

# Head: along = up from the neck's end, front = the face.
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

# Trunk: rows in the pelvis' (first) and the thorax' (second) own measures; the curve runs through both.
PELVIS_FRONT = [(-0.030, 0.040), (0.010, 0.060), (0.050, 0.062)]
PELVIS_BACK = [(0.075, -0.056), (0.040, -0.072), (0.000, -0.080), (-0.040, -0.066)]
WAIST_FRONT, WAIST_BACK = (0.082, 0.060), (0.095, -0.049)
THORAX_FRONT = [
    (0.025, 0.058),
    (0.075, 0.064),
    (0.120, 0.071),
    (0.160, 0.062),
    (0.195, 0.040),
    (0.216, 0.016),
]
THORAX_BACK = [
    (0.224, -0.020),
    (0.208, -0.044),
    (0.170, -0.063),
    (0.120, -0.066),
    (0.065, -0.056),
    (0.015, -0.048),
]

# Shoe: along the sole from the ankle, and up.
SHOE = [
    (-0.038, -0.043),
    (-0.045, -0.034),
    (-0.045, -0.018),
    (-0.037, 0.004),
    (-0.026, 0.013),
    (0.000, 0.008),
    (0.018, 0.012),
    (0.040, -0.003),
    (0.068, -0.016),
    (0.094, -0.020),
    (0.110, -0.026),
    (0.116, -0.036),
    (0.110, -0.044),
    (0.060, -0.044),
    (0.010, -0.043),
]
SOLE = [
    (-0.044, -0.042),
    (-0.047, -0.036),
    (-0.042, -0.031),
    (0.010, -0.034),
    (0.060, -0.035),
    (0.100, -0.034),
    (0.117, -0.033),
    (0.118, -0.038),
    (0.108, -0.046),
    (0.060, -0.047),
    (0.010, -0.046),
    (-0.034, -0.047),
]
