from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.domain.stats import Kept, PlanDay, kept_weeks, monday_of, weeks_in_a_row

MONDAY = date(2026, 11, 16)


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def week(number: int) -> date:
    return day(7 * number)


def planned(*weeks: tuple[int, int], plan: str = "one", skipped: bool = False) -> list[PlanDay]:
    """Pairs of the calendar's week and the plan's."""
    return [PlanDay(week(at) + timedelta(days=1), plan, of_plan, skipped) for at, of_plan in weeks]


def test_weeks_in_a_row_forgive_rest_days_and_the_week_that_is_not_over() -> None:
    assert weeks_in_a_row([day(0), day(8), day(14)], day(15)) == 3
    assert weeks_in_a_row([day(0), day(13)], day(15)) == 2
    assert weeks_in_a_row([day(0)], day(15)) == 0
    assert weeks_in_a_row([], day(0)) == 0


@pytest.mark.rule("week-of-planned-rest")
def test_a_week_of_planned_rest_is_kept_and_counts() -> None:
    kept = kept_weeks(planned((0, 3), (2, 5)), None, week(2))
    assert kept == Kept(rest=frozenset({week(1)}))
    trained = [week(0), week(2)]
    assert weeks_in_a_row(trained, week(2)) == 1
    assert weeks_in_a_row(trained, week(2), kept) == 3


@pytest.mark.rule("week-excused")
@pytest.mark.parametrize(
    ("days", "paused_on"),
    [
        (planned((0, 3)), week(1)),
        (planned((0, 3), (3, 4)), None),  # it was paused, and went on later
        (planned((0, 3)) + planned((1, 4), (2, 5), skipped=True), None),
    ],
)
def test_a_week_without_a_session_to_do_neither_counts_nor_ends_the_row(
    days: list[PlanDay], paused_on: date | None
) -> None:
    kept = kept_weeks(days, paused_on, week(3))
    assert {week(1), week(2)} <= kept.excused
    assert weeks_in_a_row([week(-1), week(0), week(3)], week(3), kept) == 3


def test_a_week_with_a_session_of_another_plan_to_do_is_no_rest() -> None:
    kept = kept_weeks([*planned((0, 1), (2, 3)), *planned((1, 1), plan="other")], week(1), week(1))
    assert kept == Kept()


def test_a_row_begins_with_a_session_and_not_with_rest() -> None:
    kept = Kept(rest=frozenset({week(0), week(1)}), excused=frozenset({week(2)}))
    assert weeks_in_a_row([], week(2), kept) == 0
    assert weeks_in_a_row([week(2)], week(2), kept) == 1


def test_rest_still_under_way_counts() -> None:
    kept = Kept(rest=frozenset({week(1)}))
    assert weeks_in_a_row([week(0)], week(1), kept) == 2


some_weeks = st.sets(st.integers(0, 30).map(week))


@given(trained=some_weeks, rest=some_weeks, excused=some_weeks, at=st.integers(0, 31))
def test_what_is_kept_never_shortens_a_row_and_what_is_excused_never_adds(
    trained: set[date], rest: set[date], excused: set[date], at: int
) -> None:
    today = week(at) + timedelta(days=3)
    plain = weeks_in_a_row(trained, today)
    with_rest = weeks_in_a_row(trained, today, Kept(frozenset(rest)))
    assert plain <= with_rest <= len(trained | rest)
    assert plain <= weeks_in_a_row(trained, today, Kept(excused=frozenset(excused))) <= len(trained)


@given(
    days=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9), st.booleans()), max_size=12),
    paused=st.none() | st.integers(0, 60),
)
def test_no_week_with_a_session_to_do_is_kept_without_one(
    days: list[tuple[int, int, bool]], paused: int | None
) -> None:
    plan = [PlanDay(day(offset), "one", number, skipped) for offset, number, skipped in days]
    kept = kept_weeks(plan, None if paused is None else day(paused), day(60))
    asked = {monday_of(one.day) for one in plan if not one.skipped}
    assert asked.isdisjoint(kept.rest | kept.excused)
    assert kept.rest.isdisjoint(kept.excused)
