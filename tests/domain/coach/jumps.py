"""What counts as a jump from one proposal to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer.domain.coach.steps import LOAD_MOST, amount, working
from trainer.domain.dosing import least_reps, most_hold_s, most_reps
from trainer.domain.exercise import Exercise, Kind
from trainer.domain.workout import WorkoutItem

LATELY = 3
"""A lighter week has two sessions: the one before it is looked at, too."""


def jumped(earlier: Sequence[WorkoutItem], now: WorkoutItem, known: Mapping[str, Exercise]) -> bool:
    """Whether it asks for more than one step above the last times that it was asked for, or a rung too high.

    A rung is too high when it is not one that an earlier one leads to, nor at most a level above the highest.
    """
    if not earlier:
        return False
    same = [one for one in earlier if one.exercise_id == now.exercise_id]
    if same:
        return all(_more_than_a_step(before, now) for before in same[-LATELY:])
    exercise = known[now.exercise_id]
    before = [known[one.exercise_id] for one in earlier]
    led_to = any(now.exercise_id in one.harder or one.id in exercise.easier for one in before)
    near = exercise.level <= max(one.level for one in before) + 1
    return not (led_to or near) or not _in_dose(now, exercise)


def _more_than_a_step(before: WorkoutItem, now: WorkoutItem) -> bool:
    sets, earlier = working(now), working(before)
    most = max(amount(target) for target in earlier)
    step = 5 if sets[0].kind is Kind.HOLD else 1
    loads = [max((target.load_kg or 0 for target in one), default=0) for one in (earlier, sets)]
    return (
        len(sets) > len(earlier) + 1
        or max(amount(target) for target in sets) > most + step
        or (bool(loads[0]) and loads[1] > loads[0] * (1 + LOAD_MOST) + 1e-9)
    )


def _in_dose(item: WorkoutItem, exercise: Exercise) -> bool:
    most = most_hold_s(exercise) if exercise.kind is Kind.HOLD else most_reps(exercise)
    least = 0 if exercise.kind is Kind.HOLD else least_reps(exercise)
    return all(least - 5 <= amount(target) <= most for target in working(item))
