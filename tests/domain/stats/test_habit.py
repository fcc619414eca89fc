from __future__ import annotations

from datetime import date, timedelta

from trainer.domain.stats import (
    Adherence,
    DayExercise,
    DayWork,
    adherence,
    adherence_between,
    by_day,
    days_since,
)

MONDAY = date(2026, 11, 16)


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def test_adherence_is_done_through_planned() -> None:
    planned = [day(n) for n in (0, 2, 4, 7)]
    assert adherence(planned, [day(0), day(2), day(7)], day(10)) == Adherence(3, 4)
    assert Adherence(3, 4).percent == 75
    assert Adherence(0, 0).percent is None


def test_a_moved_session_is_still_the_planned_one_and_counts_once() -> None:
    assert adherence([day(0)], [day(2)], day(5)) == Adherence(1, 1)
    assert adherence([day(0)], [day(3)], day(5)) == Adherence(0, 1)
    assert adherence([day(0), day(1)], [day(1)], day(5)) == Adherence(1, 2)


def test_what_was_not_planned_is_no_extra_and_today_is_not_over() -> None:
    assert adherence([day(0)], [day(0), day(0), day(1)], day(5)) == Adherence(1, 1)
    assert adherence([day(5)], [], day(5)) == Adherence(0, 0)
    assert adherence([day(5)], [day(5)], day(5)) == Adherence(1, 1)
    assert adherence([day(6)], [], day(5)) == Adherence(0, 0)


def test_adherence_looks_back_28_days() -> None:
    planned = [day(-28), day(-27)]
    assert adherence(planned, [], day(0)) == Adherence(0, 1)


def test_adherence_of_other_weeks_knows_what_came_up_to_two_days_later() -> None:
    planned = [day(-1), day(0), day(6), day(7)]
    assert adherence_between(planned, [day(1), day(8)], day(0), day(6), day(30)) == Adherence(2, 2)
    assert adherence_between(planned, [day(1), day(9)], day(0), day(6), day(30)) == Adherence(1, 2)
    # What is planned for later than today is not missed.
    assert adherence_between(planned, [], day(0), day(6), day(3)) == Adherence(0, 1)


def test_days_since_the_last_set_of_some_exercises() -> None:
    work = [
        DayExercise(day(0), "nordic", 3, 3),
        DayExercise(day(4), "plank", 3, 3),
        DayExercise(day(6), "nordic", 0, 0),
    ]
    assert days_since(work, {"nordic"}, day(14)) == 14
    assert days_since(work, {"rdl"}, day(14)) is None


def test_days_with_a_session_and_their_sets() -> None:
    work = [DayExercise(day(0), "nordic", 3, 1), DayExercise(day(0), "rdl", 2, 2)]
    assert by_day(work, {day(0): 2, day(3): 1}) == [DayWork(day(0), 2, 5), DayWork(day(3), 1, 0)]
