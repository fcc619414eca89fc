"""Another course for a session that runs: a set more, an easier exercise instead, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trainer.domain.workout import Workout, WorkoutItem
from trainer.engine.timeline import Step, StepKind, Timeline, Turn, build_timeline, turns

ItemMade = Callable[[WorkoutItem], WorkoutItem]


@dataclass(frozen=True, slots=True)
class Change:
    """What the session goes on by, and what becomes of the sets that it had; sets by their `set_index`.

    `moved` says where each set of the old course stands in the new one; one that is not in it is no more.
    The sets of `over` stay, but are not gone on with. When the step under way is no more, the session goes to
    the set `go_to`, or where there is none to what comes next.
    """

    timeline: Timeline
    moved: Mapping[int, int]
    over: frozenset[int] = frozenset()
    again: frozenset[int] = frozenset()
    """Sets that an earlier change said were over, and that are to come after all."""
    go_to: int | None = None


def item_under_way(workout: Workout, step: Step) -> int:
    """The place in the workout of the exercise under way; in a rest the one just done or what replaced it."""
    at = next(turn.item_at for turn in turns(workout) if turn.set_index == step.set_index)
    while at + 1 < len(workout.items) and _goes_on(workout.items[at], workout.items[at + 1]):
        at += 1
    return at


def one_set_more(workout: Workout, item_at: int) -> Change:
    """The exercise once more after its last set, with the same target; in a superset, in one more round."""
    item = workout.items[item_at]
    longer = replace(item, sets=(*item.sets, item.sets[-1]))
    items = (*workout.items[:item_at], longer, *workout.items[item_at + 1 :])
    changed = replace(workout, items=items)
    return Change(build_timeline(changed), _moves(workout, changed, _same_place))


def to_be_done(workout: Workout, item_at: int, step: Step, results: Mapping[int, bool]) -> list[Turn]:
    """The sets of an exercise that are under way or to come, the one under way whatever was done of it.

    `results` says of each set that was begun whether it has a result: with one, which the athlete went back
    behind, it is not to be done.
    """
    return [
        turn
        for turn in turns(workout)
        if turn.item_at == item_at
        and (_under_way(turn, step) or (turn.set_index > step.set_index and not results.get(turn.set_index)))
    ]


def exchanged(
    workout: Workout, item_at: int, step: Step, results: Mapping[int, bool], made: ItemMade
) -> tuple[Change, Change] | None:
    """Another exercise for all that is to be done of this one, and the way back; None when nothing is.

    `made` gives the other exercise with a target for each set of this one; its place in
    the group is this one's. A set that was begun stays in the
    log as it stands; the one under way is done again with the other exercise (own rule).
    """
    item, left = workout.items[item_at], to_be_done(workout, item_at, step, results)
    if not left:
        return None
    ours = [turn for turn in turns(workout) if turn.item_at == item_at]
    kept = max((turn.set_at + 1 for turn in ours if turn.set_index in results), default=0)
    other = made(item)
    other = replace(
        other,
        sets=tuple(other.sets[turn.set_at] for turn in left),
        group=item.group,
        first_round=item.first_round + kept,
        instead_of=item.exercise_id if kept else item.instead_of or item.exercise_id,
    )
    rest = (replace(item, sets=item.sets[:kept]), other) if kept else (other,)
    changed = replace(workout, items=(*workout.items[:item_at], *rest, *workout.items[item_at + 1 :]))

    def place(turn: Turn) -> tuple[int, int] | None:
        if turn.item_at == item_at:
            return (item_at, turn.set_at) if turn.set_at < kept else None
        return turn.item_at + (bool(kept) and turn.item_at > item_at), turn.set_at

    moved = _moves(workout, changed, place)
    closed = [turn.set_index for turn in ours if turn.set_at < kept and _to_come(turn, step)]
    change = Change(build_timeline(changed), moved, over=frozenset(moved[index] for index in closed))
    first = next(turn.set_index for turn in turns(changed) if turn.item_at == item_at + bool(kept))
    return change, _way_back(workout, change, closed, _first_again(left, moved, first))


def undone(workout: Workout, change: Change) -> Change:
    """The way back from a set more, to the workout as it was."""
    return _way_back(workout, change, (), None)


def _goes_on(item: WorkoutItem, following: WorkoutItem) -> bool:
    """Whether `following` took the place of what was to come of `item`."""
    return (
        following.instead_of == item.exercise_id
        and following.first_round == item.first_round + len(item.sets)
        and following.group == item.group
    )


def _under_way(turn: Turn, step: Step) -> bool:
    return turn.set_index == step.set_index and step.kind is not StepKind.REST


def _to_come(turn: Turn, step: Step) -> bool:
    return turn.set_index > step.set_index or _under_way(turn, step)


def _same_place(turn: Turn) -> tuple[int, int]:
    return turn.item_at, turn.set_at


def _moves(
    before: Workout, after: Workout, place: Callable[[Turn], tuple[int, int] | None]
) -> dict[int, int]:
    """Old set indexes to new ones, by where each set stands in the new workout."""
    found = {_same_place(turn): turn.set_index for turn in turns(after)}
    wanted = {turn.set_index: place(turn) for turn in turns(before)}
    return {index: found[at] for index, at in wanted.items() if at is not None}


def _first_again(left: Sequence[Turn], moved: Mapping[int, int], first: int) -> int:
    """The set to go back to from the other exercise: that under way then, unless others came between."""
    begun = left[0].set_index in moved
    if begun and moved[left[0].set_index] + 1 != first and len(left) > 1:
        return left[1].set_index
    return left[0].set_index


def _way_back(workout: Workout, change: Change, closed: Iterable[int], go_to: int | None) -> Change:
    back = {new: old for old, new in change.moved.items()}
    return Change(build_timeline(workout), back, again=frozenset(closed), go_to=go_to)
