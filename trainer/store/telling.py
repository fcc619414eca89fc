"""The sets that say more than figures: pain at a place, or a note."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select

from trainer.domain.session import SetLog, SetStatus
from trainer.store.entries import Entries
from trainer.store.rows import set_log
from trainer.store.tables import sessions, sets


class TellingEntries(Entries):
    """Reads for a report."""

    def telling_sets(self, first: date, last: date) -> list[tuple[date, SetLog]]:
        """The sets with pain above 0 or a note, each with its session's local day, oldest first.

        The running set stays out; one that was skipped because it hurt does not.
        """
        statement = (
            select(sets, sessions.c.local_date)
            .join_from(sets, sessions)
            .where(
                sessions.c.local_date.between(first.isoformat(), last.isoformat()),
                or_(sets.c.pain > 0, sets.c.note != ""),
                sets.c.status != SetStatus.RUNNING.value,
            )
            .order_by(sessions.c.started_at, sessions.c.id, sets.c.set_index, sets.c.side)
        )
        with self._db.read() as connection:
            return [
                (date.fromisoformat(row["local_date"]), set_log(row))
                for row in connection.execute(statement).mappings()
            ]
