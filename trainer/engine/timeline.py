"""Workout → Timeline: every step of a session at the planned pace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, groupby

from trainer.domain.exercise import Laterality, Side
from trainer.domain.workout import SetTarget, Workout, WorkoutItem

# Own rules (product): how long the steps between the work last.
GET_READY_FIRST_S = 10.0
GET_READY_LATER_S = 5.0
GET_READY_LEAST_S = 3.0
CHANGE_SIDES_S = 8.0


WorkKey = tuple[int, Side]
"""One side of a set: its `set_index` and the side."""


class StepKind(StrEnum):
    GET_READY = "get_ready"
    WORK = "work"
    CHANGE_SIDES = "change_sides"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of a session.

    `at_s` and `duration_s` are as planned, in seconds from the session's start. `set_no` of `of_sets` counts
    the working sets of the exercise, or those to warm up, `set_index` all sets of the session; both from 1.
    A get-ready and a change of sides carry the set and side that follow, a rest the set and side
    that it is the rest of. `side` is where the work is.
    """

    index: int
    kind: StepKind
    at_s: float
    duration_s: float
    item: WorkoutItem
    target: SetTarget
    set_no: int
    of_sets: int
    set_index: int
    side: Side

    @property
    def end_s(self) -> float:
        return self.at_s + self.duration_s

    @property
    def work(self) -> WorkKey:
        """Which side of which set it belongs to."""
        return self.set_index, self.side

    @property
    def key(self) -> tuple[StepKind, int, Side]:
        """What tells it from every other step of its timeline."""
        return self.kind, self.set_index, self.side

    @property
    def opens(self) -> bool:
        """Whether it belongs to the first set of its exercise, warm-ups among them."""
        return self.set_no == 1 and (self.target.warm_up or not any(one.warm_up for one in self.item.sets))

    @property
    def open(self) -> bool:
        """Whether it lasts until the athlete ends it."""
        return self.kind is StepKind.WORK and self.target.open


@dataclass(frozen=True, slots=True)
class Timeline:
    """A workout's steps without a gap, from 0 to `duration_s`."""

    workout: Workout
    steps: tuple[Step, ...]

    @property
    def duration_s(self) -> float:
        return self.steps[-1].end_s

    @property
    def set_count(self) -> int:
        return self.steps[-1].set_index

    def next_work(self, index: int) -> Step | None:
        """The first work step after step `index`."""
        return next((s for s in self.steps[index + 1 :] if s.kind is StepKind.WORK), None)

    def way_in(self, set_index: int, side: Side) -> int:
        """The index of the step that leads into the work of a set's side: its get-ready or change of sides.

        Raises KeyError when the timeline has no such work.
        """
        for step in self.steps:
            if step.kind is StepKind.WORK and step.set_index == set_index and step.side is side:
                return step.index - 1
        raise KeyError((set_index, side))


@dataclass(frozen=True, slots=True)
class Turn:
    """One set in the order it is done; `item_at` and `set_at` are its places in the workout, from 0."""

    item: WorkoutItem
    item_at: int
    set_at: int
    set_index: int

    @property
    def sides(self) -> tuple[Side, ...]:
        return (Side.LEFT, Side.RIGHT) if self.item.side is Laterality.EACH else (Side.BOTH,)

    @property
    def target(self) -> SetTarget:
        return self.item.sets[self.set_at]

    @property
    def alike(self) -> Sequence[SetTarget]:
        """The sets that it is counted among: the exercise's working sets, or those to warm up."""
        return [one for one in self.item.sets if one.warm_up is self.target.warm_up]

    @property
    def set_no(self) -> int:
        """Its number among them, from 1."""
        return sum(one.warm_up is self.target.warm_up for one in self.item.sets[: self.set_at + 1])


def build_timeline(workout: Workout) -> Timeline:
    """Every step of the workout by the product's step rules.

    Get ready is the end of the rest before it: both together last `rest_s`. A rest not longer than the get
    ready has no step of its own, and the get ready lasts 3 s at least. No rest follows the last set.
    """
    steps: list[Step] = []
    before: Turn | None = None
    for turn in turns(workout):
        for kind, duration_s, of_turn, side in _steps_of(turn, before):
            steps.append(
                _step(len(steps), kind, steps[-1].end_s if steps else 0.0, duration_s, of_turn, side)
            )
        before = turn
    return Timeline(workout, tuple(steps))


def _step(index: int, kind: StepKind, at_s: float, duration_s: float, turn: Turn, side: Side) -> Step:
    return Step(
        index=index,
        kind=kind,
        at_s=at_s,
        duration_s=duration_s,
        item=turn.item,
        target=turn.target,
        set_no=turn.set_no,
        of_sets=len(turn.alike),
        set_index=turn.set_index,
        side=side,
    )


def turns(workout: Workout) -> Iterator[Turn]:
    """The sets in order: an item's one after the other, a group's in rounds."""
    set_indexes = count(1)
    blocks = groupby(enumerate(workout.items), key=lambda pair: pair[1].group or pair[0])
    for _, block in blocks:
        items = list(block)
        rounds = max(item.first_round + len(item.sets) for _, item in items)
        for round_no in range(1, rounds):
            for item_at, item in items:
                set_at = round_no - item.first_round
                if 0 <= set_at < len(item.sets):
                    yield Turn(item, item_at, set_at, next(set_indexes))


def _steps_of(turn: Turn, before: Turn | None) -> Iterator[tuple[StepKind, float, Turn, Side]]:
    """What leads to a set, and the set: kind, seconds, the set it belongs to, the side."""
    first, *others = turn.sides
    rest_s, ready_s = _pause(turn, before)
    if before is not None and rest_s > 0:
        yield StepKind.REST, rest_s, before, before.sides[-1]
    yield StepKind.GET_READY, ready_s, turn, first
    yield StepKind.WORK, turn.target.planned_s, turn, first
    for side in others:
        yield StepKind.CHANGE_SIDES, CHANGE_SIDES_S, turn, side
        yield StepKind.WORK, turn.target.planned_s, turn, side


def _pause(turn: Turn, before: Turn | None) -> tuple[float, float]:
    """How long the rest and the get ready before a set last."""
    ready_s = GET_READY_FIRST_S if turn.set_at == 0 else GET_READY_LATER_S
    if before is None:
        return 0.0, ready_s
    rest_s = before.item.rest_s
    if rest_s <= ready_s:
        return 0.0, max(GET_READY_LEAST_S, rest_s)
    return rest_s - ready_s, ready_s
