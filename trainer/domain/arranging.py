"""The order of a workout's exercises, and which of them are done in turn.

Places are indexes from 0. Each answers with new items whose groups lie together: one that is moved between
two of a group joins it, one that is moved away from its group leaves it, and nothing is a group by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

from trainer.domain.workout import WorkoutItem

Items = tuple[WorkoutItem, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbours that are done in turn, or one exercise by itself; its places run from `first` to `last`."""

    first: int
    last: int
    group: str

    @property
    def together(self) -> bool:
        """Whether it is a superset or circuit."""
        return self.last > self.first


def blocks(items: Sequence[WorkoutItem]) -> list[Block]:
    """The items from first to last, as they are done together."""
    found = []
    for _, places in groupby(enumerate(items), key=lambda pair: pair[1].group or pair[0]):
        at = [place for place, _ in places]
        found.append(Block(at[0], at[-1], items[at[0]].group))
    return found


def block_at(items: Sequence[WorkoutItem], place: int) -> Block:
    """The block that an item is in."""
    return next(block for block in blocks(items) if block.first <= place <= block.last)


def arranged(items: Sequence[WorkoutItem]) -> Items:
    """The same items with groups named A, B, … in order; what is alone is none."""
    names = _names()
    result: list[WorkoutItem] = []
    for block in blocks(items):
        group = next(names) if block.together else ""
        result += [_in_group(item, group) for item in items[block.first : block.last + 1]]
    return tuple(result)


def moved(items: Sequence[WorkoutItem], places: Collection[int], to: int) -> tuple[Items, tuple[int, ...]]:
    """These items before the one that stands at `to` now, in their order; and where they stand then."""
    taken = [place for place in range(len(items)) if place in places]
    before = [place for place in range(len(items)) if place < to and place not in places]
    after = [place for place in range(len(items)) if place >= to and place not in places]
    order = [items[place] for place in (*before, *taken, *after)]
    at = tuple(range(len(before), len(before) + len(taken)))
    return arranged(_regrouped(order, frozenset(at))), at


def inserted(items: Sequence[WorkoutItem], at: int, new: Sequence[WorkoutItem]) -> Items:
    """New items before the one at `at`; between two of a group they join it, else they bring their own."""
    named = [_in_group(item, f"new-{item.group}" if item.group else "") for item in new]
    order = (*items[:at], *named, *items[at:])
    return arranged(_regrouped(order, frozenset(range(at, at + len(named)))))


def removed(items: Sequence[WorkoutItem], places: Collection[int]) -> Items:
    """Without these items."""
    return arranged([item for place, item in enumerate(items) if place not in places])


def joined(items: Sequence[WorkoutItem], places: Collection[int]) -> Items:
    """From the first to the last of these, all in one group; groups that they reach into come along."""
    if not places:
        return arranged(items)
    first = block_at(items, min(places)).first
    last = block_at(items, max(places)).last
    return arranged(
        [_in_group(item, "joined") if first <= place <= last else item for place, item in enumerate(items)]
    )


def parted(items: Sequence[WorkoutItem], places: Collection[int]) -> Items:
    """The groups that these are in, each exercise by itself again."""
    apart: set[int] = set()
    for place in places:
        block = block_at(items, place)
        apart |= set(range(block.first, block.last + 1))
    return arranged([_in_group(item, "") if at in apart else item for at, item in enumerate(items)])


def _regrouped(items: Sequence[WorkoutItem], strangers: frozenset[int]) -> list[WorkoutItem]:
    """The items with those that came from elsewhere put into the groups where they stand now."""
    stayed: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        if item.group and place not in strangers:
            stayed.setdefault(item.group, []).append(place)
    result = list(items)
    for at in strangers:
        around = next((group for group, at_ in stayed.items() if at_[0] < at < at_[-1]), "")
        group = items[at].group
        gone = group in stayed and at not in _reach(items, group, stayed[group], strangers)
        result[at] = _in_group(items[at], around or ("" if gone else group))
    return result


def _reach(
    items: Sequence[WorkoutItem], group: str, stayed: Sequence[int], strangers: frozenset[int]
) -> set[int]:
    """The places beside those that stayed whose items were of the group before and still touch it."""
    reach: set[int] = set()
    for start, step in ((stayed[0], -1), (stayed[-1], 1)):
        at = start + step
        while at in strangers and items[at].group == group:
            reach.add(at)
            at += step
    return reach


def _in_group(item: WorkoutItem, group: str) -> WorkoutItem:
    return item if item.group == group else replace(item, group=group)


def _names() -> Iterator[str]:
    """A, B, …, Z, A2, B2, …"""
    for lap in count(1):
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            yield letter if lap == 1 else f"{letter}{lap}"
