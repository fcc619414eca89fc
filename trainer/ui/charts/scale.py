"""Axes: round steps, and places between two ends."""

from __future__ import annotations

import math
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 5.0, 10.0)
_TOPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def round_ticks(most: float, count: int = 4, *, whole: bool = False) -> list[float]:
    """0 and round values up to `most` or just over it, about `count` steps of 1, 2 or 5 times a power of ten.

    `whole` keeps the steps whole numbers, for what is counted.
    """
    if most <= 0:
        return [0.0, 1.0]
    rough = most / count
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in _STEPS if power * factor >= rough - 1e-12)
    if whole:
        step = max(1.0, step)
    steps = math.ceil(most / step - 1e-9)
    return [step * number for number in range(steps + 1)]


def round_up(most: float) -> float:
    """A round value at `most` or just over it, for an axis with no other."""
    if most <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(most))
    return next(power * factor for factor in _TOPS if power * factor >= most * (1 - 1e-12))


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` laid out between two pixel positions."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        span = self.high - self.low
        part = (value - self.low) / span if span else 0.5
        return self.start + part * (self.end - self.start)
