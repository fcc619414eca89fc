"""The least of an exercise's dose: to try it now, or to begin with it in a workout."""

from __future__ import annotations

from trainer.domain.exercise import Exercise, Kind
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, Workout, WorkoutItem

FALLBACK_TEMPO = Tempo(2, 0, 2, 0)
FALLBACK_REPS = 5
FALLBACK_HOLD_S = 20.0


def least_of(exercise: Exercise, why: str = "") -> WorkoutItem:
    """The exercise with its fewest sets of its fewest reps or shortest hold, and its shortest rest."""
    dose = exercise.dose
    return WorkoutItem(
        exercise_id=exercise.id,
        exercise=exercise.name,
        short_name=exercise.short_name,
        side=exercise.side,
        sets=(_least_target(exercise),) * max(1, dose.sets.low),
        rest_s=float(dose.rest_s.low),
        begins_with=exercise.begins_with,
        logs_lean=exercise.logs_lean,
        why=why,
        figure=exercise.figure,
    )


def trial_of(exercise: Exercise) -> Workout:
    """A workout of this exercise alone, at the least of its dose."""
    return Workout(id=f"try-{exercise.id}", name=exercise.name, items=(least_of(exercise),))


def _least_target(exercise: Exercise) -> SetTarget:
    dose = exercise.dose
    if exercise.kind is Kind.HOLD:
        hold_s = float(dose.hold_s.low) if dose.hold_s and dose.hold_s.low else FALLBACK_HOLD_S
        return SetTarget(Kind.HOLD, hold_s=hold_s)
    reps = dose.reps.low if dose.reps and dose.reps.low else FALLBACK_REPS
    return SetTarget(Kind.REPS, reps=reps, tempo=exercise.tempo or FALLBACK_TEMPO)
