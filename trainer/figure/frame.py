"""The camera: one fixed frame around a whole movement, so that nothing jumps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trainer.figure.keyframes import Path
from trainer.figure.pose import POINTS, Pose
from trainer.figure.props import Prop

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
# A way is looked at in so many places to find its frame.
SAMPLES = 8
# The camera looks a little from the front and from above: what is far lies further ahead and higher.
DEPTH_X, DEPTH_Y = -0.22, -0.16


@dataclass(frozen=True, slots=True)
class Frame:
    """What the camera sees, in body heights; y points up and the floor lies at 0."""

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


def frame_of(paths: Iterable[Path], props: Iterable[Prop]) -> Frame:
    """The frame around all that is seen on these ways."""
    return frame_around([path.pose(step / SAMPLES) for path in paths for step in range(SAMPLES + 1)], props)


def frame_around(poses: Sequence[Pose], props: Iterable[Prop]) -> Frame:
    """The smallest frame that holds all of these poses and props, with air around them."""
    xs, ys = [], []
    for pose in poses:
        points = [pose.point(name) for name in EXTREMES]
        xs += [point.x + point.z * DEPTH_X for point in points]
        ys += [point.y + point.z * DEPTH_Y for point in points]
    left, right, top = min(xs) - FLESH, max(xs) + FLESH, max(ys) + FLESH
    for prop in props:
        for pose in (poses[0], poses[len(poses) // 2]):
            place = prop.place(pose)
            left = min(left, place.x - _reach_x(prop))
            right = max(right, place.x + _reach_x(prop))
            top = max(top, place.y + _reach_y(prop))
    spare = max(0.0, SMALLEST - (right - left)) / 2.0
    return Frame(left - AIR - spare, -FLOOR_BELOW - AIR, right + AIR + spare, top + AIR)


def _reach_x(prop: Prop) -> float:
    return 0.02 if prop.to else prop.width / 2.0


def _reach_y(prop: Prop) -> float:
    return 0.0 if prop.kind in ("mat", "pad", "slider", "towel") else prop.height
