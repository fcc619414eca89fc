"""A workout of one exercise, to try it now. No Qt."""

from __future__ import annotations

from trainer.domain.exercise import Exercise, Kind
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, Workout, WorkoutItem

FALLBACK_TEMPO = Tempo(2, 0, 2, 0)
FALLBACK_REPS = 5
FALLBACK_HOLD_S = 20.0


def trial_of(exercise: Exercise) -> Workout:
    """The least of the exercise's dose: its fewest sets of its fewest reps or shortest hold."""
    dose = exercise.dose
    if exercise.kind is Kind.HOLD:
        hold_s = float(dose.hold_s.low) if dose.hold_s and dose.hold_s.low else FALLBACK_HOLD_S
        target = SetTarget(Kind.HOLD, hold_s=hold_s)
    else:
        reps = dose.reps.low if dose.reps and dose.reps.low else FALLBACK_REPS
        target = SetTarget(Kind.REPS, reps=reps, tempo=exercise.tempo or FALLBACK_TEMPO)
    item = WorkoutItem(
        exercise_id=exercise.id,
        exercise=exercise.name,
        short_name=exercise.short_name,
        side=exercise.side,
        sets=(target,) * max(1, dose.sets.low),
        rest_s=float(dose.rest_s.low),
    )
    return Workout(id=f"try-{exercise.id}", name=exercise.name, items=(item,))
