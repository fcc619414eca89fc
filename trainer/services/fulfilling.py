"""A session that was finished stands for the workout that was planned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.session import SessionLog
from trainer.domain.stats.habit import MOVED_DAYS
from trainer.errors import NoSuchEntry
from trainer.services.planning import Planning


class Fulfilling:
    """Finds the calendar entry that a session was done for, and notes it there."""

    def __init__(self, planning: Planning) -> None:
        self._planning = planning

    def __call__(self, session: SessionLog, entry_id: str = "") -> None:
        """By the entry it was begun for; one that was resumed, by its plan or workout and its day.

        Does nothing where there is none. Raises StoreError.
        """
        entry_id = entry_id or self._found(session)
        if not entry_id:
            return
        try:
            self._planning.fulfil(entry_id, session.id)
        except NoSuchEntry:
            """It left the calendar while the session ran."""

    def _found(self, session: SessionLog) -> str:
        day = session.local_date
        entries = self._planning.entries(day - timedelta(days=MOVED_DAYS), day)
        return next((one.id for one in _waiting(entries) if _same(one, session)), "")


def _waiting(entries: Iterable[CalendarEntry]) -> Iterable[CalendarEntry]:
    return (
        one for one in entries if one.kind is EntryKind.WORKOUT and not one.skipped and not one.session_id
    )


def _same(entry: CalendarEntry, session: SessionLog) -> bool:
    if session.plan_id or entry.plan_id:
        return session.plan_id == entry.plan_id
    return bool(entry.workout_id) and entry.workout_id == session.workout_id
