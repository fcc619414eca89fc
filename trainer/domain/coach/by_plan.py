"""What becomes of one exercise's target in a plan whose table is followed."""

from __future__ import annotations

from dataclasses import replace

from trainer.domain.coach import steps
from trainer.domain.coach.base import (
    placed,
)
from trainer.domain.coach.breaks import ONE_STEP_D, days_off
from trainer.domain.coach.exposure import Exposure
from trainer.domain.coach.lowered import back_after, eased, held_by_body, stuck
from trainer.domain.coach.reasons import because
from trainer.domain.coach.rungs import standing
from trainer.domain.coach.shelf import FULL_NORDIC
from trainer.domain.coach.targets import Ground, Target
from trainer.domain.exercise import Exercise
from trainer.domain.plan import Footing, Plan
from trainer.domain.proposal import Move

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
        base = placed(on.slot.template, stands.exercise)
        return stuck(stands, base) if stands.stuck else eased(stands, base, stands.eased, on)
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
        stepped = back_after(exercise, before, off)
        return stepped if steps.volume(table.item) > steps.volume(stepped.item) else table
    stopped = held_by_body(exercise, before, last, situation)
    if stopped is None or (stopped.move is Move.HOLD and not more):
        return table
    if stopped.move is Move.DOWN and steps.volume(table.item) < steps.volume(stopped.item):
        return table
    return stopped
