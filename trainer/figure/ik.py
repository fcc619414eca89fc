"""Two-bone inverse kinematics: where the knee or elbow lies when both ends are held."""

from __future__ import annotations

import math

from trainer.figure.vector import Vec, along, length, mix, sub, unit

# A limb pulled further than it is long is held a hair short of straight, so that the joint keeps its side.
STRAIGHTEST = 0.9995


def reach(root: Vec, target: Vec, upper: float, lower: float) -> Vec:
    """The nearest point to `target`, on the line from `root`, that two bones of these lengths can reach."""
    gap = sub(target, root)
    distance = length(gap)
    within = min(max(distance, abs(upper - lower) + 1e-6), (upper + lower) * STRAIGHTEST)
    return target if abs(within - distance) < 1e-12 else along(root, unit(gap), within)


def middle_joint(root: Vec, target: Vec, upper: float, lower: float, bend: Vec) -> Vec:
    """The joint between two bones that start at `root` and end at `target` (within reach).

    `bend` is the unit vector, at right angles to the line from root to target, to which the joint bulges.
    Law of cosines.
    """
    line = sub(target, root)
    distance = length(line)
    toward = unit(line)
    foot = (upper * upper - lower * lower + distance * distance) / (2.0 * distance)
    height = math.sqrt(max(0.0, upper * upper - foot * foot))
    offset = mix(toward, bend, foot, height)
    return along(root, offset, 1.0)
