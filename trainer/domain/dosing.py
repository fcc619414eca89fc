"""What an exercise's dose asks for: its least, to try it or to begin with it; or in place of another."""

from __future__ import annotations

from dataclasses import replace

from trainer.domain.exercise import Exercise, Kind
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, WorkoutItem

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
        sets=(least_target(exercise),) * max(1, dose.sets.low),
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


def least_target(exercise: Exercise) -> SetTarget:
    """One set of its fewest reps or shortest hold."""
    return SetTarget(
        exercise.kind,
        reps=least_reps(exercise) if exercise.kind is Kind.REPS else None,
        hold_s=least_hold_s(exercise) if exercise.kind is Kind.HOLD else None,
        tempo=(exercise.tempo or FALLBACK_TEMPO) if exercise.kind is Kind.REPS else None,
    )


def least_reps(exercise: Exercise) -> int:
    reps = exercise.dose.reps
    return reps.low if reps and reps.low else FALLBACK_REPS


def most_reps(exercise: Exercise) -> int:
    reps = exercise.dose.reps
    return max(reps.high if reps else FALLBACK_REPS, least_reps(exercise))


def least_hold_s(exercise: Exercise) -> float:
    hold_s = exercise.dose.hold_s
    return float(hold_s.low) if hold_s and hold_s.low else FALLBACK_HOLD_S


def most_hold_s(exercise: Exercise) -> float:
    hold_s = exercise.dose.hold_s
    return max(float(hold_s.high) if hold_s else FALLBACK_HOLD_S, least_hold_s(exercise))


def _target_like(target: SetTarget, exercise: Exercise) -> SetTarget:
    least = least_target(exercise)
    if exercise.kind is not target.kind:
        return replace(least, warm_up=target.warm_up)
    if exercise.kind is Kind.HOLD:
        hold_s = min(max(target.hold_s or 0.0, least_hold_s(exercise)), most_hold_s(exercise))
        return replace(least, hold_s=hold_s, warm_up=target.warm_up)
    reps = min(max(target.reps or 0, least_reps(exercise)), most_reps(exercise))
    return replace(least, reps=reps, own_pace=target.own_pace, warm_up=target.warm_up)
