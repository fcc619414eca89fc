"""What an exercise's dose asks for: its least, to try it or to begin with it; or in place of another."""

from __future__ import annotations

from dataclasses import replace

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


def in_place_of(item: WorkoutItem, exercise: Exercise) -> WorkoutItem:
    """The exercise for each set of another one, with its rest.

    Own rule: as many reps, or seconds, as were asked of the other, within what this one's dose says; its
    least where the two are not measured alike. The tempo is its own, no load is asked for, and what went at
    own pace still does.
    """
    return replace(
        least_of(exercise),
        sets=tuple(_target_like(target, exercise) for target in item.sets),
        rest_s=item.rest_s,
    )


def trial_of(exercise: Exercise) -> Workout:
    """A workout of this exercise alone, at the least of its dose."""
    return Workout(id=f"try-{exercise.id}", name=exercise.name, items=(least_of(exercise),))


def _target_like(target: SetTarget, exercise: Exercise) -> SetTarget:
    least, dose = _least_target(exercise), exercise.dose
    if exercise.kind is not target.kind:
        return replace(least, warm_up=target.warm_up)
    if exercise.kind is Kind.HOLD:
        most_s = float(dose.hold_s.high) if dose.hold_s else FALLBACK_HOLD_S
        hold_s = min(max(target.hold_s or 0.0, least.hold_s or 0.0), max(most_s, least.hold_s or 0.0))
        return replace(least, hold_s=hold_s, warm_up=target.warm_up)
    most = max(dose.reps.high if dose.reps else FALLBACK_REPS, least.reps or 0)
    reps = min(max(target.reps or 0, least.reps or 0), most)
    return replace(least, reps=reps, own_pace=target.own_pace, warm_up=target.warm_up)


def _least_target(exercise: Exercise) -> SetTarget:
    dose = exercise.dose
    if exercise.kind is Kind.HOLD:
        hold_s = float(dose.hold_s.low) if dose.hold_s and dose.hold_s.low else FALLBACK_HOLD_S
        return SetTarget(Kind.HOLD, hold_s=hold_s)
    reps = dose.reps.low if dose.reps and dose.reps.low else FALLBACK_REPS
    return SetTarget(Kind.REPS, reps=reps, tempo=exercise.tempo or FALLBACK_TEMPO)
