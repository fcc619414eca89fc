from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trainer.ui.charts.frame import date_ticks
from trainer.ui.charts.scale import Scale, round_ticks, round_up


@given(st.floats(0.01, 1e6))
def test_ticks_begin_at_zero_cover_the_most_and_are_few(most: float) -> None:
    ticks = round_ticks(most)
    assert ticks[0] == 0
    assert ticks[-1] >= most * (1 - 1e-9)
    assert 2 <= len(ticks) <= 6


def test_ticks_of_counts_are_whole() -> None:
    assert round_ticks(1, whole=True) == [0, 1]
    assert round_ticks(3, whole=True) == [0, 1, 2, 3]
    assert round_ticks(0) == [0, 1]


def test_scale_lays_values_between_its_ends() -> None:
    assert [Scale(0, 10, 100, 0)(value) for value in (0, 5, 10)] == [100, 50, 0]
    assert Scale(3, 3, 0, 10)(3) == 5


@given(st.integers(1, 6000), st.integers(2, 12))
def test_date_ticks_are_ordered_inside_and_not_too_many(length: int, fits: int) -> None:
    first = date(2016, 5, 17)
    last = first + timedelta(days=length)
    days = [day for day, _ in date_ticks(first, last, fits=fits)]
    assert days == sorted(set(days))
    assert all(first <= day <= last for day in days)
    assert len(days) <= fits + 1


@given(st.floats(0.001, 1e9))
def test_a_round_top_is_at_the_most_or_just_over(most: float) -> None:
    assert most * (1 - 1e-9) <= round_up(most) <= most * 1.5


def test_nothing_at_all_has_an_axis_too() -> None:
    assert round_up(0) == 1
