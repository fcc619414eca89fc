"""A log that keeps everything in memory, by the same keys as the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from trainer.domain.session import SessionLog, SetLog


class MemoryLog:
    """One session and its rows."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], SetLog] = {}
        self.log: SessionLog | None = None

    def save_session(self, session: SessionLog) -> None:
        self.log = session

    def save_sets(self, done: Iterable[SetLog]) -> None:
        self.rows |= {(row.set_id, row.side): row for row in done}

    def save_course(self, session: SessionLog, moved: Iterable[SetLog], gone: Iterable[SetLog]) -> None:
        self.log = session
        for row in gone:
            del self.rows[row.set_id, row.side]
        self.save_sets(moved)

    def sets_of(self, _session_id: str) -> list[SetLog]:
        return list(self.rows.values())

    def sessions(self, *, since: datetime | None = None) -> list[SessionLog]:
        return [self.log] if self.log else []

    def unfinished_session(self) -> SessionLog | None:
        return self.log

    def delete_session(self, session_id: str, *, undo: str) -> None:
        self.log = None
