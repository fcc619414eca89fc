"""What becomes of one exercise's target by the log: started, up, held, down, or back."""

from __future__ import annotations

from dataclasses import replace

from trainer.domain.coach import steps
from trainer.domain.coach.base import (
    SESSIONS_AT_TOP,
    base_of,
    good_in_a_row,
    least,
    same_targets,
)
from trainer.domain.coach.breaks import AFRESH_D, ONE_STEP_D, days_without, own_days_off
from trainer.domain.coach.exposure import Exposure
from trainer.domain.coach.lowered import back_after, eased, held_by_body, stuck
from trainer.domain.coach.reasons import because
from trainer.domain.coach.rungs import next_rung, standing
from trainer.domain.coach.situation import Situation
from trainer.domain.coach.targets import Ground, Room, Target
from trainer.domain.exercise import Exercise
from trainer.domain.proposal import Move
from trainer.domain.rule import Reason
from trainer.domain.workout import WorkoutItem

FIRST_NORDIC_SETS, FIRST_NORDIC_REPS = 2, 5


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
        return Target(exercise, begun, begun, Move.UP, (stands.regained,), Room.SAME)
    off_only = stands.eased is not None and stands.eased.rule == "back-rung"
    if stands.stuck and stands.eased is not None and not off_only:
        return stuck(stands, base)
    if stands.eased is not None and not stands.stuck:
        return eased(stands, base, stands.eased, on)
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
        done = because("rung-first-time-done", exercise=before.name)
        return Target(start, begun, begun, Move.UP, (done,), Room.SAME)
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
    own_off, off = own_days_off(exercise, situation), days_without(exercise, situation)
    if own_off >= AFRESH_D:
        begun = least(base, exercise)
        return Target(exercise, begun, begun, Move.BACK, (because("back-afresh", days=own_off),))
    if off >= ONE_STEP_D:
        return back_after(exercise, base, off)
    stopped = held_by_body(exercise, base, last, situation)
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


def _whole(amount: float) -> int | float:
    return int(amount) if amount == int(amount) else amount
