from __future__ import annotations

from datetime import date, timedelta

from trainer.domain.exercise import Side
from trainer.domain.stats import Measure, Performance, Recent, measures_of, recent, records, told_apart, trend

MONDAY = date(2026, 11, 16)


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def done(
    offset: int,
    side: Side = Side.BOTH,
    reps: int | None = None,
    lean: int | None = None,
    tension: float = 0.0,
) -> Performance:
    return Performance(f"s{offset}", day(offset), side, reps, None, None, lean, tension)


def test_records_are_marked_by_side_the_first_time_only() -> None:
    reps = [(0, Side.LEFT, 5), (0, Side.RIGHT, 4), (3, Side.LEFT, 5), (3, Side.RIGHT, 6), (5, Side.LEFT, 7)]
    points = trend([done(at, side, count) for at, side, count in reps], Measure.REPS)
    assert [p.record for p in points] == [True, True, False, True, True]


def test_there_are_no_records_of_sums() -> None:
    assert [p.record for p in trend([done(0, tension=40.0)], Measure.TENSION)] == [False]


def test_the_standing_record_of_each_side_is_told_with_its_first_day() -> None:
    reps = [(0, Side.RIGHT, 4), (0, Side.LEFT, 5), (3, Side.LEFT, 5), (3, Side.RIGHT, 6), (5, Side.RIGHT, 2)]
    best = records([done(at, side, count) for at, side, count in reps], Measure.REPS)
    assert [(p.side, p.value, p.day) for p in best] == [(Side.LEFT, 5, day(0)), (Side.RIGHT, 6, day(3))]
    assert records([done(0, reps=5)], Measure.LEAN) == []


def test_what_was_not_logged_is_a_gap_and_bodyweight_no_zero() -> None:
    points = trend([done(0, lean=30), done(2), done(4, lean=35)], Measure.LEAN)
    assert [(p.day, p.value) for p in points] == [(day(0), 30), (day(4), 35)]
    assert measures_of([done(0, reps=5), done(2, lean=30)]) == [Measure.LEAN, Measure.REPS]
    assert measures_of([]) == []
    bodyweight = Performance("s", day(0), Side.BOTH, 8, None, 0.0, None, 40.0, 0.0)
    assert bodyweight.value(Measure.LOAD) is bodyweight.value(Measure.VOLUME) is None


def test_the_last_four_weeks_beside_the_four_before() -> None:
    points = trend(
        [done(-56, reps=20), done(-55, reps=5), done(-28, reps=7), done(-27, reps=6)], Measure.REPS
    )
    assert recent(points, "nordic", Measure.REPS, day(0)) == [Recent(Side.BOTH, 6, 7, None)]
    assert recent(points[:2], "nordic", Measure.REPS, day(0)) == []


def test_a_change_within_chance_is_not_told_apart() -> None:
    few = trend([done(-30, Side.LEFT, 20), done(-1, Side.LEFT, 26)], Measure.REPS)
    many = trend([done(-30, Side.LEFT, 20), done(-1, Side.LEFT, 27)], Measure.REPS)
    told = [
        recent(points, "single-leg-heel-raise", Measure.REPS, day(0))[0].told_apart for points in (few, many)
    ]
    assert told == [False, True]


def test_a_change_is_told_from_chance_where_a_study_says_how() -> None:
    assert told_apart("single-leg-heel-raise", Measure.REPS, 20, 14) is False
    assert told_apart("single-leg-heel-raise", Measure.REPS, 14, 21) is True
    assert told_apart("nordic-hamstring-curl", Measure.LEAN, 60, 30) is None
