"""What a break comes to: how long it was, and how many steps back it asks for (own rule)."""

from __future__ import annotations

from datetime import date

from trainer.domain.coach.exposure import Exposure
from trainer.domain.coach.situation import Situation
from trainer.domain.exercise import Exercise

ONE_STEP_D = 14
TWO_STEPS_D = 28
AFRESH_D = 56


def days_off(exercise: Exercise, situation: Situation) -> int | None:
    """Days since anything last loaded what the exercise loads, in the same way; None for never."""
    family = situation.family(exercise)
    return (situation.day - family[-1].day).days if family else None


def days_without(exercise: Exercise, situation: Situation) -> int:
    """Days since the exercise was done, or any Nordic where it is one; 0 for never."""
    nordics = [one for one in situation.family(exercise) if _is_nordic(one, situation)]
    if exercise.logs_lean and nordics:
        return (situation.day - nordics[-1].day).days
    return own_days_off(exercise, situation)


def _is_nordic(exposure: Exposure, situation: Situation) -> bool:
    other = situation.known.get(exposure.exercise_id)
    return other is not None and other.logs_lean


def days_until_next(exercise: Exercise, situation: Situation) -> int:
    """Days from the exercise's last session to the next that loaded the same, or to the day; 0 for never."""
    last = situation.last(exercise.id)
    if last is None:
        return 0
    later: date = next(
        (
            one.day
            for one in situation.family(exercise)
            if one.at > last.at and one.session_id != last.session_id
        ),
        situation.day,
    )
    return (later - last.day).days


def own_days_off(exercise: Exercise, situation: Situation) -> int:
    """Days since the exercise itself was done; 0 for never."""
    last = situation.last(exercise.id)
    return 0 if last is None else (situation.day - last.day).days
