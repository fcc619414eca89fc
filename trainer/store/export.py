"""The whole log, streamed in the order of the export."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import Select, and_, case, or_, select

from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.store.entries import Entries
from trainer.store.log import NOT_RUNNING, SIDE_ORDER
from trainer.store.rows import session_log, set_log
from trainer.store.tables import sessions, sets

_ROWS_AT_ONCE = 1000

# The set that was under way when the program was killed leaves as far as it came.
_BEGUN = or_(NOT_RUNNING, sets.c.reps > 0, sets.c.hold_s > 0)
_LOG = sessions.outerjoin(sets, and_(sets.c.session_id == sessions.c.id, _BEGUN))
_STATUS = case(
    (sets.c.status == SetStatus.RUNNING.value, SetStatus.PARTIAL.value), else_=sets.c.status
).label("status")


def _in_order(statement: Select[Any]) -> Select[Any]:
    return (
        statement.select_from(_LOG)
        .order_by(sessions.c.started_at, sessions.c.id, sets.c.set_index, SIDE_ORDER, sets.c.set_id)
        .execution_options(yield_per=_ROWS_AT_ONCE)
    )


LOG_TUPLES = _in_order(
    select(
        sessions.c.id,
        sessions.c.started_at,
        sessions.c.time_zone,
        sessions.c.local_date,
        sessions.c.ended_at,
        sessions.c.workout,
        sessions.c.plan,
        sessions.c.session_rpe,
        sessions.c.note.label("session_note"),
        sets.c.set_id,
        sets.c.set_index,
        sets.c.exercise_id,
        sets.c.exercise,
        sets.c.side,
        sets.c.kind,
        sets.c.target_reps,
        sets.c.reps,
        sets.c.target_hold_s,
        sets.c.hold_s,
        sets.c.load_g,
        sets.c.tempo,
        sets.c.lean_deg,
        sets.c.rpe,
        sets.c.pain,
        sets.c.rest_s,
        sets.c.completed_at,
        _STATUS,
        sets.c.note,
        sets.c.target_load_g,
        sets.c.target_rpe,
        sets.c.pain_area,
        sets.c.warm_up,
        sets.c.group_name,
    )
)

_LOG_ROWS = _in_order(
    select(
        *(column.label(f"of_session_{column.name}") for column in sessions.c),
        *(column for column in sets.c if column.name != "status"),
        _STATUS,
    )
)


class ExportEntries(Entries):
    """Two views of the same rows; both hold some thousand rows at most.

    A running set is `partial` in both, and left out while nothing of it is done.
    """

    def log_tuples(self) -> Iterator[tuple[Any, ...]]:
        """Plain rows in the order of `trainer.domain.transfer.LOG_COLUMNS`, for the exporter."""
        with self._db.read() as connection:
            # The driver's own tuples: through SQLAlchemy's rows the same takes twice as long.
            words = str(LOG_TUPLES.compile(connection, compile_kwargs={"literal_binds": True}))
            with closing(connection.connection.cursor()) as cursor:
                cursor.execute(words)
                while rows := cursor.fetchmany(_ROWS_AT_ONCE):
                    yield from rows

    def log_rows(self) -> Iterator[tuple[SessionLog, SetLog | None]]:
        """Each set with its session; a session without sets comes once, with None."""
        session: SessionLog | None = None
        with self._db.read() as connection:
            for row in connection.execute(_LOG_ROWS).mappings():
                if session is None or session.id != row["of_session_id"]:
                    session = session_log(
                        {column.name: row[f"of_session_{column.name}"] for column in sessions.c}
                    )
                yield session, None if row["set_id"] is None else set_log(row)
