"""Targets that the body lowers or holds: after a break, a worse morning, pain."""

from __future__ import annotations

from trainer.domain.coach import steps
from trainer.domain.coach.base import (
    least,
)
from trainer.domain.coach.breaks import AFRESH_D, ONE_STEP_D, TWO_STEPS_D, days_off, own_days_off
from trainer.domain.coach.exposure import Exposure
from trainer.domain.coach.mornings import After, Morning
from trainer.domain.coach.reasons import because, place_label
from trainer.domain.coach.rungs import Standing
from trainer.domain.coach.situation import Situation
from trainer.domain.coach.targets import Ground, Room, Target
from trainer.domain.exercise import Exercise
from trainer.domain.proposal import Move
from trainer.domain.rule import Reason
from trainer.domain.workout import WorkoutItem


def back_after(exercise: Exercise, base: WorkoutItem, off: int) -> Target:
    """One step back, or two."""
    item = base
    wanted = 2 if off >= TWO_STEPS_D else 1
    for _ in range(wanted):
        step = steps.back(item) or steps.lower(item, exercise)
        item = item if step is None else step.item
    rule = "back-two" if wanted > 1 else "back-one"
    return Target(exercise, item, item, Move.BACK, (because(rule, days=off),))


def held_by_body(
    exercise: Exercise, base: WorkoutItem, last: Exposure, situation: Situation
) -> Target | None:
    """Down after a worse morning; held by pain, or by a morning that was not answered."""
    morning, judged = _morning_since(exercise, last, situation)
    if morning.after is After.WORSE:
        worse = because("morning-worse", pain=morning.pain or 0, before=morning.before or 0, on=judged.day)
        step = steps.down(base) or steps.lower(base, exercise)
        item = base if step is None else step.item
        return Target(exercise, item, item, Move.DOWN, (worse,), Room.LESS)
    if not situation.answer(last).may_progress:
        pain, place = situation.worst_of(last)
        limit = situation.settings.pain_progress
        held = because("hold-pain", pain=pain, place=place_label(place), on=last.day, limit=limit)
        return Target(exercise, base, base, Move.HOLD, (held,), Room.SAME)
    if morning.after is After.UNKNOWN:
        return Target(exercise, base, base, Move.HOLD, (because("hold-morning", on=last.day),))
    return None


def _morning_since(exercise: Exercise, last: Exposure, situation: Situation) -> tuple[Morning, Exposure]:
    """The morning after its last session, or a worse one after a later session of its area.

    What stood in for it may have been too much, too.
    """
    later = situation.of_region(exercise.region)[-1:] if exercise.region else []
    for one in later:
        morning = situation.morning(one, exercise)
        if one.day > last.day and morning.after is After.WORSE:
            return morning, one
    return situation.morning(last, exercise), last


def stuck(stands: Standing, base: WorkoutItem) -> Target:
    """An easier rung is asked for, and there is none: fewer sets, else fewer reps."""
    exercise = stands.exercise
    step = steps.down(base) or steps.lower(base, exercise)
    item = base if step is None else step.item
    reasons = (
        stands.eased or because("hold-top", exercise=exercise.name),
        because("no-easier-rung", exercise=exercise.name),
    )
    return Target(exercise, item, item, Move.DOWN, reasons, Room.LESS)


def eased(stands: Standing, base: WorkoutItem, why: Reason, on: Ground) -> Target:
    """The easier rung, with as many sets as the one above it had at most, until it went well twice."""
    exercise, situation = stands.exercise, on.situation
    last = situation.last(exercise.id)
    off = days_off(exercise, situation) or 0
    back = why.rule.startswith("back")
    if last is None or own_days_off(exercise, situation) >= AFRESH_D:
        item = _no_more_sets(least(base, exercise), stands.left, situation)
        item = back_after(exercise, item, off).item if off >= ONE_STEP_D and not back else item
    elif off >= ONE_STEP_D:
        item = back_after(exercise, base, off).item
    else:
        stopped = held_by_body(exercise, base, last, situation)
        item = base if stopped is None else stopped.item
    room = Room.SAME if back else Room.LESS
    return Target(exercise, item, item, Move.BACK if back else Move.DOWN, (why,), room, eased=True)


def _no_more_sets(item: WorkoutItem, left: Exercise | None, situation: Situation) -> WorkoutItem:
    """The item with no more working sets than the last session of the harder exercise asked for."""
    last = situation.last(left.id) if left else None
    most = len(last.sets) if last and last.sets else len(steps.working(item))
    return steps.with_working(item, steps.working(item)[:most])
