"""A session that runs on another course: its steps there, and where it stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer.engine.changing import Change
from trainer.engine.leaving_out import numbered
from trainer.engine.timeline import Step, StepKind

Steps = Sequence[Step]


@dataclass(frozen=True, slots=True)
class Route:
    """The steps on another course, and what becomes of the one under way.

    It stands at `at` and `stays`, or `leaves` its set, which is over; or it is no more and stood behind `at`.
    What follows begins at `onward`, or is the set `to_set` where the course says so.
    """

    steps: list[Step]
    left_out: list[Step]
    at: int
    onward: int
    stays: bool
    leaves: bool
    to_set: int | None


def reroute(plan: Steps, live: Steps, index: int, left_out: Steps, change: Change) -> Route:
    """From the old plan, its steps as they now are, and the one of them under way."""
    steps = _carried_over(plan, live, change)
    at, there = _place_of(live, index, change, steps)
    kind, set_index = live[index].kind, change.moved.get(live[index].set_index)
    leaves = there and set_index in change.over and kind is not StepKind.REST
    back = change.go_to is not None and (not there or set_index == change.go_to)
    leads_in = leaves and kind in (StepKind.GET_READY, StepKind.CHANGE_SIDES)
    out = {(step.kind, change.moved.get(step.set_index), step.side) for step in left_out}
    return Route(
        steps=steps,
        left_out=[step for step in change.timeline.steps if step.key in out],
        at=at,
        onward=at if leads_in else at + 1,
        stays=there and not leaves and not back,
        leaves=leaves,
        to_set=change.go_to if back else None,
    )


def without_sets(steps: Steps, over: frozenset[int], onward: int, set_index: int) -> list[Step]:
    """The steps without those of these sets from `onward` on; the rest after set `set_index` stays."""
    return numbered(
        step
        for step in steps
        if step.index < onward
        or step.set_index not in over
        or (step.kind is StepKind.REST and step.set_index == set_index)
    )


def way_in(steps: Steps, set_index: int) -> int | None:
    """The step that leads into a set."""
    ways = (step.index for step in steps if step.kind is StepKind.GET_READY and step.set_index == set_index)
    return next(ways, None)


def next_start(steps: Steps, onward: int, *, rests: bool) -> int | None:
    """Where it goes on from `onward`: with the rest that comes there, or with the next get-ready."""
    if rests:
        return onward
    return next((step.index for step in steps[onward:] if step.kind is StepKind.GET_READY), None)


def _carried_over(plan: Steps, live: Steps, change: Change) -> list[Step]:
    """The steps of the new plan: what was left out of the old one stays out, what was altered stays so."""
    planned, lives = {step.key: step for step in plan}, {step.key: step for step in live}
    back = {new: old for old, new in change.moved.items()}
    steps: list[Step] = []
    for step in change.timeline.steps:
        old = back.get(step.set_index, 0)
        before, now = planned.get((step.kind, old, step.side)), lives.get((step.kind, old, step.side))
        work = StepKind.WORK, old, step.side
        left_out = now is None and (before is not None or (work in planned and work not in lives))
        if left_out and step.set_index not in change.again:
            continue
        if before is not None and now is not None:
            altered_s = now.duration_s - before.duration_s
            duration_s = max(0.0, step.duration_s + altered_s)
            steps.append(replace(step, target=now.target, duration_s=duration_s))
        else:
            steps.append(step)
    return numbered(steps)


def _place_of(live: Steps, index: int, change: Change, steps: Steps) -> tuple[int, bool]:
    """Where step `index` stands among the new ones, and True; else where the last before it does, or -1."""
    places = {step.key: step.index for step in steps}
    for step in reversed(live[: index + 1]):
        at = places.get((step.kind, change.moved.get(step.set_index, 0), step.side))
        if at is not None:
            return at, step is live[index]
    return -1, False
