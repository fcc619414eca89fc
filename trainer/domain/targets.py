"""What an exercise of a workout asks for, changed: for all of its working sets, or for one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from trainer.domain.exercise import Kind, Laterality
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, WorkoutItem

MOST_SETS = 20
WARM_UP_SHARE = 0.5
"""Own rule: a set to warm up asks for half as much, and half the load."""


def working(item: WorkoutItem) -> tuple[SetTarget, ...]:
    """Its sets without those to warm up."""
    return tuple(target for target in item.sets if not target.warm_up)


def warm_ups(item: WorkoutItem) -> tuple[SetTarget, ...]:
    return tuple(target for target in item.sets if target.warm_up)


def amount(target: SetTarget) -> float:
    """Reps, or seconds of a hold."""
    return float((target.hold_s if target.kind is Kind.HOLD else target.reps) or 0)


def alike(item: WorkoutItem) -> bool:
    """Whether every working set asks for the same."""
    return len(set(working(item))) == 1


def with_amount(target: SetTarget, wanted: float) -> SetTarget:
    """So many reps, or seconds; one at least."""
    if target.kind is Kind.HOLD:
        return replace(target, hold_s=max(1.0, wanted))
    return replace(target, reps=max(1, round(wanted)))


def with_set_count(item: WorkoutItem, count: int) -> WorkoutItem:
    """So many working sets: the last one again, or the last ones left out."""
    now = working(item)
    count = max(1, min(MOST_SETS, count))
    return replace(item, sets=warm_ups(item) + now[:count] + (now[-1],) * (count - len(now)))


def with_warm_up_count(item: WorkoutItem, count: int) -> WorkoutItem:
    """So many sets to warm up before the others; a new one by the own rule above."""
    now, like = warm_ups(item)[: max(0, count)], working(item)[0]
    return replace(item, sets=now + (_warm_up(like),) * (count - len(now)) + working(item))


def with_working(item: WorkoutItem, change: Callable[[SetTarget], SetTarget]) -> WorkoutItem:
    """Each working set changed."""
    return replace(item, sets=_each(item.sets, change))


def with_set(item: WorkoutItem, at: int, target: SetTarget) -> WorkoutItem:
    """One set replaced; those to warm up come first all the same, and one working set is left."""
    sets = (*item.sets[:at], target, *item.sets[at + 1 :])
    if all(one.warm_up for one in sets):
        return item
    return replace(item, sets=tuple(sorted(sets, key=_comes_later)))


def without_set(item: WorkoutItem, at: int) -> WorkoutItem:
    """One set left out, unless it is the last that works."""
    left = item.sets[:at] + item.sets[at + 1 :]
    return item if all(one.warm_up for one in left) else replace(item, sets=left)


def with_tempo(item: WorkoutItem, tempo: Tempo) -> WorkoutItem:
    """The tempo of every set of reps."""
    return replace(item, sets=tuple(_at_tempo(target, tempo) for target in item.sets))


def with_own_pace(item: WorkoutItem, own_pace: bool) -> WorkoutItem:
    """Every set of reps called and counted, or done as one likes."""
    return replace(
        item,
        sets=tuple(
            replace(target, own_pace=own_pace) if target.kind is Kind.REPS else target for target in item.sets
        ),
    )


def with_side(item: WorkoutItem, side: Laterality) -> WorkoutItem:
    """Done once, or on each side, whatever the exercise itself says."""
    return replace(item, side=side, own_side=True)


def _each(targets: Iterable[SetTarget], change: Callable[[SetTarget], SetTarget]) -> tuple[SetTarget, ...]:
    return tuple(target if target.warm_up else change(target) for target in targets)


def _at_tempo(target: SetTarget, tempo: Tempo) -> SetTarget:
    return replace(target, tempo=tempo) if target.kind is Kind.REPS else target


def _comes_later(target: SetTarget) -> bool:
    return not target.warm_up


def _warm_up(like: SetTarget) -> SetTarget:
    half = with_amount(like, round(amount(like) * WARM_UP_SHARE))
    load_kg = None if like.load_kg is None else round(like.load_kg * WARM_UP_SHARE, 1)
    return replace(half, load_kg=load_kg, rpe=None, to_limit=False, warm_up=True)
