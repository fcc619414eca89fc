"""Walks all shipped workouts."""

from __future__ import annotations

import pytest

from trainer.catalog import load_catalog
from trainer.domain.exercise import Contraction, Kind, Laterality
from trainer.domain.workout import Workout

CATALOG = load_catalog()
WORKOUTS = list(CATALOG.workouts.values())
SEED = "hamstrings-for-runners"

each_workout = pytest.mark.parametrize("workout", WORKOUTS, ids=[workout.id for workout in WORKOUTS])


def planned_s(workout: Workout) -> float:
    """Work, change-over and rests; ten seconds to get ready at the start."""
    total = 10 - workout.items[-1].rest_s
    for item in workout.items:
        sides, change_s = (2, 8) if item.side is Laterality.EACH else (1, 0)
        total += sum(sides * target.planned_s + change_s + item.rest_s for target in item.sets)
    return total


def test_seed_routine_has_its_versions() -> None:
    levels = {workout.id: workout.level for workout in WORKOUTS if workout.id.startswith(SEED)}
    assert levels == {
        SEED: "middle",
        f"{SEED}-easy": "easy",
        f"{SEED}-easy-no-anchor": "easy",
        f"{SEED}-full": "full",
    }


@each_workout
def test_workout_lies_within_the_doses_of_its_exercises(workout: Workout) -> None:
    for item in workout.items:
        dose = CATALOG.exercises[item.exercise_id].dose
        amount = dose.reps or dose.hold_s
        assert amount is not None
        for target in item.sets:
            done = target.reps if target.kind is Kind.REPS else target.hold_s
            assert done is not None
            assert amount.low <= done <= amount.high
        assert dose.rest_s.low <= item.rest_s <= dose.rest_s.high
        assert len(item.sets) <= dose.sets.high


@each_workout
def test_workout_says_what_is_its_own_rule(workout: Workout) -> None:
    assert "own rule" in workout.note


@each_workout
def test_every_target_says_where_it_comes_from(workout: Workout) -> None:
    first_authors = {source.authors.split()[0] for source in CATALOG.references.values() if source.authors}
    for item in workout.items:
        assert item.why.endswith((".", "?"))
        assert "own rule" in item.why or any(name in item.why for name in first_authors)


@pytest.mark.parametrize("version", ["", "-easy", "-easy-no-anchor", "-full"])
def test_seed_routine_has_both_ladders_and_both_kinds_of_contraction(version: str) -> None:
    exercises = [CATALOG.exercises[item.exercise_id] for item in CATALOG.workouts[SEED + version].items]
    assert {exercise.dominance for exercise in exercises} == {"knee", "hip"}
    assert {Contraction.ECCENTRIC, Contraction.CONCENTRIC} <= {
        one for each in exercises for one in each.contraction
    }


def test_seed_routine_without_anchor_needs_none() -> None:
    items = CATALOG.workouts[f"{SEED}-easy-no-anchor"].items
    assert all("ankle-anchor" not in CATALOG.exercises[item.exercise_id].equipment for item in items)


def test_seed_routine_grows_from_version_to_version() -> None:
    lengths = [planned_s(CATALOG.workouts[SEED + version]) / 60 for version in ("-easy", "", "-full")]
    assert lengths == sorted(lengths)
    assert 10 <= lengths[0] <= 15
    assert 20 <= lengths[1] <= lengths[2] <= 25


def test_nordics_stay_short() -> None:
    sets = [
        target for workout in WORKOUTS for item in workout.items if item.logs_lean for target in item.sets
    ]
    assert max(target.reps or 0 for target in sets) <= 6
