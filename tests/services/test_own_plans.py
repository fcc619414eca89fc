"""Plans of one's own: made of workouts, copied, and what keeps them from being saved."""

from __future__ import annotations

import pytest

from trainer.catalog import load_catalog, load_plans
from trainer.domain.plan import Footing
from trainer.services.own_plans import blank_plan, copied_plan, plan_problem, session_of, with_weeks

WORKOUT = load_catalog().workouts["hamstrings-for-runners"]


def test_a_new_plan_is_a_week_with_one_workout() -> None:
    plan = blank_plan("p", "My plan", WORKOUT)
    assert plan.footing is Footing.OWN
    assert plan.session_count == 1
    (session,) = plan.weeks[0].sessions
    assert session.workout_id == WORKOUT.id
    assert [one.exercise_id for one in session.exercises] == [item.exercise_id for item in WORKOUT.items]


def test_a_session_asks_for_what_the_workout_does() -> None:
    session = session_of(WORKOUT)
    for planned, item in zip(session.exercises, WORKOUT.items, strict=True):
        assert planned.rest_s == item.rest_s
        assert len(planned.sets) == len(item.sets)
        for one, target in zip(planned.sets, item.sets, strict=True):
            assert (one.reps.low if one.reps else None) == target.reps
            assert one.hold_s == target.hold_s
            assert one.to_limit == target.to_limit


def test_a_copy_keeps_its_weeks_and_cautions_and_claims_nothing() -> None:
    plan = load_plans()["nordic-10-weeks"]
    copy = copied_plan(plan, "mine", "Mine", "Your copy")
    assert (copy.weeks, copy.cautions) == (plan.weeks, plan.cautions)
    assert (copy.least_gap_d, copy.heavy_hamstring) == (plan.least_gap_d, plan.heavy_hamstring)
    assert copy.footing is Footing.OWN
    assert not any((copy.whose, copy.tried_in, copy.outcome, copy.uncertain, copy.seen, copy.afterwards))


def test_weeks_are_numbered_anew() -> None:
    session = session_of(WORKOUT)
    plan = with_weeks(blank_plan("p", "P", WORKOUT), [[session], [], [session, session]])
    assert [(week.week, len(week.sessions)) for week in plan.weeks] == [(1, 1), (2, 0), (3, 2)]


@pytest.mark.parametrize(
    ("name", "others", "problem"),
    [
        ("", [], "Give it a name."),
        ("Spring", ["SPRING"], "There is a plan of this name already; choose another."),
        ("Spring", ["Autumn"], ""),
    ],
)
def test_what_keeps_a_plan_from_being_saved(name: str, others: list[str], problem: str) -> None:
    assert plan_problem(blank_plan("p", name, WORKOUT), others) == problem


def test_a_plan_without_a_workout_is_none() -> None:
    plan = with_weeks(blank_plan("p", "Spring", WORKOUT), [[], []])
    assert plan_problem(plan, []) == "Put a workout into one of its weeks."
