"""What the athlete may choose instead, within the pain table; and what was chosen before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trainer.domain.coach import steps
from trainer.domain.coach.base import Slot, least, placed, same_targets
from trainer.domain.coach.rungs import next_rung
from trainer.domain.coach.targets import Ground, Room, Target
from trainer.domain.workout import WorkoutItem


def choices(target: Target, on: Ground) -> tuple[WorkoutItem, ...]:
    """Other targets for the item, each once: less, the same as last, the template's, or a step up."""
    found: list[WorkoutItem] = []
    for item in _within(target, on):
        if not any(alike(item, other) for other in (target.item, *found)):
            found.append(item)
    return tuple(found)


def honoured(target: Target, chosen: tuple[WorkoutItem, ...], on: Ground) -> WorkoutItem | None:
    """What was chosen the last time that this was proposed, where it may be chosen still."""
    overruling = on.situation.overrulings.get((on.slot.workout_id, on.slot.template.exercise_id))
    if overruling is None or overruling.proposed is None or not alike(overruling.proposed, target.item):
        return None
    return next((item for item in chosen if alike(item, overruling.chosen)), None)


def alike(some: WorkoutItem, other: WorkoutItem) -> bool:
    """Whether they are the same exercise with the same targets."""
    return some.exercise_id == other.exercise_id and same_targets(some.sets, other.sets)


def _within(target: Target, on: Ground) -> Iterator[WorkoutItem]:
    if target.room is Room.NONE:
        return
    yield from _less(target, on)
    if target.room >= Room.SAME:
        yield target.base
        yield from (item for item in _templates(on.slot, on) if _no_more(item, target.base))
    if target.room >= Room.STEP:
        yield from _a_step_up(target, on)


def _a_step_up(target: Target, on: Ground) -> Iterator[WorkoutItem]:
    templates = tuple(_templates(on.slot, on))
    if on.plan is not None:
        yield from templates
        return
    up = steps.up(target.base, target.exercise, on.slot.usual_sets) if _on_its_rung(target) else None
    if up is None:
        yield from _harder(target, on)
    else:
        yield up.item
        yield from (item for item in templates if _no_more(item, up.item))


def _less(target: Target, on: Ground) -> Iterator[WorkoutItem]:
    down = steps.down(target.item)
    if down is not None:
        yield down.item
    exercise = on.situation.known.get(target.item.exercise_id)
    rung = on.shelf.easier(exercise, on.taken) if exercise else None
    if rung is not None:
        yield placed(target.item, rung)


def _templates(slot: Slot, on: Ground) -> Iterable[WorkoutItem]:
    exercise = on.situation.known.get(slot.template.exercise_id)
    if exercise is not None and on.shelf.can(exercise):
        yield slot.template


def _harder(target: Target, on: Ground) -> Iterator[WorkoutItem]:
    rung = next_rung(target.exercise, on.slot, on.situation, on.shelf, on.taken)
    if rung is not None:
        yield least(target.base, rung)


def _no_more(item: WorkoutItem, limit: WorkoutItem) -> bool:
    """Whether it is the same exercise and asks for no more than the other."""
    if item.exercise_id != limit.exercise_id:
        return False
    loads = [max((one.load_kg or 0 for one in steps.working(each)), default=0) for each in (item, limit)]
    return steps.volume(item) <= steps.volume(limit) and loads[0] <= loads[1]


def _on_its_rung(target: Target) -> bool:
    return target.exercise.id == target.base.exercise_id
