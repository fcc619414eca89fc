"""Things beside the body: where they lie and what they follow."""

from __future__ import annotations

import math
from dataclasses import dataclass

from trainer.figure.pose import Pose
from trainer.figure.vector import Vec

FLAT = ("mat", "pad", "slider", "towel")
LINES = ("band", "band_loop", "dowel", "belt", "push")
PROP_KINDS = (
    *FLAT,
    *LINES,
    "ball",
    "box",
    "bench",
    "chair",
    "wall",
    "rail",
    "dumbbell",
    "dumbbell_end",
    "kettlebell",
    "barbell",
    "anchor",
    "post",
    "hip_bench",
    "roller",
)
LAYERS = ("back", "middle", "legs", "trunk", "front")


@dataclass(frozen=True, slots=True)
class Prop:
    """One thing. Lengths in body heights.

    `at` names a point of the body that it follows sideways by the share `follow` and, when `rides` is true,
    also upwards; without `at` it stays at (x, y, z), which else is the distance from that point. `to` is the
    point of the body at its other end (bands and dowels), `via` one it is led round. `width` lies along x,
    `depth` along z. `layer`: behind the body, between the far limbs and the trunk, between the legs, between
    the trunk and the near limbs, or before all.
    """

    kind: str
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    at: str = ""
    to: str = ""
    via: str = ""
    follow: float = 1.0
    rides: bool = True
    width: float = 0.2
    height: float = 0.1
    depth: float = 0.34
    tilt: float = 0.0
    layer: str = "back"

    def place(self, pose: Pose) -> Vec:
        """Where it is in this pose."""
        if not self.at:
            return Vec(self.x, self.y, self.z)
        point = pose.point(self.at)
        up = self.y + (point.y if self.rides else 0.0)
        return Vec(self.x + point.x * self.follow, up, self.z + point.z)

    def end(self, pose: Pose) -> Vec | None:
        """Where its other end is, if it has one."""
        return pose.point(self.to) if self.to else None

    def bend(self, pose: Pose) -> Vec | None:
        """The point it is led round, if any."""
        return pose.point(self.via) if self.via else None

    def reach(self, turn: float) -> tuple[float, float]:
        """How far it reaches sideways and up from its place, for a camera at `turn`."""
        if self.kind in LINES:
            return 0.02, 0.0
        if self.kind == "wall":
            return 0.04, 0.1
        angle = math.radians(turn)
        wide = abs(math.cos(angle)) * self.width + abs(math.sin(angle)) * self.depth
        return wide / 2.0, 0.0 if self.kind in FLAT else self.height
