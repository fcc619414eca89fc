"""Where muscles lie on the body: patches of its surface, wherever it is seen from.

A patch has rows along its bone, each from one angle to another around it: 0 is the front, 90 the side away
from the body's middle (of the trunk: the near side), 180 the back, -90 the inside. Drawn by eye after common
charts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainer.figure.flesh import SOLIDS, section_at

Point = tuple[float, float]
Row = tuple[float, float, float]
# A patch of which less than this share of its width is seen is drawn as if seen through the body.
LEAST_SEEN = 0.2
# How far towards its edge a muscle fills the body.
FILLS = 0.96


@dataclass(frozen=True, slots=True)
class Patch:
    """A muscle on one bone; `part` is a sided bone without its side, or one of the trunk.

    On the trunk a patch lies on the near side and, mirrored, on the far one, unless it is `central`.
    """

    name: str
    part: str
    rows: tuple[Row, ...]
    central: bool = False

    def mirrored(self) -> Patch:
        """The same muscle on the other side of the trunk."""
        return Patch(self.name, self.part, tuple((at, -to, -start) for at, start, to in self.rows))


@dataclass(frozen=True, slots=True)
class Seen:
    """A patch's outline (along the bone, to the left of it), and whether it is seen through the body."""

    points: tuple[Point, ...]
    through: bool


def outline(patch: Patch, across: float, hand: int) -> Seen:
    """The patch on a bone whose direction at `across` degrees (from front to side) is seen to its left.

    What faces the viewer lies 90 degrees further, in the sense of `hand` (1 or -1).
    """
    facing = across + 90.0 * hand
    shares = [_seen_share(row, facing) for row in patch.rows]
    through = sum(shares) / len(shares) < LEAST_SEEN
    if through:
        facing += 180.0
    there, back = [], []
    for row in patch.rows:
        low, high = _clipped(row, facing)
        there.append((row[0], _place(patch.part, row[0], facing + low, across)))
        back.append((row[0], _place(patch.part, row[0], facing + high, across)))
    return Seen((*there, *reversed(back)), through)


def _relative(row: Row, facing: float) -> tuple[float, float]:
    """The row's two angles from what faces the viewer."""
    _, start, to = row
    middle = ((start + to) / 2.0 - facing + 180.0) % 360.0 - 180.0
    return middle - (to - start) / 2.0, middle + (to - start) / 2.0


def _clipped(row: Row, facing: float) -> tuple[float, float]:
    low, high = _relative(row, facing)
    return max(-90.0, min(90.0, low)), max(-90.0, min(90.0, high))


def _seen_share(row: Row, facing: float) -> float:
    low, high = _clipped(row, facing)
    return (high - low) / (row[2] - row[1])


def _place(part: str, at: float, angle: float, across: float) -> float:
    """How far to the left of the bone the point of the surface at this angle is seen."""
    section = section_at(SOLIDS[part], at)
    turn, seen = math.radians(angle), math.radians(across)
    centre, half = (section.front + section.back) / 2.0, (section.front - section.back) / 2.0
    front = centre + half * math.cos(turn) * FILLS
    return front * math.cos(seen) + section.side * math.sin(turn) * FILLS * math.sin(seen)


