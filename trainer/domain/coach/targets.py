"""What becomes of one exercise's target by the log: up, hold, down, back; or as the plan says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import IntEnum

from trainer.domain.coach import steps
from trainer.domain.coach.base import (
    SESSIONS_AT_TOP,
    Slot,
    base_of,
    good_in_a_row,
    least,
    placed,
    same_targets,
)
from trainer.domain.coach.breaks import AFRESH_D, ONE_STEP_D, TWO_STEPS_D, days_off, own_days_off
from trainer.domain.coach.exposure import Exposure
from trainer.domain.coach.mornings import After
from trainer.domain.coach.reasons import because, place_label
from trainer.domain.coach.rungs import Standing, next_rung, standing
from trainer.domain.coach.shelf import FULL_NORDIC, Shelf
from trainer.domain.coach.situation import Situation
from trainer.domain.exercise import Exercise
from trainer.domain.plan import Footing, Plan
from trainer.domain.proposal import Move
from trainer.domain.rule import Reason
from trainer.domain.workout import WorkoutItem

FIRST_NORDIC_SETS, FIRST_NORDIC_REPS = 2, 5
_PLAN_RULES = {
    Footing.PUBLISHED: "plan-published",
    Footing.PARTLY: "plan-partly",
    Footing.OWN_RULE: "plan-own-rule",
    Footing.OWN: "plan-yours",
}


class Room(IntEnum):
    """How far the athlete may overrule, by the pain table."""

    NONE = 0
    LESS = 1
    """What is proposed, or less."""
    SAME = 2
    """What was asked for last, or less."""
    STEP = 3
    """One step up, too."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is proposed, from what it was moved, and how far the athlete may choose otherwise."""

    exercise: Exercise
    item: WorkoutItem
    base: WorkoutItem
    move: Move
    reasons: tuple[Reason, ...]
    room: Room = Room.STEP
    eased: bool = False
    """Whether it is an easier rung already, for pain or soreness."""

    def held(self, reason: Reason, room: Room = Room.STEP) -> Target:
        """The same without its step up, for another reason; what is no step up only gets less room."""
        if self.move is not Move.UP:
            return replace(self, room=min(self.room, room))
        exercise = self.exercise
        return replace(
            self,
            item=self.base,
            exercise=exercise,
            move=Move.HOLD,
            reasons=(reason,),
            room=min(self.room, room),
        )


@dataclass(frozen=True, slots=True)
class Ground:
    """What a target is worked out on."""

    slot: Slot
    situation: Situation
    shelf: Shelf
    taken: Collection[str]
    plan: Plan | None = None
    """The plan whose table the targets follow; None where the coach moves them."""


def by_log(start: Exercise, on: Ground) -> Target:
    """The target of a workout that the coach moves, from what was done in it."""
    first = _first_time(start, on)
    if first is not None:
        return first
    stands = standing(start, on.slot, on.situation, on.shelf, on.taken, climbs=True)
    exercise = stands.exercise
    base = base_of(on.slot, exercise, on.situation)
    if stands.regained is not None:
        begun = least(base, exercise)
        return Target(exercise, begun, begun, Move.UP, (stands.regained,))
    off_only = stands.eased is not None and stands.eased.rule == "back-rung"
    if stands.stuck and stands.eased is not None and not off_only:
        return _stuck(stands, base)
    if stands.eased is not None and not stands.stuck:
        return _eased(stands, base, stands.eased, on)
    return _moved(exercise, base, on)


def _first_time(start: Exercise, on: Ground) -> Target | None:
    """Never done: the exercise that comes before it, where its page names one, until that went well twice."""
    if on.situation.every(start.id):
        return None
    before = on.shelf.first_time(start)
    if before is None or before.id in on.taken:
        return None
    if len(good_in_a_row(on.slot, before, on.situation)) >= SESSIONS_AT_TOP:
        begun = least(on.slot.template, start)
        return Target(start, begun, begun, Move.UP, (because("rung-first-time-done", exercise=before.name),))
    stood_in = by_log(before, on)
    if stood_in.move is not Move.START:
        return stood_in
    reason = because("first-time", exercise=start.name, first=before.name)
    return replace(stood_in, move=Move.SWAP, reasons=(reason, *stood_in.reasons), room=Room.SAME)


