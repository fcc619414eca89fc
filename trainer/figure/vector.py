"""Points and directions in space: x to the front, y up, z towards the viewer; body height is 1."""

from __future__ import annotations

import math
from typing import NamedTuple


class Vec(NamedTuple):
    """A point or a direction, in body heights."""

    x: float
    y: float
    z: float = 0.0


def add(a: Vec, b: Vec) -> Vec:
    """`a + b`."""
    return Vec(a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """`a - b`."""
    return Vec(a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, by: float) -> Vec:
    """`a` made `by` times as long."""
    return Vec(a[0] * by, a[1] * by, a[2] * by)


def along(start: Vec, axis: Vec, by: float) -> Vec:
    """The point `by` further from `start` along `axis`."""
    return Vec(start[0] + axis[0] * by, start[1] + axis[1] * by, start[2] + axis[2] * by)


def mix(a: Vec, b: Vec, share_a: float, share_b: float) -> Vec:
    """`share_a` of a and `share_b` of b."""
    return Vec(
        a[0] * share_a + b[0] * share_b,
        a[1] * share_a + b[1] * share_b,
        a[2] * share_a + b[2] * share_b,
    )


def dot(a: Vec, b: Vec) -> float:
    """The inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The outer product."""
    return Vec(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """How long `a` is."""
    return math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vec) -> Vec:
    """`a` made one long; a vanishing vector becomes "down"."""
    size = length(a)
    return scale(a, 1.0 / size) if size > 1e-12 else Vec(0.0, -1.0, 0.0)


def direction(degrees: float) -> Vec:
    """The unit vector in the side plane: 0 points to the front, 90 up."""
    turn = math.radians(degrees)
    return Vec(math.cos(turn), math.sin(turn), 0.0)
