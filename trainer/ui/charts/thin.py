"""Many points as few as there are pixels: the least and the most of each stretch, so that no peak is lost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

Stretch = tuple[float, float, float, float]
"""First, last, least, most."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """Neighbouring points taken together: where each stretch begins and ends, its least and its most."""

    firsts: list[float]
    lasts: list[float]
    lows: list[float]
    highs: list[float]

    def __len__(self) -> int:
        return len(self.firsts)

    def __iter__(self) -> Iterator[Stretch]:
        return zip(self.firsts, self.lasts, self.lows, self.highs, strict=True)

    def between(self, first: int, last: int) -> Stretches:
        """Those from one place to another, the last left out."""
        parts = (part[first:last] for part in (self.firsts, self.lasts, self.lows, self.highs))
        return Stretches(*parts)

    def halved(self) -> Stretches:
        """Two and two taken together."""
        lows, highs, lasts = self.lows, self.highs, self.lasts
        return Stretches(
            self.firsts[::2],
            [*lasts[1::2], lasts[-1]] if len(lasts) % 2 else lasts[1::2],
            [min(pair) for pair in zip_longest(lows[::2], lows[1::2], fillvalue=lows[-1])],
            [max(pair) for pair in zip_longest(highs[::2], highs[1::2], fillvalue=highs[-1])],
        )


class Thinned:
    """Points by ascending `xs`, and coarser copies of them, each half as long, made when wanted."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        self._levels = [Stretches(list(xs), list(xs), list(ys), list(ys))]

    @property
    def first(self) -> float:
        """The first of the points."""
        return self._levels[0].firsts[0]

    @property
    def last(self) -> float:
        """The last of the points."""
        return self._levels[0].lasts[-1]

    def within(self, start: float, end: float, most: int) -> Stretches:
        """At most about `most` stretches from `start` to `end`, and one more to each side."""
        level = 0
        while True:
            found = self._level(level)
            first = max(0, bisect_left(found.lasts, start) - 1)
            last = min(len(found), bisect_right(found.firsts, end) + 1)
            if last - first <= most + 2 or len(found) < 2:
                return found.between(first, last)
            level += 1

    def _level(self, number: int) -> Stretches:
        while len(self._levels) <= number:
            self._levels.append(self._levels[-1].halved())
        return self._levels[number]
