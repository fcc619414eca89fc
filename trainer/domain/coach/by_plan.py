"""What becomes of one exercise's target in a plan whose table is followed."""

from __future__ import annotations

from dataclasses import replace

from trainer.domain.coach import steps
from trainer.domain.coach.base import least, placed
from trainer.domain.coach.breaks import ONE_STEP_D, days_without
from trainer.domain.coach.exposure import Exposure
from trainer.domain.coach.lowered import back_after, eased, held_by_body, stuck
from trainer.domain.coach.reasons import because
from trainer.domain.coach.rungs import standing
from trainer.domain.coach.shelf import FULL_NORDIC
from trainer.domain.coach.targets import Ground, Room, Target
from trainer.domain.exercise import Exercise, Kind
from trainer.domain.plan import Footing, Plan
from trainer.domain.proposal import Move
from trainer.domain.rule import Reason
from trainer.domain.workout import SetTarget, WorkoutItem

MOST_MORE = 1.5
"""Own rule: no table is followed that asks for over half as much again as was done last."""
_PLAN_RULES = {
    Footing.PUBLISHED: "plan-published",
    Footing.PARTLY: "plan-partly",
    Footing.OWN_RULE: "plan-own-rule",
    Footing.OWN: "plan-yours",
}


def by_plan(start: Exercise, on: Ground, plan: Plan) -> Target:
    """The plan's own target, unless pain, a worse morning, a break or a hold stands against it."""
    item, situation = placed(on.slot.template, start), on.situation
    stands = standing(start, on.slot, situation, on.shelf, on.taken, climbs=False)
    if stands.eased is not None and not stands.eased.rule.startswith("back"):
        base = _as_last(placed(on.slot.template, stands.exercise), situation.last(stands.exercise.id))
        return stuck(stands, base) if stands.stuck else eased(stands, base, stands.eased, on)
    if stands.regained is not None:
        begun = least(item, stands.exercise)
        return Target(stands.exercise, begun, begun, Move.DOWN, (stands.regained,), Room.SAME)
    last = situation.last(start.id)
    table = Target(start, item, item, Move.PLAN, (_as_planned(start, on, plan),))
    if last is None:
        nordic = start.id == FULL_NORDIC or start.logs_lean
        warned = because("first-nordic-plan")
        return replace(table, reasons=(*table.reasons, warned)) if nordic else table
    if not last.complete:
        return table
    return _against_plan(table, last, on)


def _as_planned(start: Exercise, on: Ground, plan: Plan) -> Reason:
    """Whose table it is; what stands in for an exercise of it stands in no table."""
    asked = on.slot.template
    if start.id != asked.exercise_id:
        return because("plan-stand-in", plan=plan.name, exercise=asked.exercise)
    return because(_PLAN_RULES[plan.footing], plan=plan.name)


def _against_plan(table: Target, last: Exposure, on: Ground) -> Target:
    exercise, situation = table.exercise, on.situation
    before = _as_last(table.item, last)
    more = steps.volume(table.item) > steps.volume(before)
    off = days_without(exercise, situation)
    if off >= ONE_STEP_D:
        stepped = back_after(exercise, before, off)
        return stepped if steps.volume(table.item) > steps.volume(stepped.item) else table
    stopped = held_by_body(exercise, before, last, situation)
    if stopped is None:
        return _caught_up(table, before, last)
    if stopped.move is Move.HOLD and not more:
        return table
    if stopped.move is Move.DOWN and steps.volume(table.item) < steps.volume(stopped.item):
        return table
    return stopped


def _caught_up(table: Target, before: WorkoutItem, last: Exposure) -> Target:
    """The table's target, unless it runs far ahead of what was done last: then one set and one rep more."""
    wanted, done = steps.working(table.item), steps.working(before)
    if steps.volume(table.item) <= MOST_MORE * steps.volume(before) or not done:
        return table
    sets = [_nearer(done[min(at, len(done) - 1)], target) for at, target in enumerate(wanted)]
    item = steps.with_working(table.item, sets[: len(done) + 1])
    behind = because("plan-behind", done=_told(before), asked=_told(table.item), on=last.day)
    return replace(table, item=item, base=item, reasons=(*table.reasons, behind), room=Room.SAME)


def _nearer(done: SetTarget, wanted: SetTarget) -> SetTarget:
    """What the table asks for, at most a rep, or five seconds, above what was done."""
    if wanted.kind is Kind.HOLD:
        return replace(wanted, hold_s=min(wanted.hold_s or 0, (done.hold_s or 0) + steps.HOLD_STEP_S))
    return replace(wanted, reps=min(wanted.reps or 0, (done.reps or 0) + 1))


def _as_last(item: WorkoutItem, last: Exposure | None) -> WorkoutItem:
    """The item with the sets that were asked for last, where that is known."""
    if last is None or not last.complete or {target.kind for target in last.targets} != _kinds(item):
        return item
    return steps.with_working(item, last.targets)


def _kinds(item: WorkoutItem) -> set[Kind]:
    return {target.kind for target in steps.working(item)}


def _told(item: WorkoutItem) -> str:
    return ", ".join(f"{steps.amount(target):g}" for target in steps.working(item))
