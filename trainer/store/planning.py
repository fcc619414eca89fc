"""Plans under way, plans of one's own, and the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from trainer.domain.calendar import CalendarEntry
from trainer.domain.fulfilment import DoneSession
from trainer.domain.plan import Plan
from trainer.domain.under_way import UnderWay
from trainer.errors import NoSuchEntry
from trainer.store.bodies import plan_from_text, plan_to_text, started_from_text, started_to_text
from trainer.store.calendar_rows import ON_CALENDAR, entry_of, entry_row, plan_session_id, select_entries
from trainer.store.entries import Entries
from trainer.store.rows import Row
from trainer.store.tables import calendar_entries, own_plans, plan_sessions, plans, sessions
from trainer.store.writing import Write

_E = calendar_entries.c
_OVER = or_(sessions.c.ended_at.is_not(None), sessions.c.prescribed.is_(None))
"""Sessions that cannot be resumed any more."""


class PlanEntries(Entries):
    """Writes with an `undo` label are one step that can be taken back."""

    def own_plans(self) -> list[Plan]:
        """By name."""
        statement = select(own_plans.c.body).order_by(own_plans.c.name, own_plans.c.id)
        with self._db.read() as connection:
            return [plan_from_text(body) for body in connection.execute(statement).scalars()]

    def save_own_plan(self, plan: Plan, *, undo: str = "") -> None:
        """Adds the plan, or replaces the one with its id."""
        with self._db.write(undo) as write:
            write.put(own_plans, {"id": plan.id, "name": plan.name, "body": plan_to_text(plan)})

    def delete_own_plan(self, plan_id: str, *, undo: str = "Delete plan") -> None:
        """Raises NoSuchEntry."""
        with self._db.write(undo) as write:
            if not write.delete(own_plans, (plan_id,)):
                raise NoSuchEntry("That plan is not there any more.")

    def plans_under_way(self) -> list[UnderWay]:
        """Those that have not ended, the oldest first."""
        return self._plans(plans.c.ended_on.is_(None))

    def started_plan(self, started_id: str) -> UnderWay:
        """A plan that was started, ended or not. Raises NoSuchEntry."""
        found = self._plans(plans.c.id == started_id)
        if not found:
            raise NoSuchEntry("That plan is not on the calendar any more.")
        return found[0]

    def _plans(self, which: ColumnElement[bool]) -> list[UnderWay]:
        statement = select(plans).where(which).order_by(plans.c.started_on, plans.c.id)
        with self._db.read() as connection:
            return [_under_way(row) for row in connection.execute(statement).mappings()]

    def rewrite_plan(
        self,
        started: UnderWay,
        *,
        put: Iterable[CalendarEntry] = (),
        gone: Iterable[str] = (),
        undo: str = "",
    ) -> None:
        """Adds a plan under way or replaces it, and its entries with it: all or none, one undo step."""
        with self._db.write(undo) as write:
            _put_plan(write, started)
            _put_entries(write, put, gone)

    def rewrite_calendar(
        self, put: Iterable[CalendarEntry], *, gone: Iterable[str] = (), undo: str = ""
    ) -> None:
        """Adds entries or replaces those with their ids, and takes others out: all or none, one undo step."""
        with self._db.write(undo) as write:
            _put_entries(write, put, gone)

    def delete_calendar_entry(self, entry_id: str, *, undo: str = "") -> None:
        """Raises NoSuchEntry."""
        with self._db.write(undo) as write:
            if not write.delete(calendar_entries, (entry_id,)):
                raise NoSuchEntry("That is not on the calendar any more.")

    def calendar_entry(self, entry_id: str) -> CalendarEntry:
        """Raises NoSuchEntry."""
        found = self._entries(_E.id == entry_id)
        if not found:
            raise NoSuchEntry("That is not on the calendar any more.")
        return found[0]

    def calendar_between(self, first: date, last: date) -> list[CalendarEntry]:
        """What stands on these days, oldest first; without what is to come of a paused plan."""
        return self._entries(and_(_E.day.between(first.isoformat(), last.isoformat()), ON_CALENDAR))

    def calendar_of_plan(self, started_id: str) -> list[CalendarEntry]:
        """All entries of a plan under way, oldest first, also while it is paused."""
        return self._entries(plan_sessions.c.plan_id == started_id)

    def _entries(self, which: ColumnElement[bool]) -> list[CalendarEntry]:
        with self._db.read() as connection:
            rows = connection.execute(select_entries().where(which)).mappings()
            return [entry_of(row) for row in rows]

    def done_sessions(self, first: date, last: date) -> list[DoneSession]:
        """The sessions of these days that are over and were not done for an entry yet, oldest first."""
        columns = (sessions.c.id, sessions.c.local_date, sessions.c.workout_id, sessions.c.plan_id)
        taken = select(_E.session_id).where(_E.session_id != "")
        statement = (
            select(*columns, sessions.c.plan)
            .where(
                sessions.c.local_date.between(first.isoformat(), last.isoformat()),
                _OVER,
                sessions.c.id.not_in(taken),
            )
            .order_by(sessions.c.started_at, sessions.c.id)
        )
        with self._db.read() as connection:
            return [
                DoneSession(key, date.fromisoformat(day), *others)
                for key, day, *others in connection.execute(statement)
            ]


def _under_way(row: Row) -> UnderWay:
    plan, weekdays = started_from_text(row["body"])
    return UnderWay(
        id=row["id"],
        plan=plan,
        weekdays=weekdays,
        started_on=date.fromisoformat(row["started_on"]),
        paused_on=_day(row["paused_on"]),
        ended_on=_day(row["ended_on"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _plan_row(started: UnderWay) -> dict[str, Any]:
    return {
        "id": started.id,
        "name": started.plan.name,
        "source_plan": started.plan.id,
        "started_on": started.started_on.isoformat(),
        "ended_on": _text(started.ended_on),
        "body": started_to_text(started.plan, started.weekdays),
        "paused_on": _text(started.paused_on),
    }


def _put_plan(write: Write, started: UnderWay) -> None:
    new = write.row(plans, (started.id,)) is None
    write.put(plans, _plan_row(started))
    if new:
        write.insert_new(
            plan_sessions,
            [
                {
                    "id": plan_session_id(started.id, week.week, position),
                    "plan_id": started.id,
                    "week": week.week,
                    "position": position,
                    "workout_id": session.workout_id,
                }
                for week in started.plan.weeks
                for position, session in enumerate(week.sessions)
            ],
        )


def _put_entries(write: Write, put: Iterable[CalendarEntry], gone: Iterable[str]) -> None:
    write.delete_many(calendar_entries, [(entry_id,) for entry_id in gone])
    for entry in put:
        write.put(calendar_entries, entry_row(entry))
