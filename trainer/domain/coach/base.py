"""Where an exercise stands: the target it had last, and whether it is ready for a step up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer.domain.coach import steps
from trainer.domain.coach.exposure import DoneSet, Exposure
from trainer.domain.coach.mornings import After
from trainer.domain.coach.situation import Situation
from trainer.domain.dosing import in_place_of, least_of, most_hold_s, most_reps
from trainer.domain.exercise import Exercise, Kind
from trainer.domain.workout import SetTarget, WorkoutItem

SESSIONS_AT_TOP = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """An item of a workout whose targets the coach moves."""

    template: WorkoutItem
    workout_id: str

    @property
    def usual_sets(self) -> int:
        return len(steps.working(self.template))


def placed(item: WorkoutItem, exercise: Exercise) -> WorkoutItem:
    """The item with that exercise in place of its own, within its group as before."""
    if exercise.id == item.exercise_id:
        return item
    return replace(in_place_of(item, exercise), group=item.group)


def least(item: WorkoutItem, exercise: Exercise) -> WorkoutItem:
    """The exercise at the least of its dose, in the item's place; never more than the item asks for."""
    begun = least_of(exercise)
    fitted = placed(item, exercise)
    few = begun.sets[: len(steps.working(fitted))]
    return steps.with_working(replace(fitted, rest_s=max(fitted.rest_s, begun.rest_s)), few)


def base_of(slot: Slot, exercise: Exercise, situation: Situation) -> WorkoutItem:
    """The item as it was asked for last in this workout, else as the template has it.

    What the log asks for counts up to the most of the dose and the template, so that no entry makes a jump.
    """
    fitted = placed(slot.template, exercise)
    own = situation.of_workout(exercise.id, slot.workout_id)
    if not own:
        return fitted
    most_sets = max(slot.usual_sets, exercise.dose.sets.high, 1)
    before = own[-2] if len(own) > 1 else None
    sets = [_carried(done, before) for done in own[-1].sets[:most_sets]]
    tops = [steps.amount(target) for target in steps.working(fitted)]
    return steps.with_working(fitted, [_capped(target, exercise, max(tops, default=0)) for target in sets])


def good(exposure: Exposure, exercise: Exercise, situation: Situation) -> bool:
    """All reached, pain that one may progress with, and a morning after that was no worse."""
    return (
        exposure.reached
        and situation.answer(exposure).may_progress
        and situation.morning(exposure, exercise).after is After.UNCHANGED
    )


def good_in_a_row(slot: Slot, exercise: Exercise, situation: Situation) -> tuple[Exposure, ...]:
    """The last days of this workout that asked for the same and went well; two are enough for a step."""
    own = {one.day: one for one in situation.of_workout(exercise.id, slot.workout_id)}
    found: list[Exposure] = []
    for one in reversed(list(own.values())[-SESSIONS_AT_TOP:]):
        if (found and not same_targets(one.targets, found[0].targets)) or not good(one, exercise, situation):
            break
        found.insert(0, one)
    return tuple(found)


def same_targets(some: Sequence[SetTarget], others: Sequence[SetTarget]) -> bool:
    """Whether they ask for the same reps, seconds, load, lean and tempo."""
    return [_measure(one) for one in some] == [_measure(one) for one in others]


def _measure(target: SetTarget) -> tuple[object, ...]:
    return target.kind, target.reps, target.hold_s, target.load_kg, target.lean_deg, target.tempo


def _carried(done: DoneSet, before: Exposure | None) -> SetTarget:
    """The target with the load and lean that were used where none was asked for, or where it was less.

    A load that nobody asked for is believed up to a tenth over the one before it.
    """
    target = done.target
    load_kg, lean_deg = target.load_kg, target.lean_deg
    if done.load_kg and (load_kg is None or done.load_kg < load_kg):
        loads = [one.load_kg for one in before.sets if one.load_kg] if before else []
        most = max(loads) * (1 + steps.LOAD_MOST) if loads else done.load_kg
        load_kg = round(min(done.load_kg, most), 3)
    if done.lean_deg and (lean_deg is None or done.lean_deg < lean_deg):
        leans = [one.lean_deg for one in before.sets if one.lean_deg] if before else []
        lean_deg = min(done.lean_deg, max(leans) + steps.LEAN_STEP_DEG) if leans else done.lean_deg
    return replace(target, load_kg=load_kg, lean_deg=lean_deg)


def _capped(target: SetTarget, exercise: Exercise, top: float) -> SetTarget:
    if exercise.kind is not target.kind:
        return target
    if exercise.kind is Kind.HOLD:
        return replace(target, hold_s=min(target.hold_s or 0, max(most_hold_s(exercise), top)))
    return replace(target, reps=min(target.reps or 0, int(max(most_reps(exercise), top))))
