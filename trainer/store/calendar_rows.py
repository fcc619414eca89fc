"""Entries of the calendar as rows and back, with what stands behind them: a plan's session, the one done."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.store.rows import Row, told_when_damaged
from trainer.store.tables import calendar_entries, plan_sessions, plans, sessions

_E = calendar_entries.c


def plan_session_id(plan_id: str, week: int, position: int) -> str:
    """The key of a plan's session: it follows from its place, so that entries find it."""
    return f"{plan_id}/{week}/{position}"


def select_entries() -> Select[Any]:
    """All entries by day; those of a paused plan that are to come stay out.

    A session that left the log has fulfilled nothing any more.
    """
    return (
        select(
            calendar_entries,
            plan_sessions.c.plan_id,
            plan_sessions.c.week,
            plan_sessions.c.position,
            sessions.c.id.label("done_by"),
        )
        .select_from(
            calendar_entries.outerjoin(plan_sessions, plan_sessions.c.id == _E.plan_session_id)
            .outerjoin(plans, plans.c.id == plan_sessions.c.plan_id)
            .outerjoin(sessions, sessions.c.id == _E.session_id)
        )
        .order_by(_E.day, plan_sessions.c.week, plan_sessions.c.position, _E.id)
    )


ON_CALENDAR = or_(plans.c.paused_on.is_(None), _E.day < plans.c.paused_on, sessions.c.id.is_not(None))
"""Whether an entry shows: of a paused plan, what was to come does not."""


@told_when_damaged
def entry_of(row: Row) -> CalendarEntry:
    return CalendarEntry(
        id=row["id"],
        day=date.fromisoformat(row["day"]),
        kind=EntryKind(row["kind"]),
        title=row["title"],
        distance_km=row["distance_km"],
        note=row["note"],
        workout_id=row["workout_id"],
        plan_id=row["plan_id"] or "",
        week=row["week"],
        position=row["position"],
        first_day=None if row["first_day"] is None else date.fromisoformat(row["first_day"]),
        skipped=bool(row["skipped"]),
        session_id=row["done_by"] or "",
    )


def entry_row(entry: CalendarEntry) -> dict[str, Any]:
    of_plan = entry.week is not None and entry.position is not None
    return {
        "id": entry.id,
        "day": entry.day.isoformat(),
        "kind": entry.kind.value,
        "title": entry.title,
        "workout_id": entry.workout_id,
        "plan_session_id": plan_session_id(entry.plan_id, entry.week or 0, entry.position or 0)
        if of_plan
        else None,
        "distance_km": entry.distance_km,
        "note": entry.note,
        "first_day": None if entry.first_day is None else entry.first_day.isoformat(),
        "skipped": entry.skipped,
        "session_id": entry.session_id,
    }
