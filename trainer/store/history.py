"""What the history pages ask: sums and series, made by the database from read-only connections.

Each query is a method here that gives back plain values; none returns rows. Keep the running set out
(`NOT_RUNNING`), count by `local_date` (days are local days), and count left + right as one set.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from trainer.store.entries import Entries
from trainer.store.log import NOT_RUNNING
from trainer.store.tables import sessions, sets


class HistoryEntries(Entries):
    """Reads for charts."""

    def session_days(self) -> list[tuple[date, int]]:
        """The local days that have a session, oldest first, each with the number of sets logged on it."""
        statement = (
            select(sessions.c.local_date, func.count(sets.c.set_id.distinct()))
            .select_from(sessions.outerjoin(sets, (sets.c.session_id == sessions.c.id) & NOT_RUNNING))
            .group_by(sessions.c.local_date)
            .order_by(sessions.c.local_date)
        )
        with self._db.read() as connection:
            return [(date.fromisoformat(day), count) for day, count in connection.execute(statement)]