def _moved(exercise: Exercise, base: WorkoutItem, on: Ground) -> Target:
    """On its own rung: started, back after a break, down after a worse morning, held, or up."""
    situation, last = on.situation, on.situation.last(exercise.id)
    if last is None:
        return _begun(exercise, base, on)
    off = days_off(exercise, situation) or 0
    longest = max(off, own_days_off(exercise, situation))
    if longest >= AFRESH_D:
        begun = least(base, exercise)
        return Target(exercise, begun, begun, Move.BACK, (because("back-afresh", days=longest),))
    if off >= ONE_STEP_D:
        return _back(exercise, base, off)
    stopped = _held_by_body(exercise, base, last, situation)
    if stopped is not None:
        return stopped
    own = situation.of_workout(exercise.id, on.slot.workout_id)
    if not own:
        return Target(exercise, base, base, Move.START, (because("start-here", exercise=exercise.name),))
    return _by_results(exercise, base, own, on)


def _begun(exercise: Exercise, base: WorkoutItem, on: Ground) -> Target:
    """Never done: as the template says; the first Nordics are few."""
    nordics = [one for one in on.situation.family(exercise) if _is_nordic(one, on.situation)]
    if not exercise.logs_lean or nordics:
        return Target(exercise, base, base, Move.START, (because("start", exercise=exercise.name),))
    few = steps.changed(base, lambda target: replace(target, reps=min(target.reps or 0, FIRST_NORDIC_REPS)))
    few = steps.with_working(few, steps.working(few)[:FIRST_NORDIC_SETS])
    few_only = because("first-nordic", sets=FIRST_NORDIC_SETS, reps=FIRST_NORDIC_REPS)
    return Target(exercise, few, few, Move.START, (few_only,), Room.SAME)


def _is_nordic(exposure: Exposure, situation: Situation) -> bool:
    exercise = situation.known.get(exposure.exercise_id)
    return exercise is not None and exercise.logs_lean


def _back(exercise: Exercise, base: WorkoutItem, off: int) -> Target:
    """One step back, or two."""
    item = base
    wanted = 2 if off >= TWO_STEPS_D else 1
    for _ in range(wanted):
        step = steps.back(item) or steps.lower(item, exercise)
        item = item if step is None else step.item
    rule = "back-two" if wanted > 1 else "back-one"
    return Target(exercise, item, item, Move.BACK, (because(rule, days=off),))


def _held_by_body(
    exercise: Exercise, base: WorkoutItem, last: Exposure, situation: Situation
) -> Target | None:
    """Down after a worse morning; held by pain, or by a morning that was not answered."""
    morning = situation.morning(last, exercise)
    if morning.after is After.WORSE:
        worse = because("morning-worse", pain=morning.pain or 0, before=morning.before or 0, on=last.day)
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


def _by_results(exercise: Exercise, base: WorkoutItem, own: tuple[Exposure, ...], on: Ground) -> Target:
    """Up after two good sessions of the same target, else held; a step down after two that fell short."""
    last = own[-1]
    ready = good_in_a_row(on.slot, exercise, on.situation)
    if any(target.to_limit for target in steps.working(base)):
        return Target(exercise, base, base, Move.HOLD, (because("hold-limit"),))
    if not last.reached:
        return _short(exercise, base, own, last)
    if len(ready) < SESSIONS_AT_TOP:
        return Target(exercise, base, base, Move.HOLD, (because("hold-one", on=last.day),))
    seen = because(
        "up-after-two",
        first=ready[0].day,
        second=ready[1].day,
        pain=max(one.worst_pain[0] for one in ready),
        limit=on.situation.settings.pain_progress,
    )
    return _up(exercise, base, seen, on)


