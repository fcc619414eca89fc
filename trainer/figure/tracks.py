"""Values between keyframes: smooth, without overshoot, at rest at both ends unless they go round."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Track:
    """One value over time: through its keys, monotone between them, without speed at its ends or going round.

    Cubic Hermite with harmonic-mean slopes (Fritsch & Butland 1984), so that what is equal in two keys
    following each other stays exactly so between them.
    """

    times: tuple[float, ...]
    values: tuple[float, ...]
    slopes: tuple[float, ...]

    @classmethod
    def through(cls, times: Sequence[float], values: Sequence[float], *, cyclic: bool = False) -> Track:
        """A track through these keys; `times` rise strictly. A cyclic one passes its end without resting."""
        if len(set(values)) == 1:
            return cls((times[0],), (values[0],), (0.0,))
        steps = [(values[i + 1] - values[i]) / (times[i + 1] - times[i]) for i in range(len(times) - 1)]
        inner = [_harmonic(before, after) for before, after in pairwise(steps)]
        end = _harmonic(steps[-1], steps[0]) if cyclic else 0.0
        return cls(tuple(times), tuple(values), (end, *inner, end))

    def at(self, time: float) -> float:
        """The value at `time`; before the first and after the last key it rests."""
        if len(self.times) == 1 or time <= self.times[0]:
            return self.values[0]
        if time >= self.times[-1]:
            return self.values[-1]
        i = bisect_right(self.times, time) - 1
        span = self.times[i + 1] - self.times[i]
        u = (time - self.times[i]) / span
        rise = self.values[i + 1] - self.values[i]
        ease = u * u * (3.0 - 2.0 * u)
        bend = self.slopes[i] * u * (1.0 - u) ** 2 - self.slopes[i + 1] * u * u * (1.0 - u)
        return self.values[i] + rise * ease + span * bend


def _harmonic(before: float, after: float) -> float:
    return 2.0 * before * after / (before + after) if before * after > 0.0 else 0.0
