"""Which sessions of the log were done for which entries of the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.stats.habit import MOVED_DAYS


@dataclass(frozen=True, slots=True)
class DoneSession:
    """What is asked of a session that is over; `plan_id` and `plan` are empty where it was of none."""

    id: str
    day: date
    workout_id: str = ""
    plan_id: str = ""
    plan: str = ""


def fulfilled(entries: Sequence[CalendarEntry], sessions: Iterable[DoneSession]) -> list[CalendarEntry]:
    """The entries, those without a session with the one that fits: of its plan or workout, and in time.

    A session counts once, for the entry that stood nearest before it, on its day or up to two days before
    (own rule: it may be moved).
    """
    used = {entry.session_id for entry in entries}
    free: dict[date, list[DoneSession]] = {}
    for one in sessions:
        if one.id not in used:
            free.setdefault(one.day, []).append(one)
    pairs = sorted(
        (late, entry.day, entry.id, session.id)
        for entry in entries
        if _waits(entry)
        for late in range(min(MOVED_DAYS, (date.max - entry.day).days) + 1)
        for session in free.get(entry.day + timedelta(days=late), ())
        if _fits(entry, session)
    )
    taken: set[str] = set()
    found: dict[str, str] = {}
    for _, _, entry_id, session_id in pairs:
        if entry_id not in found and session_id not in taken:
            found[entry_id] = session_id
            taken.add(session_id)
    return [replace(entry, session_id=found.get(entry.id, entry.session_id)) for entry in entries]


def _waits(entry: CalendarEntry) -> bool:
    return entry.kind is EntryKind.WORKOUT and not entry.skipped and not entry.session_id


def _fits(entry: CalendarEntry, session: DoneSession) -> bool:
    if entry.plan_id:
        return session.plan_id == entry.plan_id or session.plan == entry.title != ""
    return session.workout_id == entry.workout_id != ""
