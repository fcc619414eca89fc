"""What of a plan the questions before heavy work are asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from trainer.domain.exercise import Exercise
from trainer.domain.plan import Plan, PlannedExercise
from trainer.domain.workout import Workout, WorkoutItem
from trainer.errors import NoSuchEntry
from trainer.services.trial import least_of

SOME_KG = 1.0
"""Stands for a load that the plan names as so many repetitions' most: any load is one."""


def probe_of(plan: Plan, exercise: Callable[[str], Exercise]) -> Workout | None:
    """A workout with each exercise of the plan once; None where none of them is known here."""
    planned: dict[str, PlannedExercise] = {}
    for week in plan.weeks:
        for session in week.sessions:
            for one in session.exercises:
                if one.exercise_id not in planned or _loaded(one):
                    planned[one.exercise_id] = one
    items = [item for one in planned.values() if (item := _item(one, exercise)) is not None]
    return Workout(plan.id, plan.name, tuple(items)) if items else None


def _item(planned: PlannedExercise, exercise: Callable[[str], Exercise]) -> WorkoutItem | None:
    try:
        item = least_of(exercise(planned.exercise_id))
    except NoSuchEntry:
        return None
    if not _loaded(planned):
        return item
    return replace(item, sets=tuple(replace(target, load_kg=SOME_KG) for target in item.sets))


def _loaded(planned: PlannedExercise) -> bool:
    return any(one.load_rm for one in planned.sets)
