"""A plan's session as a workout: what each kind of planned set becomes, and what it says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.plans import plan_of
from trainer.catalog import load_catalog, load_plans
from trainer.domain.exercise import Kind, Range
from trainer.domain.plan import Footing, Plan, PlannedExercise, PlannedSession, PlannedSet, PlanWeek
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget
from trainer.engine.timeline import build_timeline
from trainer.errors import NoSuchEntry
from trainer.services.library import Library
from trainer.services.own_plans import session_of, with_weeks
from trainer.services.plan_workouts import session_at, workout_of_session
from trainer.services.saying import RuleTexts

LIBRARY = Library(load_catalog())
SAY = RuleTexts().text


def with_sets(*sets: PlannedSet, exercise: str = "nordic-hamstring-curl", sessions: int = 1) -> Plan:
    planned = PlannedExercise(exercise, sets, 60)
    return replace(plan_of(1), weeks=(PlanWeek(1, (PlannedSession((planned,)),) * sessions),))


def targets(plan: Plan, position: int = 0) -> list[SetTarget]:
    return list(workout_of_session(plan, 1, position, LIBRARY, SAY).items[0].sets)


def why(plan: Plan) -> str:
    return workout_of_session(plan, 1, 0, LIBRARY, SAY).items[0].why


@pytest.mark.rule("plan-range")
@pytest.mark.parametrize(("sessions", "expected"), [(1, [6]), (2, [6, 9]), (3, [6, 8, 9]), (4, [6, 7, 8, 9])])
def test_a_range_is_gone_through_over_the_sessions_that_ask_for_it(
    sessions: int, expected: list[int]
) -> None:
    plan = with_sets(PlannedSet(Range(6, 9)), sessions=sessions)
    assert [targets(plan, n)[0].reps for n in range(sessions)] == expected
    assert ("From 6 to 9 reps" in why(plan)) is (sessions > 1)


@pytest.mark.rule("plan-range")
def test_a_range_that_comes_once_a_week_is_gone_through_over_the_weeks() -> None:
    plan = load_plans()["runner-strength-base"]
    asked: dict[str, list[list[int | None]]] = {}
    for week in plan.weeks:
        for position in range(len(week.sessions)):
            for item in workout_of_session(plan, week.week, position, LIBRARY, SAY).items:
                asked.setdefault(item.exercise_id, []).append([target.reps for target in item.sets])
    assert asked["single-leg-rdl"][:2] == [[8] * 2] * 2
    rdl = [reps[0] for reps in asked["single-leg-rdl"][2:]]
    assert (rdl[0], rdl[-1], rdl) == (8, 10, sorted(rdl, key=lambda reps: reps or 0))
    assert [reps[0] for reps in asked["eccentric-slider-bridge"][2:6]] == [5, 6, 7, 8]


@pytest.mark.rule("week-published")
@pytest.mark.parametrize(
    ("week", "reps"),
    [(1, [[5, 5]]), (3, [[6] * 3, [7] * 3, [8] * 3]), (4, [[8] * 3, [9] * 3, [10] * 3])]
    + [(week, [[12, 10, 8]] * 3) for week in range(5, 11)],
)
def test_the_ten_weeks_of_nordics_are_the_tables(week: int, reps: list[list[int]]) -> None:
    plan = load_plans()["nordic-10-weeks"]
    workouts = [workout_of_session(plan, week, n, LIBRARY, SAY) for n in range(len(reps))]
    assert [[target.reps for target in workout.items[0].sets] for workout in workouts] == reps
    item = workouts[0].items[0]
    assert item.logs_lean
    assert item.why.startswith(
        f"Nordics in ten weeks, week {week} of 10, session 1 of {len(reps)}: sets and reps"
    )
    assert "Mjølsnes" in item.why


@pytest.mark.rule("plan-held-reps")
def test_reps_that_are_held_are_paced_reps_with_a_pause_at_the_end_of_the_lift() -> None:
    plan = load_plans()["copenhagen-8-weeks"]
    item = workout_of_session(plan, 1, 0, LIBRARY, SAY).items[0]
    assert item.sets == (SetTarget(Kind.REPS, reps=6, tempo=Tempo(1, 1, 1, 20)),) * 2
    assert "held for 20 seconds" in item.why
    assert item.why.endswith("Level 1: short lever, lower knee on the floor.")
    squat = with_sets(PlannedSet(Range(3, 3), hold_s=10), exercise="wall-sit")
    assert targets(squat)[0].tempo == Tempo(1, 10, 1, 1)


@pytest.mark.rule("plan-load-rm")
def test_a_load_by_repetition_maximum_is_told_and_not_guessed() -> None:
    plan = with_sets(PlannedSet(load_rm=8), exercise="loaded-single-leg-rdl")
    (target,) = targets(plan)
    assert (target.reps, target.load_kg) == (8, None)
    assert "a load that you can lift 8 times" in why(plan)
    both = with_sets(PlannedSet(Range(6, 6), load_rm=8), exercise="loaded-single-leg-rdl")
    assert targets(both)[0].reps == 6


@pytest.mark.rule("plan-to-limit")
def test_a_set_to_the_limit_is_open_and_planned_at_what_is_known() -> None:
    for planned, reps in ((PlannedSet(Range(8, 12), to_limit=True), 8), (PlannedSet(to_limit=True), 6)):
        plan = with_sets(planned)
        (target,) = targets(plan)
        assert target.open
        assert target.reps == reps
        assert "As many as you can do well." in why(plan)


def test_a_hold_is_a_hold() -> None:
    assert targets(with_sets(PlannedSet(hold_s=30), exercise="wall-sit")) == [SetTarget(Kind.HOLD, hold_s=30)]


@pytest.mark.rule("week-published", "week-partly", "week-own-rule", "week-yours")
@pytest.mark.parametrize(
    ("footing", "words"),
    [
        (Footing.PUBLISHED, "as published (Us)"),
        (Footing.PARTLY, "partly as published (Us)"),
        (Footing.OWN_RULE, "the app's own rule."),
        (Footing.OWN, "as you planned it."),
    ],
)
def test_each_target_says_what_it_rests_on(footing: Footing, words: str) -> None:
    said = why(replace(with_sets(PlannedSet(Range(5, 5))), footing=footing))
    assert said.startswith("Some plan, week 1 of 1, session 1 of 1: ")
    assert words in said


def test_every_session_of_every_plan_can_be_trained() -> None:
    for plan in load_plans().values():
        for week in plan.weeks:
            for position in range(len(week.sessions)):
                workout = workout_of_session(plan, week.week, position, LIBRARY, SAY)
                assert build_timeline(workout).steps


def test_what_a_plan_does_not_have_is_told() -> None:
    for week, position in ((9, 0), (1, 5), (1, -1), (None, None), (1, None)):
        with pytest.raises(NoSuchEntry):
            session_at(plan_of(2), week, position)
    gone = with_sets(PlannedSet(Range(5, 5)), exercise="gone")
    with pytest.raises(NoSuchEntry):
        targets(gone)


def test_a_session_of_ones_own_plan_goes_by_the_workout_it_was_made_of() -> None:
    made_of = session_of(LIBRARY.workout("hamstrings-for-runners-easy"))
    own = with_weeks(replace(plan_of(1), footing=Footing.OWN), [[made_of], [made_of, made_of]])
    ids = {workout_of_session(own, week, 0, LIBRARY, SAY).id for week in (1, 2)}
    assert ids == {"hamstrings-for-runners-easy"}
