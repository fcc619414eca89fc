"""Which work is heavy for the hamstrings: one answer for coach, calendar and builder (own rule)."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.domain.balance import trains_hamstrings
from trainer.domain.exercise import Contraction, Exercise
from trainer.domain.plan import Plan, PlannedExercise
from trainer.domain.workout import WorkoutItem

LENGTHENING_LEVEL, HEAVY_LEVEL = 3, 4


def is_heavy(exercise: Exercise, *, loaded: bool = False) -> bool:
    """Whether it lengthens them under load from level 3 on, is of level 4 or 5, or is done with a load."""
    if not trains_hamstrings(exercise) and exercise.region != "hamstring":
        return False
    lengthens = Contraction.ECCENTRIC in exercise.contraction
    least = LENGTHENING_LEVEL if lengthens else HEAVY_LEVEL
    return loaded or "weights" in exercise.equipment or exercise.level >= least


def is_heavy_item(item: WorkoutItem, exercise: Exercise) -> bool:
    """The same of an exercise as a workout asks for it."""
    return is_heavy(exercise, loaded=any(target.load_kg for target in item.sets))


def is_heavy_plan(plan: Plan, known: Mapping[str, Exercise]) -> bool:
    """Whether one of a plan's exercises is heavy; what is not known is not."""
    return any(
        is_heavy(known[one.exercise_id], loaded=_loaded(one))
        for week in plan.weeks
        for session in week.sessions
        for one in session.exercises
        if one.exercise_id in known
    )


def _loaded(planned: PlannedExercise) -> bool:
    return any(target.load_rm is not None for target in planned.sets)
