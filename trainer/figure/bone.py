"""A bone in space, and how ball joints turn it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from trainer.figure.vector import Vec, add, along, cross, dot, mix, unit


@dataclass(frozen=True, slots=True)
class Bone:
    """A segment: where it begins, where it runs, and which way its front looks (unit vectors)."""

    origin: Vec
    axis: Vec
    front: Vec

    def at(self, forth: float, forward: float = 0.0) -> Vec:
        """The point `forth` along the bone and `forward` of it, in body heights."""
        return along(along(self.origin, self.axis, forth), self.front, forward)

    def turned(self, degrees: float, origin: Vec) -> Bone:
        """The bone that begins at `origin`, bent from this one towards its front."""
        cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        axis = mix(self.axis, self.front, cosine, sine)
        return Bone(origin, axis, mix(self.front, self.axis, cosine, -sine))

    def moved(self, by: Vec) -> Bone:
        """The same bone elsewhere."""
        return Bone(add(self.origin, by), self.axis, self.front)


@dataclass(frozen=True, slots=True)
class Ball:
    """The three angles of a ball joint, in degrees: flexed, then taken outwards, then turned outwards."""

    flexion: float
    out: float
    turn: float

    def swing(self, root: Bone, sign: float) -> Bone:
        """The bone that hangs on `root`; `sign` is 1 for the near side, -1 for the far one."""
        bone = root.turned(self.flexion, root.origin) if self.flexion else root
        if self.out:
            outwards = cross(root.axis, root.front)
            angle = math.radians(self.out)
            axis = mix(bone.axis, outwards, math.cos(angle), math.sin(angle) * sign)
            bone = Bone(bone.origin, axis, bone.front)
        if self.turn:
            sideways, angle = cross(bone.axis, bone.front), math.radians(self.turn)
            front = mix(bone.front, sideways, math.cos(angle), math.sin(angle) * sign)
            bone = Bone(bone.origin, bone.axis, front)
        return bone

    @classmethod
    def between(cls, root: Bone, axis: Vec, front: Vec, sign: float, near: float) -> Ball:
        """The angles that swing `root` to `axis` and `front`; the flexion is the one nearest to `near`."""
        outwards = cross(root.axis, root.front)
        flexion = math.atan2(dot(axis, root.front), dot(axis, root.axis))
        out = math.asin(max(-1.0, min(1.0, dot(axis, outwards) * sign)))
        plain = mix(root.front, root.axis, math.cos(flexion), -math.sin(flexion))
        wanted = unit(along(front, axis, -dot(front, axis)))
        turn = math.atan2(dot(wanted, cross(axis, plain)), dot(wanted, plain)) * sign
        degrees = math.degrees(flexion)
        return cls(degrees + 360.0 * round((near - degrees) / 360.0), math.degrees(out), math.degrees(turn))
