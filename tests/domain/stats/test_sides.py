from __future__ import annotations

from datetime import date, timedelta

import pytest

from trainer.domain.exercise import Side
from trainer.domain.stats import Measure, Performance, SidePair, side_pairs

MONDAY = date(2026, 11, 16)


def done(offset: int, side: Side, reps: int | None) -> Performance:
    return Performance(f"s{offset}", MONDAY + timedelta(days=offset), side, reps, None, None, None, 0.0)


def test_the_gap_is_a_share_of_the_better_side_which_is_kept() -> None:
    weaker_right, weaker_left = SidePair("s", MONDAY, 20, 17), SidePair("s", MONDAY, 8, 10)
    assert (weaker_right.gap_percent, weaker_right.more) == (pytest.approx(15), Side.LEFT)
    assert (weaker_left.signed_percent, weaker_left.more) == (pytest.approx(-20), Side.RIGHT)


def test_alike_is_no_gap_on_neither_side() -> None:
    alike = SidePair("s", MONDAY, 8, 8)
    assert (alike.gap_percent, alike.more) == (0, Side.BOTH)


def test_only_sessions_with_both_sides_and_only_from_three_on() -> None:
    both = [done(n, side, 8 + n) for n in range(2) for side in (Side.LEFT, Side.RIGHT)]
    one_side = [done(5, Side.LEFT, 9), done(5, Side.RIGHT, None), done(6, Side.BOTH, 9)]
    assert side_pairs(both + one_side, Measure.REPS) == []
    third = [done(7, Side.LEFT, 12), done(7, Side.RIGHT, 9)]
    pairs = side_pairs(both + one_side + third, Measure.REPS)
    assert [(pair.session_id, pair.left, pair.right) for pair in pairs] == [
        ("s0", 8, 8),
        ("s1", 9, 9),
        ("s7", 12, 9),
    ]
