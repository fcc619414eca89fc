"""Complaints: what hurts, and until when it did."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from trainer.domain.complaint import Complaint
from trainer.errors import NoSuchEntry
from trainer.store.entries import Entries
from trainer.store.rows import complaint_of, complaint_row, time_text
from trainer.store.tables import complaints


class ComplaintEntries(Entries):
    """Writes with an `undo` label are one step that can be taken back."""

    def complaints(self) -> list[Complaint]:
        """All complaints, oldest first."""
        statement = select(complaints).order_by(complaints.c.at, complaints.c.id)
        with self._db.read() as connection:
            return [complaint_of(row) for row in connection.execute(statement).mappings()]

    def open_complaints(self) -> list[Complaint]:
        """Those that are not over, oldest first."""
        statement = (
            select(complaints)
            .where(complaints.c.ended_at.is_(None))
            .order_by(complaints.c.at, complaints.c.id)
        )
        with self._db.read() as connection:
            return [complaint_of(row) for row in connection.execute(statement).mappings()]

    def save_complaint(self, complaint: Complaint, *, ends: tuple[str, ...] = (), undo: str = "") -> None:
        """Adds the complaint, or replaces the one with its id; those in `ends` (ids) end when it came."""
        with self._db.write(undo) as write:
            for complaint_id in ends:
                if write.row(complaints, (complaint_id,)) is not None:
                    write.put(complaints, {"id": complaint_id, "ended_at": time_text(complaint.at)})
            write.put(complaints, complaint_row(complaint))

    def end_complaint(self, complaint_id: str, at: datetime, *, undo: str = "") -> None:
        """Raises NoSuchEntry."""
        with self._db.write(undo) as write:
            if write.row(complaints, (complaint_id,)) is None:
                raise NoSuchEntry("That complaint is not in the log any more.")
            write.put(complaints, {"id": complaint_id, "ended_at": time_text(at)})
