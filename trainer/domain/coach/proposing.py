"""A workout as it had better be done on a day: a target with its reasons for each exercise, or a wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from trainer.domain.coach.around_running import Wait, hard_run_today, wait_for
from trainer.domain.coach.base import Slot
from trainer.domain.coach.by_log import by_log
from trainer.domain.coach.by_plan import by_plan
from trainer.domain.coach.choosing import choices, honoured
from trainer.domain.coach.clinician import clinician_page
from trainer.domain.coach.feelings import SET_PAIN_FRESH_D
from trainer.domain.coach.reasons import because
from trainer.domain.coach.shelf import AT_HOME, SIT_BONE, Shelf
from trainer.domain.coach.situation import Situation
from trainer.domain.coach.targets import Ground, Target
from trainer.domain.coach.today import (
    LATER_D,
    SOON_D,
    SORE,
    SORE_LATER,
    in_light_week,
    sorest,
    stopped_by_pain,
    with_pain,
    with_soreness,
)
from trainer.domain.complaint import Feeling
from trainer.domain.heaviness import is_heavy_item
from trainer.domain.plan import Footing, Plan
from trainer.domain.proposal import ItemProposal, Move, Proposal, Verdict
from trainer.domain.rule import Reason
from trainer.domain.workout import Workout, WorkoutItem


def propose(workout: Workout, situation: Situation, plan: Plan | None = None) -> Proposal:
    """The workout for the situation's day."""
    page = clinician_page(workout, situation)
    if page is not None:
        return Proposal(situation.day, Verdict.CLINICIAN, None, (), (page.reason,), page.page)
    shelf = _shelf(workout, situation)
    items: list[ItemProposal] = []
    wanted = [item.exercise_id for item in workout.items]
    for at, item in enumerate(workout.items):
        done = [one.proposed.exercise_id for one in items if one.proposed]
        taken = frozenset((*done, *wanted[:at], *wanted[at + 1 :]))
        table = plan if plan is not None and plan.footing is not Footing.OWN else None
        items.append(_item(item, Ground(Slot(item, workout.id), situation, shelf, taken, table)))
    return _whole(workout, tuple(items), situation)


def _item(item: WorkoutItem, on: Ground) -> ItemProposal:
    exercise = on.situation.known.get(item.exercise_id)
    if exercise is None:
        return ItemProposal(item, item, Move.HOLD, (because("unknown-exercise", exercise=item.exercise),))
    obstacle = on.shelf.against(exercise)
    stand_in = exercise if obstacle is None else on.shelf.instead(exercise, on.taken)
    if obstacle is not None and stand_in is None:
        return _left_out(item, obstacle, because("no-substitute", exercise=exercise.name))
    start = stand_in or exercise
    stop = stopped_by_pain(start, on)
    if stop is not None:
        return _left_out(item, stop)
    target = by_log(start, on) if on.plan is None else by_plan(start, on, on.plan)
    target = with_soreness(with_pain(target, on), on)
    if on.plan is None:
        target = in_light_week(target, on)
    if obstacle is not None:
        target = _swapped(target, obstacle)
    return _chosen(item, _around_running(target, on), on)


def _swapped(target: Target, obstacle: Reason) -> Target:
    """What stands in is told first; how far it goes is told after it."""
    move = Move.SWAP if target.move in (Move.START, Move.HOLD, Move.PLAN) else target.move
    return replace(target, move=move, reasons=(obstacle, *target.reasons))


def _around_running(target: Target, on: Ground) -> Target:
    """No step up just before a race or a hard run."""
    wait = _heavy_wait(target.item, on.situation)
    return target if wait is None else target.held(wait.reason)