HAMSTRINGS = Patch(
    "hamstrings",
    "thigh",
    (
        (0.022, 150.0, 205.0),
        (0.060, 120.0, 236.0),
        (0.110, 112.0, 244.0),
        (0.160, 110.0, 248.0),
        (0.205, 118.0, 242.0),
        (0.246, 135.0, 225.0),
    ),
)
QUADRICEPS = Patch(
    "front of the thigh",
    "thigh",
    (
        (0.030, -30.0, 50.0),
        (0.070, -62.0, 76.0),
        (0.130, -70.0, 82.0),
        (0.190, -62.0, 70.0),
        (0.228, -34.0, 42.0),
    ),
)
ADDUCTORS = Patch(
    "inner thigh",
    "thigh",
    ((0.005, -105.0, -45.0), (0.050, -125.0, -40.0), (0.120, -125.0, -60.0), (0.195, -112.0, -78.0)),
)
HIP_FRONT = Patch("hip flexors", "thigh", ((-0.030, -30.0, 35.0), (0.010, -40.0, 45.0), (0.055, -28.0, 28.0)))
HIP_OUTSIDE = Patch(
    "side of the hip", "thigh", ((-0.025, 45.0, 85.0), (0.020, 48.0, 96.0), (0.065, 56.0, 84.0))
)
CALF = Patch(
    "calf",
    "shank",
    (
        (0.016, 145.0, 215.0),
        (0.050, 115.0, 245.0),
        (0.085, 110.0, 250.0),
        (0.120, 122.0, 238.0),
        (0.146, 152.0, 208.0),
    ),
)
SOLEUS = Patch(
    "calf",
    "shank",
    ((0.096, 112.0, 248.0), (0.130, 114.0, 246.0), (0.172, 130.0, 230.0), (0.210, 158.0, 202.0)),
)
SHIN = Patch(
    "shin", "shank", ((0.030, 6.0, 58.0), (0.070, 2.0, 66.0), (0.130, 2.0, 60.0), (0.182, 4.0, 40.0))
)
SHIN_OUTSIDE = Patch(
    "outside of the shin", "shank", ((0.036, 74.0, 108.0), (0.100, 66.0, 116.0), (0.180, 78.0, 118.0))
)
SHIN_INSIDE = Patch(
    "shin", "shank", ((0.070, -148.0, -100.0), (0.130, -152.0, -100.0), (0.212, -142.0, -96.0))
)
SOLE = Patch(
    "sole",
    "foot",
    ((-0.024, 140.0, 220.0), (0.016, 122.0, 238.0), (0.060, 125.0, 235.0), (0.092, 142.0, 218.0)),
)
GLUTES = Patch(
    "buttocks",
    "pelvis",
    (
        (0.058, 122.0, 166.0),
        (0.036, 108.0, 174.0),
        (0.002, 98.0, 177.0),
        (-0.028, 104.0, 177.0),
        (-0.044, 124.0, 172.0),
    ),
)
HIP_SIDE = Patch(
    "side of the hip", "pelvis", ((0.070, 60.0, 116.0), (0.044, 54.0, 126.0), (0.008, 64.0, 112.0))
)
BACK = Patch(
    "back",
    "thorax",
    ((-0.016, 150.0, 177.0), (0.040, 146.0, 177.0), (0.090, 150.0, 176.0), (0.135, 156.0, 174.0)),
)
FLANK = Patch("back", "thorax", ((-0.016, 122.0, 150.0), (0.025, 118.0, 150.0), (0.060, 128.0, 146.0)))
LATS = Patch(
    "back",
    "thorax",
    ((0.030, 116.0, 150.0), (0.090, 106.0, 150.0), (0.140, 104.0, 140.0), (0.166, 114.0, 134.0)),
)
OBLIQUES = Patch("belly", "thorax", ((-0.012, 44.0, 100.0), (0.040, 40.0, 110.0), (0.088, 46.0, 94.0)))
ABDOMEN = Patch(
    "belly",
    "thorax",
    ((-0.024, -34.0, 34.0), (0.030, -38.0, 38.0), (0.080, -34.0, 34.0), (0.118, -28.0, 28.0)),
    central=True,
)
RIBS = Patch("shoulder", "thorax", ((0.080, 72.0, 108.0), (0.135, 66.0, 108.0)))
SHOULDER = Patch(
    "shoulder",
    "upper_arm",
    ((-0.018, 30.0, 150.0), (0.020, 8.0, 172.0), (0.058, 30.0, 150.0), (0.086, 66.0, 114.0)),
)
FOREARM = Patch(
    "forearm",
    "forearm",
    ((0.010, -20.0, 60.0), (0.040, -30.0, 70.0), (0.080, -20.0, 60.0), (0.110, 0.0, 40.0)),
)

MUSCLES: Mapping[str, Patch] = {
    "biceps femoris": HAMSTRINGS,
    "semitendinosus": HAMSTRINGS,
    "semimembranosus": HAMSTRINGS,
    "quadriceps": QUADRICEPS,
    "rectus femoris": QUADRICEPS,
    "vastus lateralis": QUADRICEPS,
    "vastus medialis": QUADRICEPS,
    "vastus intermedius": QUADRICEPS,
    "adductor magnus": ADDUCTORS,
    "adductor longus": ADDUCTORS,
    "adductor brevis": ADDUCTORS,
    "gracilis": ADDUCTORS,
    "pectineus": ADDUCTORS,
    "iliopsoas": HIP_FRONT,
    "sartorius": HIP_FRONT,
    "tensor fasciae latae": HIP_OUTSIDE,
    "gluteus maximus": GLUTES,
    "deep external rotators": GLUTES,
    "gluteus medius": HIP_SIDE,
    "gluteus minimus": HIP_SIDE,
    "gastrocnemius": CALF,
    "soleus": SOLEUS,
    "tibialis anterior": SHIN,
    "extensor digitorum longus": SHIN,
    "extensor hallucis longus": SHIN,
    "tibialis posterior": SHIN_INSIDE,
    "flexor digitorum longus": SHIN_INSIDE,
    "flexor hallucis longus": SHIN_INSIDE,
    "fibularis longus": SHIN_OUTSIDE,
    "fibularis brevis": SHIN_OUTSIDE,
    "flexor digitorum brevis": SOLE,
    "flexor hallucis brevis": SOLE,
    "abductor hallucis": SOLE,
    "quadratus plantae": SOLE,
    "lumbricals": SOLE,
    "foot intrinsics": SOLE,
    "erector spinae": BACK,
    "trunk extensors": BACK,
    "multifidus": BACK,
    "quadratus lumborum": FLANK,
    "latissimus dorsi": LATS,
    "rectus abdominis": ABDOMEN,
    "transversus abdominis": OBLIQUES,
    "obliques": OBLIQUES,
    "serratus anterior": RIBS,
    "deltoids": SHOULDER,
    "forearm flexors": FOREARM,
}
"""Every muscle of the vocabulary, with the patch that is lit for it."""


def patches_of(names: Iterable[str]) -> tuple[Patch, ...]:
    """The patches of these muscles, each once; a name that has none is left out.

    What stands in brackets, such as "(long head)", is not told apart.
    """
    heads = [name.partition(" (")[0] for name in names]
    return tuple(dict.fromkeys(MUSCLES[name] for name in heads if name in MUSCLES))
