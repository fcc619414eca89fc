"""Undo and redo, step by step, in the store itself: they outlast a restart.

A row of the journal keeps what is needed to get to the other side of its step: until the step is undone, how
the row was before; from then on, how it had become. Undoing and redoing swap the two. So an import costs the
journal its keys alone, and what was written without a journal in the meantime is not lost either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, func, insert, select, update

from trainer.domain.transfer import Pulse, part_of, unheard
from trainer.store.rows import time_text
from trainer.store.tables import journal, journal_rows, metadata
from trainer.store.writing import Image, Key, Write, has_children, key_columns

KEPT_STEPS = 200
_AT_ONCE = 1_000
_TURNED_PART = 0.7  # of an undo; the rest is what redo needs to know


@dataclass(frozen=True, slots=True)
class _Entry:
    position: int
    image: Image


def record(write: Write, label: str, at: datetime, pulse: Pulse = unheard) -> None:
    """Keeps the images of `write` as one step; what was undone before can no longer be redone."""
    if not write.images:
        return
    connection = write.connection
    connection.execute(delete(journal).where(journal.c.undone))
    last = connection.execute(select(func.max(journal.c.id))).scalar_one() or 0
    connection.execute(delete(journal).where(journal.c.id <= last + 1 - KEPT_STEPS))
    step = {"id": last + 1, "at": time_text(at), "label": label, "undone": False}
    connection.execute(insert(journal), step)
    for start in range(0, len(write.images), _AT_ONCE):
        pulse(start / len(write.images))
        piece = write.images[start : start + _AT_ONCE]
        _add(connection, last + 1, [_Entry(position, image) for position, image in enumerate(piece, start)])
    pulse(1.0)


def _add(connection: Connection, step: int, entries: Sequence[_Entry]) -> None:
    if entries:
        connection.execute(
            insert(journal_rows),
            [
                {
                    "step": step,
                    "position": entry.position,
                    "table_name": entry.image.table.name,
                    "row_key": json.dumps(entry.image.key),
                    "image": _image_text(entry.image),
                }
                for entry in entries
            ],
        )


def _image_text(image: Image) -> str | None:
    return None if image.values is None else json.dumps(image.values, ensure_ascii=False)


def last_done() -> Select[Any]:
    """The step that undo would take back: its number and its label."""
    return (
        select(journal.c.id, journal.c.label).where(~journal.c.undone).order_by(journal.c.id.desc()).limit(1)
    )


def first_undone() -> Select[Any]:
    """The step that redo would do again: its number and its label."""
    return select(journal.c.id, journal.c.label).where(journal.c.undone).order_by(journal.c.id).limit(1)


def row_count(connection: Connection, step: int) -> int:
    """How many rows a step has touched."""
    last = select(func.max(journal_rows.c.position)).where(journal_rows.c.step == step)
    position: int | None = connection.execute(last).scalar_one()
    return 0 if position is None else position + 1


def undo(write: Write, pulse: Pulse = unheard) -> str | None:
    """Takes back the last step that is not undone; its label, or None when there is none."""
    return _swap(write, last_done(), pulse, undone=True)


def redo(write: Write, pulse: Pulse = unheard) -> str | None:
    """Does the first undone step again; its label, or None when there is none."""
    return _swap(write, first_undone(), pulse, undone=False)


def _swap(write: Write, wanted: Select[Any], pulse: Pulse, *, undone: bool) -> str | None:
    found = write.connection.execute(wanted).one_or_none()
    if found is None:
        return None
    step = found.id
    entries = _entries(write.connection, step)
    extra_from = entries[-1].position + 1
    swapped: list[_Entry] = []
    extra: list[Image] = []
    turning = part_of(pulse, 0, _TURNED_PART)
    for run in _runs(entries[::-1] if undone else entries):
        turning(len(swapped) / len(entries))
        swapped.extend(_turn(write, run, extra))
    _keep(write.connection, step, swapped, part_of(pulse, _TURNED_PART, 1))
    # What went with a parent was taken out children first, and comes back parents first.
    _add(write.connection, step, [_Entry(extra_from + n, image) for n, image in enumerate(reversed(extra))])
    write.connection.execute(update(journal).where(journal.c.id == step).values(undone=undone))
    return str(found.label)


def _entries(connection: Connection, step: int) -> list[_Entry]:
    statement = select(journal_rows).where(journal_rows.c.step == step).order_by(journal_rows.c.position)
    return [
        _Entry(
            row["position"],
            Image(
                metadata.tables[row["table_name"]],
                tuple(json.loads(row["row_key"])),
                None if row["image"] is None else json.loads(row["image"]),
            ),
        )
        for row in connection.execute(statement).mappings()
    ]


def _keep(connection: Connection, step: int, entries: Sequence[_Entry], pulse: Pulse) -> None:
    statement = (
        update(journal_rows)
        .where(journal_rows.c.step == step, journal_rows.c.position == bindparam("at_position"))
        .values(image=bindparam("new_image"))
    )
    for start in range(0, len(entries), _AT_ONCE):
        pulse(start / len(entries))
        piece = entries[start : start + _AT_ONCE]
        connection.execute(
            statement,
            [{"at_position": entry.position, "new_image": _image_text(entry.image)} for entry in piece],
        )
    pulse(1.0)


def _runs(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Neighbours that can be done at once: same table, same kind of image, no key twice, and not too many."""
    run: list[_Entry] = []
    keys: set[tuple[object, ...]] = set()
    for entry in entries:
        unlike = bool(run) and (_sort(run[0].image) != _sort(entry.image) or entry.image.key in keys)
        if unlike or len(run) == _AT_ONCE:
            yield run
            run, keys = [], set()
        run.append(entry)
        keys.add(entry.image.key)
    if run:
        yield run


def _sort(image: Image) -> tuple[str, str]:
    if image.values is None:
        return image.table.name, "absent"
    whole = image.values.keys() >= set(key_columns(image.table))
    return image.table.name, "whole" if whole else "part"


def _turn(write: Write, run: Sequence[_Entry], extra: list[Image]) -> Iterator[_Entry]:
    """Brings the rows of one run to the other side; yields how they were on this one."""
    table = run[0].image.table
    sort = _sort(run[0].image)[1]
    current = write.rows(table, [entry.image.key for entry in run])
    if sort == "absent" and has_children(table):
        extra.extend(_dependents_taken(write, table, list(current)))
    elif sort == "absent":
        write.delete_all(table, list(current))
    elif sort == "whole":
        write.insert_new(
            table, [e.image.values for e in run if e.image.values and e.image.key not in current]
        )
    for entry in run:
        now = current.get(entry.image.key)
        if now is None or sort == "absent":
            yield _Entry(entry.position, Image(table, entry.image.key, now))
        else:
            yield _Entry(entry.position, _exchange(write, entry.image, now))


def _dependents_taken(write: Write, table: Table, keys: Sequence[Key]) -> list[Image]:
    """Takes out rows with all that cannot be without them, and says what that was."""
    taken = Write(write.connection, journaled=True)
    taken.delete_many(table, keys)
    write.kinds |= taken.kinds
    own = set(keys)
    return [image for image in taken.images if image.table is not table or image.key not in own]


def _exchange(write: Write, image: Image, now: dict[str, object]) -> Image:
    values = image.values or {}
    others = {name: value for name, value in values.items() if name not in key_columns(image.table)}
    if others:
        write.change(image.table, image.key, others)
    return Image(image.table, image.key, {name: now[name] for name in values})
