"""What is heavy for the hamstrings, and that coach, calendar and builder say the same of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.coach.athlete import Athlete
from tests.domain.plans import plan_of
from trainer.catalog import load_catalog, load_plans, load_rules
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.exercise import Exercise, Range
from trainer.domain.foresight import warnings_of
from trainer.domain.heaviness import HEAVY_LEVEL, LENGTHENING_LEVEL, is_heavy, is_heavy_item, is_heavy_plan
from trainer.domain.plan import Plan, PlannedExercise, PlannedSession, PlannedSet, PlanWeek
from trainer.domain.proposal import Verdict
from trainer.domain.targets import with_working
from trainer.domain.workout import Workout
from trainer.services.library import Library
from trainer.services.plan_days import heavy_workout
from trainer.services.trial import least_of

CATALOG = load_catalog()
EXERCISES = CATALOG.exercises


def plan_with(exercise_id: str, load_rm: int | None = None) -> Plan:
    planned = PlannedExercise(exercise_id, (PlannedSet(Range(5, 5), load_rm=load_rm),), 60)
    return replace(plan_of(1), weeks=(PlanWeek(1, (PlannedSession((planned,)),)),))


@pytest.mark.rule("heavy-before-race")
@pytest.mark.parametrize(
    ("exercise_id", "heavy"),
    [
        ("nordic-hamstring-curl", True),
        ("partial-range-nordic", True),
        ("romanian-deadlift", True),
        ("single-leg-rdl", True),
        ("eccentric-slider-bridge", True),
        ("single-leg-long-lever-bridge-hold", False),
        ("prone-band-leg-curl", False),
        ("goblet-squat", False),
        ("double-leg-glute-bridge", False),
    ],
)
def test_what_is_heavy(exercise_id: str, heavy: bool) -> None:
    assert is_heavy(EXERCISES[exercise_id]) is heavy
    assert is_heavy_plan(plan_with(exercise_id), EXERCISES) is heavy


@pytest.mark.rule("heavy-before-race")
def test_a_load_makes_it_heavy() -> None:
    curl = EXERCISES["prone-band-leg-curl"]
    loaded = with_working(least_of(curl), lambda target: replace(target, load_kg=10.0))
    assert is_heavy_item(loaded, curl)
    assert is_heavy_plan(plan_with(curl.id, load_rm=12), EXERCISES)
    assert not is_heavy_plan(plan_with("goblet-squat", load_rm=12), EXERCISES)
    assert not is_heavy_plan(plan_with("gone", load_rm=12), EXERCISES)


@pytest.mark.rule("race-near", "heavy-before-race", "clash-heavy-race")
@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=list(EXERCISES))
def test_coach_calendar_and_builder_agree(exercise: Exercise) -> None:
    workout = Workout("w", "W", (least_of(exercise),))
    athlete = Athlete(workout=workout)
    race = CalendarEntry("r", athlete.day.fromordinal(athlete.day.toordinal() + 2), EntryKind.RACE)
    athlete.entries.append(race)
    heavy = is_heavy(exercise)
    if not athlete.proposal().items[0].proposed or athlete.proposal().items[0].proposed == workout.items[0]:
        assert (athlete.proposal().verdict is Verdict.LATER) is heavy
    assert heavy_workout(workout, Library(CATALOG)) is heavy
    told = warnings_of(workout.items, EXERCISES, [athlete.day], [], [race], athlete.day)
    assert any("before-race" in one.rule for one in told) is heavy


@pytest.mark.parametrize("plan", load_plans().values(), ids=list(load_plans()))
def test_the_shipped_plans_are_marked_as_what_they_are(plan: Plan) -> None:
    assert plan.heavy_hamstring is is_heavy_plan(plan, EXERCISES)


@pytest.mark.rule("heavy-before-race")
def test_the_rule_says_the_levels() -> None:
    formula = load_rules()["heavy-before-race"].formula
    assert f"from level {LENGTHENING_LEVEL} on" in formula
    assert f"of level {HEAVY_LEVEL} or 5" in formula
