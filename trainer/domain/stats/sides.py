"""Left and right: both sides of a session and the gap between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trainer.domain.exercise import Side
from trainer.domain.stats.progress import Measure, Performance

SESSIONS_NEEDED = 3
"""Fewer say nothing about a gap: nothing is shown (own rule)."""


@dataclass(frozen=True, slots=True)
class SidePair:
    """Both sides of one session; a measure that only one side has makes none."""

    session_id: str
    day: date
    left: float
    right: float

    @property
    def more(self) -> Side:
        """The side that did more; BOTH where they are alike."""
        if self.left == self.right:
            return Side.BOTH
        return Side.LEFT if self.left > self.right else Side.RIGHT

    @property
    def gap_percent(self) -> float:
        """The gap in per cent: (max − min) ÷ max × 100, a share of the better side.

        Nine formulas are in use (bishop2016); that it is this one is our own rule. That more than 15 % means
        danger lacks support (bishop2016, bishop2018), and a test's own chance often exceeds the gap.
        """
        most = max(self.left, self.right)
        return (most - min(self.left, self.right)) / most * 100

    @property
    def signed_percent(self) -> float:
        """The gap with the side that did more: above zero left, below it right."""
        return self.gap_percent if self.more is Side.LEFT else -self.gap_percent


def side_pairs(performances: Sequence[Performance], measure: Measure) -> list[SidePair]:
    """The sessions in which both sides have a value, oldest first; none where there are fewer than three."""
    left: dict[str, float] = {}
    right: dict[str, float] = {}
    for one in performances:
        value = one.value(measure)
        if value is not None and one.side is not Side.BOTH:
            (left if one.side is Side.LEFT else right)[one.session_id] = value
    days = {one.session_id: one.day for one in performances}
    both = left.keys() & right.keys()
    pairs = [SidePair(key, day, left[key], right[key]) for key, day in days.items() if key in both]
    return pairs if len(pairs) >= SESSIONS_NEEDED else []