def _up(exercise: Exercise, base: WorkoutItem, seen: Reason, on: Ground) -> Target:
    step = steps.up(base, exercise, on.slot.usual_sets)
    if step is not None:
        reasons = [seen, because(f"up-{step.unit.value}")]
        return Target(exercise, step.item, base, Move.UP, tuple(reasons))
    rung = next_rung(exercise, on.slot, on.situation, on.shelf, on.taken)
    if rung is not None:
        reasons = [
            seen,
            because("up-rung", easier=exercise.name, harder=rung.name),
        ]
        return Target(exercise, least(base, rung), base, Move.UP, tuple(reasons))
    slower = steps.slower(base, exercise)
    if slower is not None:
        reasons = [seen, because("up-tempo")]
        return Target(exercise, slower.item, base, Move.UP, tuple(reasons))
    return Target(exercise, base, base, Move.HOLD, (because("hold-top", exercise=exercise.name),))


def _short(exercise: Exercise, base: WorkoutItem, own: tuple[Exposure, ...], last: Exposure) -> Target:
    done, asked = sum(one.amount for one in last.sets), sum(steps.amount(target) for target in last.targets)
    short = because("hold-short", done=_whole(done), asked=_whole(asked), on=last.day)
    again = len(own) > 1 and not own[-2].reached and same_targets(own[-2].targets, last.targets)
    step = steps.lower(base, exercise) if again else None
    if step is None:
        return Target(exercise, base, base, Move.HOLD, (short,))
    return Target(exercise, step.item, step.item, Move.DOWN, (replace(short, rule="down-short"),))


def _stuck(stands: Standing, base: WorkoutItem) -> Target:
    """An easier rung is asked for, and there is none: fewer sets, else fewer reps."""
    exercise = stands.exercise
    step = steps.down(base) or steps.lower(base, exercise)
    item = base if step is None else step.item
    reasons = (
        stands.eased or because("hold-top", exercise=exercise.name),
        because("no-easier-rung", exercise=exercise.name),
    )
    return Target(exercise, item, item, Move.DOWN, reasons, Room.LESS)


def _eased(stands: Standing, base: WorkoutItem, why: Reason, on: Ground) -> Target:
    """The easier rung, with as much as is asked of the harder one at most, until it went well twice."""
    exercise, situation = stands.exercise, on.situation
    last = situation.last(exercise.id)
    if last is None or own_days_off(exercise, situation) >= AFRESH_D:
        item = least(base, exercise)
    else:
        stopped = _held_by_body(exercise, base, last, situation)
        item = base if stopped is None else stopped.item
    back = why.rule.startswith("back")
    room = Room.SAME if back else Room.LESS
    return Target(exercise, item, item, Move.BACK if back else Move.DOWN, (why,), room, eased=True)


def by_plan(start: Exercise, on: Ground, plan: Plan) -> Target:
    """The plan's own target, unless pain, a worse morning, a break or a hold stands against it."""
    item, situation = placed(on.slot.template, start), on.situation
    stands = standing(start, on.slot, situation, on.shelf, on.taken, climbs=False)
    if stands.eased is not None and not stands.eased.rule.startswith("back"):
        base = placed(on.slot.template, stands.exercise)
        return _stuck(stands, base) if stands.stuck else _eased(stands, base, stands.eased, on)
    last = situation.last(start.id)
    table = Target(start, item, item, Move.PLAN, (because(_PLAN_RULES[plan.footing], plan=plan.name),))
    if last is None:
        nordic = start.id == FULL_NORDIC or start.logs_lean
        warned = because("first-nordic-plan")
        return replace(table, reasons=(*table.reasons, warned)) if nordic else table
    if not last.complete:
        return table
    return _against_plan(table, last, on)


def _against_plan(table: Target, last: Exposure, on: Ground) -> Target:
    exercise, situation = table.exercise, on.situation
    before = steps.with_working(table.item, last.targets)
    more = steps.volume(table.item) > steps.volume(before)
    off = days_off(exercise, situation) or 0
    if off >= ONE_STEP_D:
        stepped = _back(exercise, before, off)
        return stepped if steps.volume(table.item) > steps.volume(stepped.item) else table
    stopped = _held_by_body(exercise, before, last, situation)
    if stopped is None or (stopped.move is Move.HOLD and not more):
        return table
    if stopped.move is Move.DOWN and steps.volume(table.item) < steps.volume(stopped.item):
        return table
    return stopped


def _whole(amount: float) -> int | float:
    return int(amount) if amount == int(amount) else amount
