"""Whole files into the log, and out of it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, exists, select

from trainer.domain.transfer import ImportBatch, ImportRecord, ImportResult
from trainer.errors import NoSuchEntry
from trainer.store.entries import Entries
from trainer.store.own import exercise_row
from trainer.store.rows import checkin_row, run_row, session_row, set_row, time_of, time_text
from trainer.store.tables import checkins, exercises, import_batches, names, runs, sessions, sets
from trainer.store.writing import Key, Values, Write, key_columns


class ImportEntries(Entries):
    """Imports: each is one transaction, one undo step, and one batch that can be taken out much later too."""

    def apply_import(self, batch: ImportBatch, *, undo: str = "") -> ImportResult:
        """Adds what is not there yet; what is there stays as it is and counts as known."""
        batch_id = self._db.new_id()
        with self._db.write(undo or f"Import {batch.source}") as write:
            fresh = {table: _fresh(write, table, rows) for table, rows in _rows(batch, batch_id).items()}
            added = sum(map(len, fresh.values()))
            if added:
                write.insert_new(import_batches, [self._record(batch_id, batch.source, added)])
                for table, rows in fresh.items():
                    write.insert_new(table, rows)
            for name, exercise_id in batch.names:
                write.put(names, {"name": name, "exercise_id": exercise_id})
        offered = (
            len(batch.exercises)
            + len(batch.sessions)
            + len(batch.sets)
            + len(batch.checkins)
            + len(batch.runs)
        )
        return ImportResult(
            batch_id=batch_id if added else "",
            sessions=len(fresh[sessions]),
            sets=len(fresh[sets]),
            checkins=len(fresh[checkins]),
            runs=len(fresh[runs]),
            exercises=len(fresh[exercises]),
            known=offered - added,
        )

    def _record(self, batch_id: str, source: str, rows: int) -> Values:
        clock = self._db.clock
        return {
            "id": batch_id,
            "source": source,
            "at": time_text(clock.utc_now()),
            "time_zone": clock.time_zone(),
            "row_count": rows,
        }

    def known_keys(self, batch: ImportBatch) -> dict[str, set[Key]]:
        """For a preview: by table (`sessions`, `sets`, …) the keys of the batch that are in the store."""
        with self._db.read() as connection:
            write = Write(connection, journaled=False)
            return {
                table.name: write.known_keys(table, _keys(table, rows))
                for table, rows in _rows(batch, "").items()
            }

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

        An own exercise that other sessions use by now stays. Raises NoSuchEntry.
        """
        with self._db.write(undo or "Take back import") as write:
            if write.row(import_batches, (batch_id,)) is None:
                raise NoSuchEntry("That import is not in the log any more.")
            for table in (sessions, checkins, runs):
                _delete_batch(write, table, batch_id)
            _delete_batch(write, exercises, batch_id, ~exists().where(sets.c.exercise_id == exercises.c.id))
            write.delete(import_batches, (batch_id,))


def _rows(batch: ImportBatch, batch_id: str) -> dict[Table, list[Values]]:
    """Rows by table, parents first."""
    mark = {"import_batch": batch_id}
    return {
        exercises: [exercise_row(exercise) | mark for exercise in batch.exercises],
        sessions: [session_row(session) | mark for session in batch.sessions],
        sets: [set_row(done) for done in batch.sets],
        checkins: [checkin_row(checkin) | mark for checkin in batch.checkins],
        runs: [run_row(run) | mark for run in batch.runs],
    }


def _keys(table: Table, rows: Sequence[Values]) -> list[Key]:
    columns = key_columns(table)
    return [tuple(row[name] for name in columns) for row in rows]


def _fresh(write: Write, table: Table, rows: Sequence[Values]) -> list[Values]:
    """Those whose keys are free, each key once."""
    keys = _keys(table, rows)
    taken = write.known_keys(table, keys)
    by_key = {key: row for key, row in zip(reversed(keys), reversed(rows), strict=True) if key not in taken}
    return list(by_key.values())[::-1]


def _delete_batch(write: Write, table: Table, batch_id: str, *where: Any) -> None:
    statement = select(*table.primary_key).where(table.c.import_batch == batch_id, *where)
    for key in write.connection.execute(statement).all():
        write.delete(table, tuple(key))
