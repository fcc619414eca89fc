"""The camera: from where a movement is seen, in one frame around the whole of it, so that nothing jumps."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trainer.figure.bone import Bone
from trainer.figure.pose import POINTS, TRUNK, Pose
from trainer.figure.props import Prop
from trainer.figure.vector import Vec, along, cross, scale

# Where a body can end.
EXTREMES = tuple(
    name
    for name in POINTS
    if name.partition("_")[0] in ("crown", "seat", "toe", "heel", "knee", "elbow", "fingers")
)
# What the body has around its joints, and the air left around the picture.
FLESH = 0.06
AIR = 0.05
FLOOR_BELOW = 0.07
# Smaller movements are not blown up further than this, so that bodies keep about one size.
SMALLEST = 0.85
# Seen from the side, the camera stands a little to the front; from everywhere, a little above: what is far
# lies further ahead and higher.
AHEAD, ABOVE = -0.22, 0.16
SIDE, FRONT, BACK = 0.0, 90.0, -90.0


@dataclass(frozen=True, slots=True)
class SeenBone:
    """A bone as the camera sees it: x to the right, y up in the picture, z nearer to the viewer.

    `side` points away from the body's middle; of the trunk, to its near side.
    """

    origin: Vec
    axis: Vec
    front: Vec
    side: Vec

    def at(self, forth: float, forward: float = 0.0, sideways: float = 0.0) -> Vec:
        """The point `forth` along the bone, `forward` of it and `sideways`."""
        return along(along(along(self.origin, self.axis, forth), self.front, forward), self.side, sideways)


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks at the figure from `turn` degrees: 0 its near side, 90 its front, 180 its far side.

    `above` is how much lower in the picture lies what is nearer, as a share of how much nearer it is.
    """

    turn: float = SIDE
    above: float = ABOVE

    @property
    def sideways(self) -> bool:
        """Whether it looks straight from the near side, for which the figures' layers are made."""
        return self.turn == SIDE

    def sees(self, point: Vec) -> Vec:
        """Where a point of space lies in the picture."""
        x, y, z = self._turned(point)
        return Vec(x if self.turn else x + z * AHEAD, y - z * self.above, z)

    def depth(self, point: Vec) -> float:
        """How much nearer to the viewer than the middle a point of space is."""
        return self._turned(point).z

    def film(self, pose: Pose) -> dict[str, SeenBone]:
        """All bones as they are seen."""
        return {name: self._seen(name, bone) for name, bone in pose.bones.items()}

    def _turned(self, vector: Vec) -> Vec:
        if not self.turn:
            return vector
        cosine, sine = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        x, y, z = vector
        return Vec(x * cosine - z * sine, y, x * sine + z * cosine)

    def _seen(self, name: str, bone: Bone) -> SeenBone:
        """Flesh is seen straight: only where bones lie is seen a little from above."""
        if name in TRUNK:
            side = cross(bone.front, bone.axis)
        else:
            side = cross(bone.axis, bone.front)
            side = scale(side, -1.0) if name.endswith("_far") else side
        return SeenBone(
            self.sees(bone.origin), self.sees(bone.axis), self._turned(bone.front), self._turned(side)
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """What the camera sees, in body heights; y points up and the floor under the figure lies at 0."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Shot:
    """A camera and its frame."""

    camera: Camera
    frame: Frame


def shot_of(camera: Camera, poses: Sequence[Pose], props: Iterable[Prop], around: Sequence[str] = ()) -> Shot:
    """The smallest picture, with air around it, that holds all of these poses and props.

    With `around`, a close-up of these points alone, whatever else is cut off.
    """
    seen = [camera.sees(pose.point(name)) for pose in poses for name in around or EXTREMES]
    xs, ys = [point.x for point in seen], [point.y for point in seen]
    if around:
        return Shot(camera, _close(xs, ys))
    left, right = min(xs) - FLESH, max(xs) + FLESH
    top, lowest = max(ys) + FLESH, min(ys)
    for prop in props:
        for pose in (poses[0], poses[len(poses) // 2]):
            place, (wide, high) = camera.sees(prop.place(pose)), prop.reach(camera.turn)
            left, right = min(left, place.x - wide), max(right, place.x + wide)
            top = max(top, place.y + high)
    spare = max(0.0, SMALLEST - (right - left)) / 2.0
    bottom = min(-FLOOR_BELOW, lowest - 0.03) - AIR
    return Shot(camera, Frame(left - AIR - spare, bottom, right + AIR + spare, top + AIR))


def _close(xs: Sequence[float], ys: Sequence[float]) -> Frame:
    return Frame(min(xs) - AIR, min(ys) - AIR, max(xs) + AIR, max(ys) + AIR)


def shots(
    own: Camera, poses: Sequence[Pose], props: Sequence[Prop], around: Sequence[str]
) -> Mapping[str, Shot]:
    """The figure's own view under "", and those from its side, its front and its back."""
    return {
        "": shot_of(own, poses, props, around),
        "side": shot_of(Camera(SIDE), poses, props),
        "front": shot_of(Camera(FRONT), poses, props),
        "back": shot_of(Camera(BACK), poses, props),
    }
