"""From a workout file to a workout: exercises looked up, their names copied in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from trainer.catalog.shapes import ItemFile, WarmUpFile, WorkoutFile
from trainer.domain.exercise import Exercise, Kind
from trainer.domain.workout import SetTarget, Workout, WorkoutItem


def item_findings(
    item: ItemFile, ids: Collection[str], exercises: Mapping[str, Exercise]
) -> Iterator[tuple[str, str]]:
    """Key and sentence of what is wrong with one item."""
    if item.exercise not in ids:
        yield "exercise", f"{item.exercise!r} is not an exercise"
    if item.sets < 1:
        yield "sets", "must be one at least"
    if item.rest_s < 0:
        yield "rest_s", "cannot be below zero"
    if item.rpe is not None and not 1 <= item.rpe <= 10:
        yield "rpe", "must be 1 to 10"
    exercise = exercises.get(item.exercise)
    if exercise is not None:
        yield from _amount(item, exercise.kind)
        for number, warm_up in enumerate(item.warm_ups, start=1):
            for key, finding in _amount(_filled(warm_up, item), exercise.kind):
                yield f"warm_ups.{number}.{key}", finding


def _amount(item: ItemFile | WarmUpFile, kind: Kind) -> Iterator[tuple[str, str]]:
    wanted, other = ("reps", "hold_s") if kind is Kind.REPS else ("hold_s", "reps")
    amount = getattr(item, wanted)
    if amount is None or amount <= 0:
        yield wanted, f"must say how much, for an exercise of the kind {kind}"
    if getattr(item, other) is not None:
        yield other, f"does not belong to an exercise of the kind {kind}"
    if kind is Kind.HOLD and item.tempo is not None:
        yield "tempo", "does not belong to an exercise of the kind hold"


def _filled(warm_up: WarmUpFile, item: ItemFile) -> WarmUpFile:
    """The warm-up with what it leaves to the working sets; how much it is can be said one way only."""
    unsaid = warm_up.reps is None and warm_up.hold_s is None
    return replace(
        warm_up,
        reps=item.reps if unsaid else warm_up.reps,
        hold_s=item.hold_s if unsaid else warm_up.hold_s,
        tempo=warm_up.tempo or item.tempo,
    )


def workout_from(workout_id: str, file: WorkoutFile, exercises: Mapping[str, Exercise]) -> Workout:
    """The workout of a file without findings."""
    items = tuple(_item(item, exercises[item.exercise]) for item in file.items)
    return Workout(id=workout_id, name=file.name, items=items, level=file.level, note=file.note)


def _warm_up(warm_up: WarmUpFile, exercise: Exercise) -> SetTarget:
    return SetTarget(
        kind=exercise.kind,
        reps=warm_up.reps,
        hold_s=warm_up.hold_s,
        tempo=warm_up.tempo or exercise.tempo,
        load_kg=warm_up.load_kg,
        warm_up=True,
    )


def _item(item: ItemFile, exercise: Exercise) -> WorkoutItem:
    warm_ups = tuple(_warm_up(_filled(one, item), exercise) for one in item.warm_ups)
    target = SetTarget(
        kind=exercise.kind,
        reps=item.reps,
        hold_s=item.hold_s,
        tempo=item.tempo or exercise.tempo,
        load_kg=item.load_kg,
        rpe=item.rpe,
        to_limit=item.to_limit,
        own_pace=item.own_pace,
        warm_up=item.warm_up,
    )
    return WorkoutItem(
        exercise_id=exercise.id,
        exercise=exercise.name,
        short_name=exercise.short_name,
        side=exercise.side,
        sets=warm_ups + (target,) * item.sets,
        rest_s=item.rest_s,
        group=item.group,
        begins_with=exercise.begins_with,
        logs_lean=exercise.logs_lean,
        why=item.why,
    )