def _chosen(item: WorkoutItem, target: Target, on: Ground) -> ItemProposal:
    """The proposal, or what the athlete chose the last time it was the same."""
    offered = choices(target, on)
    own = honoured(target, offered, on)
    if own is not None:
        chosen = because("chosen", exercise=own.exercise)
        others = (target.item, *(other for other in offered if other is not own))
        reasons = (chosen, *target.reasons)
        return ItemProposal(item, own, Move.CHOSEN, reasons, choices=others, advised=target.item)
    return ItemProposal(item, target.item, target.move, target.reasons, bool(offered), offered)


def _left_out(item: WorkoutItem, *reasons: Reason) -> ItemProposal:
    return ItemProposal(item, None, Move.OUT, reasons, may_overrule=False)


def _whole(workout: Workout, items: tuple[ItemProposal, ...], situation: Situation) -> Proposal:
    """The items as one workout, and whether it had better wait."""
    left = tuple(item.proposed for item in items if item.proposed is not None)
    if not left:
        later = situation.day + timedelta(days=1)
        reasons = (because("nothing-left", until=later),)
        return Proposal(situation.day, Verdict.LATER, None, items, reasons, later=later)
    proposed = replace(workout, items=left)
    waits = [*_waits_for_running(left, situation), *_waits_for_soreness(items, situation)]
    if waits:
        until, reason = max(waits, key=_until)
        return Proposal(situation.day, Verdict.LATER, proposed, items, (reason,), later=until)
    notes = [because("after-hard-run")] if hard_run_today(situation.day, situation.entries) else []
    return Proposal(situation.day, Verdict.TRAIN, proposed, items, tuple(notes))


def _waits_for_running(left: tuple[WorkoutItem, ...], situation: Situation) -> list[tuple[date, Reason]]:
    found = (_heavy_wait(item, situation) for item in left)
    return [(wait.until, wait.reason) for wait in found if wait is not None]


def _waits_for_soreness(items: tuple[ItemProposal, ...], situation: Situation) -> list[tuple[date, Reason]]:
    """A day where something sore has no easier rung, two where it is very sore."""
    found = []
    for item in items:
        exercise = situation.known.get(item.template.exercise_id)
        if exercise is None or item.proposed is None:
            continue
        sore, place = sorest(exercise, situation)
        stuck = sore >= SORE and any(reason.rule == "no-easier-rung" for reason in item.reasons)
        if sore >= SORE_LATER or stuck:
            days = LATER_D if sore >= SORE_LATER else SOON_D
            until = situation.day + timedelta(days=days)
            found.append((until, because("sore-later", soreness=sore, place=place, until=until)))
    return found


def _heavy_wait(item: WorkoutItem, situation: Situation) -> Wait | None:
    heavy = _is_heavy(item, situation)
    return wait_for(situation.day, situation.entries) if heavy else None


def _is_heavy(item: WorkoutItem, situation: Situation) -> bool:
    exercise = situation.known.get(item.exercise_id)
    return exercise is not None and is_heavy_item(item, exercise)


def _until(wait: tuple[date, Reason]) -> date:
    return wait[0]


def _sit_bone_hurts(situation: Situation) -> bool:
    place, limit = "sit-bone", situation.settings.pain_progress
    complained = any(one.area == place and one.feeling is Feeling.PAIN for one in situation.complaints)
    told = situation.feelings.pain_now(situation.day).get(place, 0)
    return complained or max(told, situation.pain_in_sets(place, SET_PAIN_FRESH_D)) > limit


def _shelf(workout: Workout, situation: Situation) -> Shelf:
    """The sit bone hurts where an open complaint, the newest morning, or a set of the last two weeks says so.

    Where it was never said what is at hand, that is what any home has and what the workout needs itself.
    """
    situations = frozenset({SIT_BONE}) if _sit_bone_hurts(situation) else frozenset()
    at_hand = None
    if situation.settings.equipment is None:
        asked = (situation.known.get(item.exercise_id) for item in workout.items)
        at_hand = AT_HOME.union(*(exercise.equipment for exercise in asked if exercise is not None))
    return Shelf(situation.known, situation.settings, situation.held, situations, at_hand)
