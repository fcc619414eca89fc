"""Sessions and their sets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import case, func, select

from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.errors import NoSuchEntry
from trainer.store import tables
from trainer.store.entries import Entries
from trainer.store.rows import session_log, session_row, set_log, set_row, time_text
from trainer.store.tables import sessions, sets

SIDE_ORDER = case({"left": 0, "right": 1, "both": 2}, value=sets.c.side)
NOT_RUNNING = sets.c.status != SetStatus.RUNNING.value


class LogEntries(Entries):
    """What was performed. `undo` is the label of one undo step; without one the write is not journaled."""

    def save_session(self, session: SessionLog, *, undo: str = "") -> None:
        """Adds the session, or replaces the one with its id."""
        with self._db.write(undo) as write:
            write.put(sessions, session_row(session))

    def save_set(self, done: SetLog, *, undo: str = "") -> None:
        """Adds or replaces one side of a set; on disk when this returns. ValueError without its session."""
        self.save_sets((done,), undo=undo)

    def save_sets(self, done: Iterable[SetLog], *, undo: str = "") -> None:
        """Adds or replaces these, all or none."""
        with self._db.write(undo) as write:
            for one in done:
                write.put(sets, set_row(one))

    def save_course(self, session: SessionLog, moved: Iterable[SetLog], gone: Iterable[SetLog]) -> None:
        """Replaces the session and the rows that moved, and takes out those that are gone: all or none."""
        self.rewrite(sessions=(session,), sets=moved, gone=gone)

    def rewrite(
        self,
        *,
        sessions: Iterable[SessionLog] = (),
        sets: Iterable[SetLog] = (),
        gone: Iterable[SetLog] = (),
        gone_session: str = "",
        undo: str = "",
    ) -> None:
        """Replaces sessions and rows of sets, and takes others out: all or none, and one undo step.

        The session that is gone goes last, so that its sets may have moved into another one before.
        """
        with self._db.write(undo) as write:
            for session in sessions:
                write.put(tables.sessions, session_row(session))
            for one in gone:
                write.delete(tables.sets, (one.set_id, one.side.value))
            for one in sets:
                write.put(tables.sets, set_row(one))
            if gone_session:
                write.delete(tables.sessions, (gone_session,))

    def delete_session(self, session_id: str, *, undo: str) -> None:
        """Takes out the session with its sets. Raises NoSuchEntry."""
        with self._db.write(undo) as write:
            if not write.delete(sessions, (session_id,)):
                raise NoSuchEntry("That session is not in the log any more.")

    def delete_set(self, set_id: str, *, undo: str) -> None:
        """Takes out a set, both sides of it. Raises NoSuchEntry."""
        with self._db.write(undo) as write:
            sides = (
                write.connection.execute(select(sets.c.side).where(sets.c.set_id == set_id)).scalars().all()
            )
            if not sides:
                raise NoSuchEntry("That set is not in the log any more.")
            for side in sides:
                write.delete(sets, (set_id, side))

    def session(self, session_id: str) -> SessionLog:
        """Raises NoSuchEntry."""
        with self._db.read() as connection:
            row = (
                connection.execute(select(sessions).where(sessions.c.id == session_id))
                .mappings()
                .one_or_none()
            )
        if row is None:
            raise NoSuchEntry("That session is not in the log any more.")
        return session_log(row)

    def sets_of(self, session_id: str) -> list[SetLog]:
        """Its sets, the running one too, by set_index, then left, right, both."""
        statement = (
            select(sets)
            .where(sets.c.session_id == session_id)
            .order_by(sets.c.set_index, SIDE_ORDER, sets.c.set_id)
        )
        with self._db.read() as connection:
            return [set_log(row) for row in connection.execute(statement).mappings()]

    def sessions(self, *, since: datetime | None = None) -> list[SessionLog]:
        """Newest first, those that began at `since` or later."""
        statement = select(sessions).order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
        if since is not None:
            statement = statement.where(sessions.c.started_at >= time_text(since))
        with self._db.read() as connection:
            return [session_log(row) for row in connection.execute(statement).mappings()]

    def unfinished_session(self) -> SessionLog | None:
        """The newest session that can be resumed."""
        statement = (
            select(sessions)
            .where(sessions.c.ended_at.is_(None), sessions.c.prescribed.is_not(None))
            .order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
            .limit(1)
        )
        with self._db.read() as connection:
            row = connection.execute(statement).mappings().one_or_none()
        return None if row is None else session_log(row)

    def set_count(self) -> int:
        """How many sets are logged; left and right are one, the running one is none yet."""
        statement = select(func.count(sets.c.set_id.distinct())).where(NOT_RUNNING)
        with self._db.read() as connection:
            return connection.execute(statement).scalar_one()
