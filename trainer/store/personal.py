"""Check-ins and runs."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from trainer.domain.checkin import CheckIn
from trainer.domain.run import Run
from trainer.errors import NoSuchEntry
from trainer.store.entries import Entries
from trainer.store.rows import checkin_of, checkin_row, run_of, run_row
from trainer.store.tables import checkins, runs


class PersonalEntries(Entries):
    """How the body felt and what it ran; oldest first, from the local day `since` on."""

    def checkins(self, since: date = date.min) -> list[CheckIn]:
        statement = (
            select(checkins)
            .where(checkins.c.local_date >= since.isoformat())
            .order_by(checkins.c.at, checkins.c.id)
        )
        with self._db.read() as connection:
            return [checkin_of(row) for row in connection.execute(statement).mappings()]

    def save_checkin(self, checkin: CheckIn, *, undo: str = "") -> None:
        """Adds the check-in, or replaces the one with its id."""
        with self._db.write(undo) as write:
            write.put(checkins, checkin_row(checkin))

    def delete_checkin(self, checkin_id: str, *, undo: str = "Delete check-in") -> None:
        """Raises NoSuchEntry."""
        with self._db.write(undo) as write:
            if not write.delete(checkins, (checkin_id,)):
                raise NoSuchEntry("That check-in is not in the log any more.")

    def runs(self, since: date = date.min) -> list[Run]:
        statement = (
            select(runs).where(runs.c.local_date >= since.isoformat()).order_by(runs.c.started_at, runs.c.id)
        )
        with self._db.read() as connection:
            return [run_of(row) for row in connection.execute(statement).mappings()]

    def save_run(self, run: Run, *, undo: str = "") -> None:
        """Adds the run, or replaces the one with its id."""
        with self._db.write(undo) as write:
            write.put(runs, run_row(run))

    def delete_run(self, run_id: str, *, undo: str = "Delete run") -> None:
        """Raises NoSuchEntry."""
        with self._db.write(undo) as write:
            if not write.delete(runs, (run_id,)):
                raise NoSuchEntry("That run is not in the log any more.")
