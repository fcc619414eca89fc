"""What a disk may hold after the power went: what was synced, and of the rest whatever chance leaves.

Between two syncs of a file its writes may arrive in any order, torn, or not at all. A new name outlasts the
cut once its folder was synced, which SQLite does with the first sync of a new journal or WAL and with a
delete that asks for it; until then a path may be in any of the states that it was in since.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.disk import Create, Delete, Event, Note, Sync, Truncate, Write

SECTOR = 512


@dataclass
class _File:
    safe: bytearray = field(default_factory=bytearray)
    loose: list[Write | Truncate] = field(default_factory=list)
    names_synced: bool = False


@dataclass
class Platter:
    """The disk as far as the events went; `after_cut` says what may be left of it."""

    acknowledged: int = 0
    _now: dict[str, _File] = field(default_factory=dict)
    _names: dict[str, list[_File | None]] = field(default_factory=dict)

    def happen(self, event: Event) -> None:
        match event:
            case Note():
                self.acknowledged += 1
            case Create(path):
                self._name(path, _File())
            case Delete(path, synced):
                self._name(path, None)
                if synced:
                    self._sync_names()
            case Write() | Truncate():
                self._now[event.path].loose.append(event)
            case Sync(path):
                self._sync(path)

    def _name(self, path: str, file: _File | None) -> None:
        self._names.setdefault(path, [None]).append(file)
        if file is None:
            self._now.pop(path, None)
        else:
            self._now[path] = file

    def _sync(self, path: str) -> None:
        file = self._now[path]
        for change in file.loose:
            _apply(file.safe, change)
        file.loose.clear()
        if not file.names_synced and path.endswith(("-journal", "-wal")):
            file.names_synced = True
            self._sync_names()

    def _sync_names(self) -> None:
        self._names = {path: [states[-1]] for path, states in self._names.items()}

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """One thing that the disk may hold, by path."""
        left = {path: chance.choice(states) for path, states in self._names.items()}
        return {path: _content(file, chance) for path, file in left.items() if file is not None}


def _content(file: _File, chance: random.Random) -> bytes:
    """The synced part, with as many of the loose changes as chance lets arrive, all to none of them."""
    content = bytearray(file.safe)
    loose = list(file.loose)
    kind = chance.randrange(4)
    if kind == 0:
        loose = loose[: chance.randint(0, len(loose))]
    elif kind == 1:
        likely = chance.random()
        loose = [change for change in loose if chance.random() < likely]
    elif kind == 2:
        chance.shuffle(loose)
        loose = loose[: chance.randint(0, len(loose))]
    else:
        loose = list(_torn(loose, chance))
    for change in loose:
        _apply(content, change)
    return bytes(content)


def _torn(loose: Sequence[Write | Truncate], chance: random.Random) -> Iterator[Write | Truncate]:
    """Some of the changes, of the writes only some sectors, the last of them cut off anywhere."""
    for change in loose:
        if isinstance(change, Truncate):
            if chance.random() < 0.5:
                yield change
            continue
        for start in range(0, len(change.data), SECTOR):
            if chance.random() < 0.7:
                sector = change.data[start : start + SECTOR]
                if chance.random() < 0.1:
                    sector = sector[: chance.randint(0, len(sector))]
                yield Write(change.path, change.offset + start, sector)


def _apply(content: bytearray, change: Write | Truncate) -> None:
    if isinstance(change, Truncate):
        del content[change.size :]
        return
    if len(content) < change.offset:
        content.extend(bytes(change.offset - len(content)))
    content[change.offset : change.offset + len(change.data)] = change.data


def moments(events: Sequence[Event], count: int, chance: random.Random) -> list[int]:
    """Where to cut, in order: a third anywhere, a third just after something was acknowledged, a third around
    what happens to the main file and to names."""
    acknowledged = [place + 1 for place, event in enumerate(events) if isinstance(event, Note)]
    rare = [
        place
        for place, event in enumerate(events)
        if isinstance(event, Create | Delete | Truncate)
        or (isinstance(event, Write | Sync) and not event.path.endswith("-wal"))
    ]
    places = chance.choices(range(1, len(events) + 1), k=count - 2 * (count // 3))
    places += chance.choices(acknowledged, k=count // 3)
    places += [min(len(events), place + chance.randint(0, 2)) for place in chance.choices(rare, k=count // 3)]
    return sorted(places)


def states(
    events: Sequence[Event], count: int, chance: random.Random
) -> Iterator[tuple[int, int, dict[str, bytes]]]:
    """Cuts: after how many events, how many acknowledgements came before, what is left by path."""
    platter = Platter()
    happened = 0
    for place in moments(events, count, chance):
        for event in events[happened:place]:
            platter.happen(event)
        happened = place
        yield place, platter.acknowledged, platter.after_cut(chance)


def lay_out(left: dict[str, bytes], folder: Path) -> None:
    for path, content in left.items():
        (folder / Path(path).name).write_bytes(content)
