from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trainer.domain.exercise import Side
from trainer.domain.stats import (
    DayWork,
    Measure,
    Performance,
    WeekWork,
    by_week,
    measures_of,
    records,
    tension_s,
    trend,
    weeks_in_a_row,
)

MONDAY = date(2026, 11, 16)


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def done(
    offset: int, side: Side = Side.BOTH, reps: int | None = None, lean: int | None = None
) -> Performance:
    return Performance(f"s{offset}", day(offset), side, reps, None, None, lean, 0.0)


def test_tension_is_reps_times_tempo_or_the_hold() -> None:
    assert tension_s("3-1-1-0", 8, None) == 40
    assert tension_s("", None, 30.0) == 30
    assert (
        tension_s("", 8, None)
        == tension_s("as slow as possible", 8, None)
        == tension_s("1-1-1-1", None, None)
        == 0
    )


def test_weeks_have_no_holes_and_reach_today() -> None:
    days = [DayWork(day(0), 1, 6, 100.0), DayWork(day(6), 1, 4, 50.0), DayWork(day(14), 2, 8, 10.0)]
    assert by_week(days, day(22)) == [
        WeekWork(day(0), 2, 10, 150.0),
        WeekWork(day(7), 0, 0, 0.0),
        WeekWork(day(14), 2, 8, 10.0),
        WeekWork(day(21), 0, 0, 0.0),
    ]
    assert by_week([], day(0)) == []


@given(st.lists(st.integers(0, 400), max_size=60))
def test_no_set_is_lost_between_days_and_weeks(offsets: list[int]) -> None:
    days = [DayWork(day(offset), 1, 3, 1.5) for offset in offsets]
    weeks = by_week(days, day(400))
    assert sum(week.sets for week in weeks) == 3 * len(offsets)
    assert all(other.monday - one.monday == timedelta(7) for one, other in pairwise(weeks))


def test_weeks_in_a_row_forgive_the_week_that_is_not_over() -> None:
    assert weeks_in_a_row([day(0), day(8), day(14)], day(15)) == 3
    assert weeks_in_a_row([day(0), day(8)], day(15)) == 2
    assert weeks_in_a_row([day(0)], day(15)) == 0
    assert weeks_in_a_row([], day(0)) == 0


def test_records_are_marked_by_side_the_first_time_only() -> None:
    reps = [(0, Side.LEFT, 5), (0, Side.RIGHT, 4), (3, Side.LEFT, 5), (3, Side.RIGHT, 6), (5, Side.LEFT, 7)]
    points = trend([done(at, side, count) for at, side, count in reps], Measure.REPS)
    assert [p.record for p in points] == [True, True, False, True, True]


def test_the_standing_record_of_each_side_is_told_with_its_first_day() -> None:
    reps = [(0, Side.RIGHT, 4), (0, Side.LEFT, 5), (3, Side.LEFT, 5), (3, Side.RIGHT, 6), (5, Side.RIGHT, 2)]
    best = records([done(at, side, count) for at, side, count in reps], Measure.REPS)
    assert [(p.side, p.value, p.day) for p in best] == [(Side.LEFT, 5, day(0)), (Side.RIGHT, 6, day(3))]
    assert records([done(0, reps=5)], Measure.LEAN) == []


def test_what_was_not_logged_is_a_gap() -> None:
    points = trend([done(0, lean=30), done(2), done(4, lean=35)], Measure.LEAN)
    assert [(p.day, p.value) for p in points] == [(day(0), 30), (day(4), 35)]
    assert measures_of([done(0, reps=5), done(2, lean=30)]) == [Measure.LEAN, Measure.REPS]
    assert measures_of([]) == []
