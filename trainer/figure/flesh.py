"""What the body has around its bones: elliptic sections, so that it can be seen from every side.

Each section lies at a place along its bone and reaches from `back` to `front` and `side` to either side, in
body heights. Drawn for this program by eye; the sizes follow common anthropometry.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from trainer.figure.camera import SeenBone


class Section(NamedTuple):
    """An ellipse across a bone."""

    at: float
    front: float
    back: float
    side: float

    def edges(self, across: tuple[float, float]) -> tuple[float, float]:
        """How far the section reaches to either side of the bone, in the direction `across` (front, side)."""
        centre, half = (self.front + self.back) / 2.0, (self.front - self.back) / 2.0
        reach = math.hypot(half * across[0], self.side * across[1])
        return centre * across[0] + reach, centre * across[0] - reach


Solid = tuple[Section, ...]

SOLIDS: Mapping[str, Solid] = {
    "thigh": (
        Section(0.060, 0.058, -0.057, 0.047),
        Section(0.100, 0.056, -0.053, 0.046),
        Section(0.150, 0.048, -0.044, 0.041),
        Section(0.200, 0.039, -0.037, 0.034),
        Section(0.240, 0.036, -0.033, 0.032),
    ),
    "shank": (
        Section(0.000, 0.036, -0.033, 0.032),
        Section(0.030, 0.034, -0.036, 0.034),
        Section(0.065, 0.031, -0.046, 0.038),
        Section(0.100, 0.028, -0.045, 0.037),
        Section(0.145, 0.024, -0.033, 0.029),
        Section(0.195, 0.020, -0.023, 0.020),
        Section(0.240, 0.019, -0.021, 0.018),
    ),
    "sock": (
        Section(0.205, 0.0215, -0.0235, 0.0205),
        Section(0.225, 0.0225, -0.0245, 0.0205),
        Section(0.250, 0.0210, -0.0240, 0.0200),
    ),
    "shorts": (
        Section(0.000, 0.061, -0.066, 0.044),
        Section(0.050, 0.066, -0.066, 0.051),
        Section(0.095, 0.064, -0.062, 0.053),
        Section(0.130, 0.062, -0.059, 0.052),
    ),
    "upper_arm": (
        Section(0.000, 0.032, -0.032, 0.029),
        Section(0.040, 0.033, -0.032, 0.029),
        Section(0.090, 0.029, -0.028, 0.026),
        Section(0.140, 0.023, -0.024, 0.023),
        Section(0.184, 0.021, -0.022, 0.022),
    ),
    "sleeve": (
        Section(0.000, 0.038, -0.037, 0.031),
        Section(0.030, 0.040, -0.038, 0.034),
        Section(0.070, 0.037, -0.037, 0.034),
        Section(0.098, 0.036, -0.036, 0.034),
    ),
    "forearm": (
        Section(0.000, 0.021, -0.022, 0.022),
        Section(0.035, 0.027, -0.022, 0.024),
        Section(0.075, 0.023, -0.019, 0.021),
        Section(0.115, 0.016, -0.015, 0.016),
        Section(0.146, 0.0145, -0.0135, 0.015),
    ),
    "hand": (
        Section(-0.008, 0.013, -0.013, 0.013),
        Section(0.020, 0.017, -0.015, 0.012),
        Section(0.050, 0.016, -0.014, 0.010),
        Section(0.078, 0.012, -0.010, 0.008),
        Section(0.096, 0.005, -0.005, 0.006),
    ),
    "fist": (
        Section(-0.008, 0.013, -0.013, 0.013),
        Section(0.020, 0.021, -0.021, 0.018),
        Section(0.045, 0.023, -0.021, 0.020),
        Section(0.064, 0.016, -0.012, 0.014),
    ),
    "neck": (
        Section(-0.030, 0.030, -0.036, 0.036),
        Section(0.005, 0.030, -0.035, 0.031),
        Section(0.030, 0.030, -0.034, 0.029),
        Section(0.066, 0.030, -0.034, 0.029),
    ),
    "pelvis": (
        Section(-0.048, 0.020, -0.052, 0.048),
        Section(-0.030, 0.040, -0.070, 0.076),
        Section(0.005, 0.058, -0.079, 0.086),
        Section(0.045, 0.062, -0.070, 0.084),
        Section(0.084, 0.060, -0.052, 0.077),
    ),
    "thorax": (
        Section(0.020, 0.058, -0.049, 0.079),
        Section(0.065, 0.063, -0.056, 0.086),
        Section(0.120, 0.071, -0.066, 0.099),
        Section(0.160, 0.062, -0.064, 0.106),
        Section(0.190, 0.042, -0.054, 0.100),
        Section(0.206, 0.026, -0.046, 0.078),
        Section(0.222, 0.006, -0.026, 0.036),
    ),
    "foot": (
        Section(-0.040, 0.000, -0.045, 0.022),
        Section(-0.020, 0.012, -0.045, 0.030),
        Section(0.020, 0.012, -0.045, 0.031),
        Section(0.068, -0.016, -0.045, 0.038),
        Section(0.096, -0.020, -0.045, 0.034),
        Section(0.112, -0.028, -0.044, 0.020),
    ),
    "head": (
        Section(-0.040, 0.046, 0.030, 0.014),
        Section(-0.034, 0.053, 0.016, 0.028),
        Section(-0.020, 0.058, -0.012, 0.038),
        Section(-0.004, 0.061, -0.036, 0.044),
        Section(0.018, 0.062, -0.047, 0.048),
        Section(0.040, 0.062, -0.052, 0.050),
        Section(0.062, 0.056, -0.050, 0.048),
        Section(0.080, 0.037, -0.036, 0.036),
        Section(0.091, 0.012, -0.012, 0.014),
    ),
}


def section_at(solid: Solid, at: float) -> Section:
    """The section between those that are given; the nearest one before the first and after the last."""
    if at <= solid[0].at:
        return solid[0]
    if at >= solid[-1].at:
        return solid[-1]
    i = bisect_right([section.at for section in solid], at) - 1
    one, two = solid[i], solid[i + 1]
    share = (at - one.at) / (two.at - one.at)
    return Section(*(a + (b - a) * share for a, b in zip(one, two, strict=True)))


class Aspect(NamedTuple):
    """How a bone is seen: its axis in the picture, what lies across it, and which side faces the viewer.

    `across` is the bone's own direction (front, side) that is seen left of the axis; `facing` the angle, in
    degrees from the front towards the side, of what faces the viewer. `size` is 1 for a bone that lies in
    the picture and 0 for one that points at the viewer.
    """

    axis: tuple[float, float]
    left: tuple[float, float]
    across: tuple[float, float]
    facing: float
    size: float


def aspect_of(bone: SeenBone) -> Aspect:
    """How this bone is seen."""
    x, y, _ = bone.axis
    size = math.hypot(x, y)
    left = (-y / size, x / size) if size > 1e-6 else (1.0, 0.0)
    front = bone.front.x * left[0] + bone.front.y * left[1]
    side = bone.side.x * left[0] + bone.side.y * left[1]
    norm = math.hypot(front, side)
    across = (front / norm, side / norm) if norm > 1e-6 else (1.0, 0.0)
    facing = math.degrees(math.atan2(bone.side.z, bone.front.z))
    return Aspect((x, y), left, across, facing, min(1.0, size))
