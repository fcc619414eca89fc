"""A plan's sessions on days: what the athlete chose, the least gap, and clear of races."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.plans import EVERY_DAY, MONDAY, MWF
from trainer.domain.laying_out import Laid, Terms, lay_out


def places(laid: Laid) -> list[list[int]]:
    """Days counted from the Monday that all begins on."""
    return [[(day - MONDAY).days for day in week] for week in laid.weeks]


@pytest.mark.rule("plan-days")
@pytest.mark.parametrize(
    ("counts", "weekdays", "gap", "expected"),
    [
        ([1], MWF, 1, [[0]]),
        ([2], MWF, 1, [[0, 4]]),
        ([3, 3], MWF, 2, [[0, 2, 4], [7, 9, 11]]),
        ([1, 2], frozenset({2, 4, 6}), 1, [[1], [8, 12]]),
        ([2, 2], EVERY_DAY, 2, [[0, 3], [7, 10]]),
        ([7, 7], EVERY_DAY, 1, [[*range(7)], [*range(7, 14)]]),
        ([1, 0, 1], frozenset({6}), 1, [[5], [], [19]]),
    ],
    ids=["one", "spread", "as chosen", "later weeks", "evenly", "daily", "a planned week of rest"],
)
def test_sessions_are_spread_over_the_chosen_weekdays(
    counts: list[int], weekdays: frozenset[int], gap: int, expected: list[list[int]]
) -> None:
    assert places(lay_out(counts, MONDAY, Terms(weekdays, gap))) == expected


def test_the_first_session_is_as_early_as_can_be_and_later_weeks_are_even() -> None:
    laid = lay_out([2, 2], MONDAY + timedelta(days=2), Terms(MWF))
    assert places(laid) == [[2, 4], [11, 14]]


@pytest.mark.rule("week-longer")
def test_a_week_that_does_not_fit_goes_on_and_the_next_waits_for_it() -> None:
    laid = lay_out([3, 1], MONDAY, Terms(frozenset({6, 7}), 2))
    assert places(laid) == [[5, 12, 19], [26]]
    assert laid.longer == (0,)


def test_the_gap_holds_over_the_turn_of_the_week_and_to_the_session_before() -> None:
    laid = lay_out([1, 1], MONDAY, Terms(frozenset({1, 2}), 3), last=MONDAY - timedelta(days=1))
    assert places(laid) == [[7], [14]]


@pytest.mark.rule("clash-heavy-race")
def test_unfit_days_are_taken_only_where_no_others_are_chosen() -> None:
    unfit = frozenset({MONDAY, MONDAY + timedelta(days=4)})
    assert places(lay_out([1], MONDAY, Terms(MWF, 1, unfit))) == [[2]]
    assert places(lay_out([3], MONDAY, Terms(MWF, 1, unfit))) == [[0, 2, 4]]


def test_without_a_day_to_train_on_nothing_can_be_laid_out() -> None:
    for weekdays in (frozenset[int](), frozenset({8})):
        with pytest.raises(ValueError, match="training days"):
            Terms(weekdays)


@given(
    counts=st.lists(st.integers(0, 7), max_size=12),
    weekdays=st.frozensets(st.integers(1, 7), min_size=1),
    gap=st.integers(1, 4),
    first=st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    unfit=st.frozensets(st.dates(date(2026, 1, 1), date(2027, 3, 1)), max_size=30),
)
def test_order_gap_and_weekdays_always_hold(
    counts: list[int], weekdays: frozenset[int], gap: int, first: date, unfit: frozenset[date]
) -> None:
    terms = Terms(weekdays, gap, unfit)
    laid = lay_out(counts, first, terms)
    assert [len(week) for week in laid.weeks] == counts
    assert all((after - before).days >= gap for before, after in pairwise(laid.days))
    assert all(day.isoweekday() in weekdays and day >= first for day in laid.days)
    assert laid == lay_out(counts, first, terms)
