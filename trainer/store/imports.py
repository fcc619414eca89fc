"""Whole files into the log, and out of it again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sqlalchemy import Table, exists, select

from trainer.domain.session import SetLog
from trainer.domain.transfer import ImportBatch, ImportRecord, ImportResult, Pulse, part_of, unheard
from trainer.errors import NoSuchEntry
from trainer.store.entries import Entries
from trainer.store.own import exercise_row
from trainer.store.rows import checkin_row, run_row, session_row, set_row, time_of, time_text
from trainer.store.tables import (
    checkins,
    exercises,
    import_batches,
    journal_rows,
    names,
    runs,
    sessions,
    sets,
)
from trainer.store.writing import Key, Values, Write

_AT_ONCE = 500
_ROWS_PART = 0.8  # of the work; the rest is what undo needs to know


class ImportEntries(Entries):
    """Imports: each is one transaction, one undo step, and one batch that can be taken out much later too."""

    def apply_import(self, batch: ImportBatch, *, undo: str = "", pulse: Pulse = unheard) -> ImportResult:
        """Adds what is not there yet; what is there stays as it is and counts as known.

        Rows are made and written in pieces, for memory's sake, and `pulse` is told after each; what it raises
        rolls all of it back.
        """
        batch_id = self._db.new_id()
        label = undo or f"Import {batch.source}"
        added: dict[Table, int] = {}
        parts = _parts(batch, batch_id)
        offered = sum(len(part.records) for part in parts)
        rows = part_of(pulse, 0, _ROWS_PART)
        with self._db.write(label, part_of(pulse, _ROWS_PART, 1)) as write:
            done = 0
            for piece in chain.from_iterable(part.pieces() for part in parts):
                fresh = piece.fresh(write)
                if fresh and not any(added.values()):
                    write.insert_new(import_batches, [self._record(batch_id, batch.source)])
                write.insert_new(piece.table, fresh)
                added[piece.table] = added.get(piece.table, 0) + len(fresh)
                done += len(piece.records)
                rows(done / offered)
            total = sum(added.values())
            if total:
                write.change(import_batches, (batch_id,), {"row_count": total})
            for name, exercise_id in batch.names:
                write.put(names, {"name": name, "exercise_id": exercise_id})
        return ImportResult(
            batch_id=batch_id if total else "",
            sessions=added.get(sessions, 0),
            sets=added.get(sets, 0),
            checkins=added.get(checkins, 0),
            runs=added.get(runs, 0),
            exercises=added.get(exercises, 0),
            known=offered - total,
        )

    def _record(self, batch_id: str, source: str) -> Values:
        clock = self._db.clock
        return {
            "id": batch_id,
            "source": source,
            "at": time_text(clock.utc_now()),
            "time_zone": clock.time_zone(),
            "row_count": 0,
        }

    def known_keys(self, batch: ImportBatch) -> dict[str, set[Key]]:
        """For a preview: by table (`sessions`, `sets`, …) the keys of the batch that are in the store."""
        with self._db.read() as connection:
            write = Write(connection, journaled=False)
            return {part.table.name: write.known_keys(part.table, part.keys()) for part in _parts(batch, "")}

    def import_batches(self) -> list[ImportRecord]:
        """The imports that are in the log, newest first."""
        statement = select(import_batches).order_by(import_batches.c.at.desc(), import_batches.c.id.desc())
        with self._db.read() as connection:
            return [
                ImportRecord(row.id, row.source, time_of(row.at), row.time_zone, row.row_count)
                for row in connection.execute(statement)
            ]

    def undo_import(self, batch_id: str, *, undo: str = "") -> None:
        """Takes out all that came with the batch, whatever was changed in it since; itself one undo step.

        Sets that joined a session which was there before are known by the undo list alone: once the import
        has left that (after 200 steps), they stay. An own exercise that other sessions use by now stays.
        Raises NoSuchEntry.
        """
        with self._db.write(undo or "Take back import") as write:
            if write.row(import_batches, (batch_id,)) is None:
                raise NoSuchEntry("That import is not in the log any more.")
            for table in (sessions, checkins, runs):
                _delete_batch(write, table, batch_id)
            write.delete_many(sets, _joined(write, batch_id))
            _delete_batch(write, exercises, batch_id, ~exists().where(sets.c.exercise_id == exercises.c.id))
            write.delete(import_batches, (batch_id,))


@dataclass(frozen=True, slots=True)
class _Part:
    """Records of one table: what its keys are, and what makes a row of one."""

    table: Table
    records: Sequence[Any]
    key: Callable[[Any], Key]
    row: Callable[[Any], Values]

    def keys(self) -> list[Key]:
        return [self.key(record) for record in self.records]

    def pieces(self) -> Iterator[_Part]:
        for start in range(0, len(self.records), _AT_ONCE):
            yield replace(self, records=self.records[start : start + _AT_ONCE])

    def fresh(self, write: Write) -> list[Values]:
        """Rows of those whose keys are free, each key once, the first that has it."""
        keys = self.keys()
        taken = write.known_keys(self.table, keys)
        found: dict[Key, Any] = {}
        for key, record in zip(keys, self.records, strict=True):
            if key not in taken:
                found.setdefault(key, record)
        return [self.row(record) for record in found.values()]


def _parts(batch: ImportBatch, batch_id: str) -> tuple[_Part, ...]:
    """Parents first."""
    mark = {"import_batch": batch_id}

    def marked(row: Callable[[Any], Values]) -> Callable[[Any], Values]:
        return lambda record: row(record) | mark

    return (
        _Part(exercises, batch.exercises, _by_id, marked(exercise_row)),
        _Part(sessions, batch.sessions, _by_id, marked(session_row)),
        _Part(sets, batch.sets, _by_set_and_side, set_row),
        _Part(checkins, batch.checkins, _by_id, marked(checkin_row)),
        _Part(runs, batch.runs, _by_id, marked(run_row)),
    )


def _by_id(record: Any) -> Key:
    return (record.id,)


def _by_set_and_side(done: SetLog) -> Key:
    return (done.set_id, done.side.value)


def _delete_batch(write: Write, table: Table, batch_id: str, *where: Any) -> None:
    statement = select(*table.primary_key).where(table.c.import_batch == batch_id, *where)
    write.delete_many(table, [tuple(key) for key in write.connection.execute(statement).all()])


def _joined(write: Write, batch_id: str) -> list[Key]:
    """The sets that came with the batch, whatever session they are in."""
    rows = journal_rows.c
    step = (
        select(rows.step)
        .where(rows.table_name == import_batches.name, rows.row_key == json.dumps([batch_id]))
        .where(rows.image.is_(None))
        .scalar_subquery()
    )
    statement = select(rows.row_key).where(
        rows.step == step, rows.table_name == sets.name, rows.image.is_(None)
    )
    return [tuple(json.loads(text)) for text in write.connection.scalars(statement)]
