"""What the day itself makes of a target: pain and soreness this morning, a lighter week, a race ahead."""

from __future__ import annotations

from dataclasses import replace

from trainer.domain.coach import steps
from trainer.domain.coach.base import placed
from trainer.domain.coach.places import places_of
from trainer.domain.coach.reasons import because, place_label
from trainer.domain.coach.situation import Situation
from trainer.domain.coach.targets import Ground, Room, Target
from trainer.domain.exercise import Exercise
from trainer.domain.pain import STOP_LEAST
from trainer.domain.proposal import Move
from trainer.domain.rule import Reason

SORE = 4
SORE_LATER = 7
"""Own rule: so sore, all of the workout had better wait."""
SOON_D, LATER_D = 1, 2
"""Own rule: 24 hours where something sore has no easier rung, 48 where it is very sore."""


def stopped_by_pain(exercise: Exercise, on: Ground) -> Reason | None:
    """Pain told last at which the exercise is left out today."""
    for pain, place, answer in on.situation.pain_now(exercise):
        if answer.stop:
            rule = "pain-stop-now" if pain >= STOP_LEAST else "pain-limit-now"
            limit = on.situation.settings.pain_stop
            return because(rule, pain=pain, place=place_label(place), limit=limit)
    return None


def with_pain(target: Target, on: Ground) -> Target:
    """No step up, or an easier rung, by the worst pain told last."""
    for pain, place, answer in on.situation.pain_now(target.exercise):
        where = place_label(place)
        if answer.easier:
            if target.eased:
                return replace(target, room=min(target.room, Room.LESS))
            return _eased(target, on, because("pain-easier-now", pain=pain, place=where), Room.LESS)
        if not answer.may_progress:
            limit = on.situation.settings.pain_progress
            return target.held(because("hold-pain-now", pain=pain, place=where, limit=limit), Room.SAME)
    return target


def with_soreness(target: Target, on: Ground) -> Target:
    """An easier rung where the muscles are sore; the easiest exercises stay, without a step up."""
    sore, place = sorest(target.exercise, on.situation)
    if sore < SORE or target.eased:
        return target
    if target.exercise.level <= 1:
        return target.held(because("hold-sore", soreness=sore, place=place))
    return _eased(target, on, because("swap-sore", soreness=sore, place=place), None)


def sorest(exercise: Exercise, situation: Situation) -> tuple[int, str]:
    """The worst soreness told of the exercise's places, and where in words."""
    told = [(situation.soreness_now((place,)), place_label(place)) for place in sorted(places_of(exercise))]
    return max(told, default=(0, ""))


def in_light_week(target: Target, on: Ground) -> Target:
    """Half the sets, where the target is not lower already."""
    lowered = target.move not in (Move.UP, Move.HOLD, Move.START)
    if not on.situation.light or lowered or len(steps.working(target.base)) < 2:
        return target
    item = steps.half(target.base)
    reason = because("light-week")
    return replace(target, item=item, move=Move.DELOAD, reasons=(reason,))


def _eased(target: Target, on: Ground, why: Reason, room: Room | None) -> Target:
    """An easier rung for today; fewer sets where there is none."""
    base, exercise = target.base, on.situation.known.get(target.base.exercise_id, target.exercise)
    room = target.room if room is None else min(target.room, room)
    rung = on.shelf.easier(exercise, on.taken)
    if rung is not None:
        item = placed(base, rung)
        return Target(rung, item, item, Move.SWAP, (why,), room, eased=True)
    step = steps.down(base) or steps.lower(base, exercise)
    reasons = (why, because("no-easier-rung", exercise=exercise.name))
    return Target(exercise, base if step is None else step.item, base, Move.DOWN, reasons, room)
