"""Many points as few as there are pixels: the least and the most of each stretch, so that no peak is lost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import zip_longest

Level = tuple[list[float], list[float], list[float]]


class Thinned:
    """Points by ascending `xs`, and coarser copies of them, each half as long, made when wanted."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        self._levels: list[Level] = [(list(xs), list(ys), list(ys))]

    def within(self, start: float, end: float, most: int) -> list[tuple[float, float, float]]:
        """At most about `most` stretches from `start` to `end` and one to each side: x, least, most."""
        level = 0
        while True:
            xs, lows, highs = self._level(level)
            first = max(0, bisect_left(xs, start) - 1)
            last = min(len(xs), bisect_right(xs, end) + 1)
            if last - first <= most + 2 or len(xs) < 2:
                return list(zip(xs[first:last], lows[first:last], highs[first:last], strict=True))
            level += 1

    def _level(self, number: int) -> Level:
        while len(self._levels) <= number:
            xs, lows, highs = self._levels[-1]
            low = [min(pair) for pair in zip_longest(lows[::2], lows[1::2], fillvalue=lows[-1])]
            high = [max(pair) for pair in zip_longest(highs[::2], highs[1::2], fillvalue=highs[-1])]
            self._levels.append((xs[::2], low, high))
        return self._levels[number]
