"""On which rung of its ladder an exercise stands by now: stepped up to, stood down to, or come back to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import takewhile

from trainer.domain.coach import steps
from trainer.domain.coach.base import SESSIONS_AT_TOP, Slot, base_of, good, good_in_a_row
from trainer.domain.coach.breaks import ONE_STEP_D, TWO_STEPS_D, days_off, days_until_next
from trainer.domain.coach.mornings import After
from trainer.domain.coach.reasons import because, place_label
from trainer.domain.coach.shelf import Shelf
from trainer.domain.coach.situation import Situation
from trainer.domain.exercise import Exercise
from trainer.domain.pain import STOP_LEAST
from trainer.domain.rule import Reason

_RUNGS_MOST = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """The exercise to do. `eased` says why it stands in for a harder one, `regained` that it is back.

    `left` is the harder one. `stuck` is set with `eased` where there is no easier rung.
    """

    exercise: Exercise
    eased: Reason | None = None
    regained: Reason | None = None
    stuck: bool = False
    left: Exercise | None = None


def standing(
    start: Exercise, slot: Slot, situation: Situation, shelf: Shelf, taken: Collection[str], climbs: bool
) -> Standing:
    """Follows the log along the ladder from `start`; up only where it `climbs`, as no plan's table does."""
    current, eased, left = start, None, None
    for _ in range(_RUNGS_MOST):
        why = asks_easier(current, situation)
        if why is not None:
            rung = shelf.easier(current, taken)
            if rung is None:
                return Standing(current, why, stuck=True)
            rested = (days_off(current, situation) or 0) >= ONE_STEP_D
            if not rested and _good_since(rung, current, situation) >= SESSIONS_AT_TOP:
                regained = because("rung-regained", exercise=current.name, easier=rung.name)
                return Standing(current, regained=regained)
            current, eased, left = rung, why, current
        elif eased is None and climbs and (rung := _climbed(current, slot, situation, shelf, taken)):
            current = rung
        else:
            break
    return Standing(current, eased, left=left)


def asks_easier(exercise: Exercise, situation: Situation) -> Reason | None:
    """Why the exercise's last session asks for an easier rung; None where it does not."""
    last = situation.last(exercise.id)
    if last is None:
        return None
    answer = situation.answer(last)
    if answer.stop or answer.easier:
        pain, place = situation.worst_of(last)
        where, limit = place_label(place), situation.settings.pain_stop
        if not answer.stop:
            return because("pain-easier", pain=pain, place=where, on=last.day)
        rule = "pain-stop" if pain >= STOP_LEAST else "pain-limit"
        return because(rule, pain=pain, place=where, on=last.day, limit=limit)
    morning = situation.morning(last, exercise)
    if morning.after is After.WORSE and len(last.sets) <= 1:
        pain, before = morning.pain or 0, morning.before or 0
        return because("morning-worse-rung", pain=pain, before=before, on=last.day)
    gap, loaded = days_until_next(exercise, situation), any(done.load_kg for done in last.sets)
    if not loaded and gap >= (ONE_STEP_D if len(last.sets) <= 1 else TWO_STEPS_D):
        return because("back-rung", days=gap)
    return None


def next_rung(
    exercise: Exercise, slot: Slot, situation: Situation, shelf: Shelf, taken: Collection[str]
) -> Exercise | None:
    """The harder rung, where nothing else is left to raise."""
    if steps.up(base_of(slot, exercise, situation), exercise, slot.usual_sets) is not None:
        return None
    return shelf.harder(exercise, taken)


def _climbed(
    exercise: Exercise, slot: Slot, situation: Situation, shelf: Shelf, taken: Collection[str]
) -> Exercise | None:
    """The harder rung that was stepped up to since."""
    last = situation.last(exercise.id)
    if last is None or len(good_in_a_row(slot, exercise, situation)) < SESSIONS_AT_TOP:
        return None
    rung = next_rung(exercise, slot, situation, shelf, taken)
    done = situation.of_workout(rung.id, slot.workout_id) if rung else ()
    return rung if done and done[-1].at > last.at else None


def _good_since(rung: Exercise, left: Exercise, situation: Situation) -> int:
    """On how many days running, up to the last, the rung went well since what it stands in for was done."""
    last = situation.last(left.id)
    since = [one for one in situation.every(rung.id) if last is None or one.at > last.at]
    well = takewhile(lambda one: good(one, rung, situation), reversed(since))
    return len({one.day for one in well})
