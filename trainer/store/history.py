"""What the history page asks: sums and series, made by the database on read-only connections.

Each query is a method here that gives back plain values; none returns rows. The running set and what was
skipped stay out, days are local days, left + right are one set. Where a method takes `since`, it reads from
that day on, so that its cost is that of the stretch and not of the whole log.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from trainer.domain.calendar import CalendarEntry
from trainer.domain.exercise import Side
from trainer.domain.session import SetStatus
from trainer.domain.stats import (
    HARD_RPE,
    BodyDay,
    DayExercise,
    Performance,
    PlanDay,
    RunDay,
    SessionHead,
    tension_s,
)
from trainer.store.calendar_rows import ON_CALENDAR, entry_of, select_entries
from trainer.store.entries import Entries
from trainer.store.rows import time_of
from trainer.store.tables import calendar_entries, checkins, plan_sessions, plans, runs, sessions, sets

_WORKED = sets.c.status.in_((SetStatus.DONE.value, SetStatus.PARTIAL.value))
_HARD = and_(sets.c.warm_up.is_(False), or_(sets.c.rpe.is_(None), sets.c.rpe >= HARD_RPE))
_KEY = sets.c.exercise_id.concat("")
"""The exercise's id, joined to nothing so that it is not looked up in its index: for a stretch of the log the
way is from its sessions to their sets, which costs the same however long the log is."""
_GRAMS = 1000


class HistoryEntries(Entries):
    """Reads for charts."""

    def training_days(self) -> dict[date, int]:
        """The local days with a session, oldest first, and how many sessions each has."""
        day = sessions.c.local_date
        statement = select(day, func.count()).group_by(day).order_by(day)
        with self._db.read() as connection:
            return {date.fromisoformat(text): count for text, count in connection.execute(statement)}

    def first_day(self) -> date | None:
        """The first local day with a session, a run or a check-in."""
        with self._db.read() as connection:
            firsts = [
                connection.execute(select(func.min(table.c.local_date))).scalar()
                for table in (sessions, runs, checkins)
            ]
        return min((date.fromisoformat(day) for day in firsts if day is not None), default=None)

    def session_heads(self, since: date = date.min) -> list[SessionHead]:
        """All sessions, newest first."""
        columns = (
            sessions.c.id,
            sessions.c.local_date,
            sessions.c.workout,
            sessions.c.session_rpe,
            sessions.c.started_at,
            sessions.c.ended_at,
        )
        statement = (
            select(*columns)
            .where(sessions.c.local_date >= since.isoformat())
            .order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
        )
        with self._db.read() as connection:
            return [
                SessionHead(key, date.fromisoformat(day), workout, rpe, _minutes(started, ended))
                for key, day, workout, rpe, started, ended in connection.execute(statement)
            ]

    def day_exercises(self, since: date = date.min) -> list[DayExercise]:
        """What was done of each exercise on each day, oldest first."""
        statement = (
            select(
                sessions.c.local_date,
                sets.c.exercise_id,
                func.count(sets.c.set_id.distinct()),
                func.count(case((_HARD, sets.c.set_id)).distinct()),
                func.max(sets.c.pain),
            )
            .join_from(sessions, sets)
            .where(sessions.c.local_date >= since.isoformat(), _WORKED)
            .group_by(sessions.c.local_date, sets.c.exercise_id)
            .order_by(sessions.c.local_date, sets.c.exercise_id)
        )
        days = _Days()
        with self._db.read() as connection:
            return [DayExercise(days[day], *others) for day, *others in connection.execute(statement)]

    def body_days(self, since: date = date.min) -> list[BodyDay]:
        """The worst soreness and pain of each day's check-ins, oldest first."""
        statement = (
            select(checkins.c.local_date, func.max(checkins.c.soreness), func.max(checkins.c.pain))
            .where(checkins.c.local_date >= since.isoformat())
            .group_by(checkins.c.local_date)
            .order_by(checkins.c.local_date)
        )
        with self._db.read() as connection:
            return [BodyDay(date.fromisoformat(day), *told) for day, *told in connection.execute(statement)]

    def run_days(self, since: date = date.min) -> list[RunDay]:
        """The kilometres of each day with a run of known distance, oldest first."""
        statement = (
            select(runs.c.local_date, func.sum(runs.c.distance_km), func.count())
            .where(runs.c.local_date >= since.isoformat(), runs.c.distance_km.is_not(None))
            .group_by(runs.c.local_date)
            .order_by(runs.c.local_date)
        )
        with self._db.read() as connection:
            return [RunDay(date.fromisoformat(day), *ran) for day, *ran in connection.execute(statement)]

    def calendar(self, since: date = date.min) -> list[CalendarEntry]:
        """What stands on the calendar, oldest first; without what is to come of a paused plan."""
        statement = select_entries().where(calendar_entries.c.day >= since.isoformat(), ON_CALENDAR)
        with self._db.read() as connection:
            return [entry_of(row) for row in connection.execute(statement).mappings()]

    def plan_days(self) -> list[PlanDay]:
        """The days that sessions of plans stand on; without what is to come of a paused one."""
        columns = (calendar_entries.c.day, plan_sessions.c.plan_id, plan_sessions.c.week)
        statement = (
            select(*columns, calendar_entries.c.skipped)
            .join_from(calendar_entries, plan_sessions)
            .join(plans, plans.c.id == plan_sessions.c.plan_id)
            .where(or_(plans.c.paused_on.is_(None), calendar_entries.c.day < plans.c.paused_on))
        )
        with self._db.read() as connection:
            return [
                PlanDay(date.fromisoformat(day), plan_id, week, bool(skipped))
                for day, plan_id, week, skipped in connection.execute(statement)
            ]

    def paused_on(self) -> date | None:
        """Since when a plan has been paused; the first, where several are."""
        statement = select(func.min(plans.c.paused_on)).where(plans.c.ended_on.is_(None))
        with self._db.read() as connection:
            day = connection.execute(statement).scalar()
        return None if day is None else date.fromisoformat(day)

    def latest_lean(self, since: date = date.min) -> tuple[int, date] | None:
        """The furthest lean of the newest session that logged one, and its day."""
        statement = (
            select(func.max(sets.c.lean_deg), sessions.c.local_date)
            .join_from(sessions, sets)
            .where(sessions.c.local_date >= since.isoformat(), sets.c.lean_deg > 0, _WORKED)
            .group_by(sessions.c.started_at, sessions.c.id)
            .order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
            .limit(1)
        )
        with self._db.read() as connection:
            found = connection.execute(statement).one_or_none()
        return None if found is None else (found[0], date.fromisoformat(found[1]))

    def trained_exercises(self) -> list[tuple[str, str]]:
        """Id and newest name of each exercise that has a set, the one done most often first."""
        counts = select(sets.c.exercise_id, func.count()).group_by(sets.c.exercise_id)
        with self._db.read() as connection:
            often = {row[0]: row[1] for row in connection.execute(counts)}
            names = _names_lately(connection)
            for key in often.keys() - names.keys():
                if (found := connection.execute(_newest_name(key)).one_or_none()) is not None:
                    names[key] = found.exercise
        return sorted(names.items(), key=lambda pair: (-often[pair[0]], pair[0]))

    def performances(self, exercise_id: str, since: date = date.min) -> list[Performance]:
        """The best of each session and side of an exercise, warm-ups aside, oldest first."""
        statement = _performances(exercise_id, since)
        found: dict[tuple[str, str], list[Sequence[Any]]] = defaultdict(list)
        with self._db.read() as connection:
            for row in connection.execute(statement):
                found[row[0], row[2]].append(row)
        return [_performance(parts) for parts in found.values()]


def _of_sessions_since(day: str) -> ColumnElement[bool]:
    return sets.c.session_id.in_(select(sessions.c.id).where(sessions.c.local_date >= day))


class _Days(dict[str, date]):
    """Days by their text, each read once."""

    def __missing__(self, text: str) -> date:
        return self.setdefault(text, date.fromisoformat(text))


def _minutes(started: str, ended: str | None) -> float | None:
    if ended is None:
        return None
    return (time_of(ended) - time_of(started)).total_seconds() / 60


def _names_lately(connection: Connection) -> dict[str, str]:
    """The newest names of what was done in the year up to the newest session: most of what there is."""
    newest = connection.execute(select(func.max(sessions.c.local_date))).scalar()
    since = "" if newest is None else str(int(newest[:4]) - 1).zfill(4) + newest[4:]
    statement = (
        select(_KEY, sets.c.exercise)
        .where(_of_sessions_since(since), _WORKED)
        .group_by(_KEY, sets.c.exercise)
        .order_by(func.max(sets.c.completed_at))
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def _newest_name(exercise_id: str) -> Select[tuple[str]]:
    return (
        select(sets.c.exercise)
        .where(sets.c.exercise_id == exercise_id, _WORKED)
        .order_by(sets.c.completed_at.desc())
        .limit(1)
    )


def _performances(exercise_id: str, since: date) -> Select[Any]:
    statement = (
        select(
            sessions.c.id,
            sessions.c.local_date,
            sets.c.side,
            sets.c.tempo,
            func.max(sets.c.reps),
            func.max(sets.c.hold_s),
            func.max(sets.c.load_g),
            func.max(sets.c.lean_deg),
            func.sum(sets.c.reps),
            func.sum(sets.c.hold_s),
            func.sum(sets.c.reps * sets.c.load_g),
        )
        .join_from(sets, sessions)
        .where(_WORKED, sets.c.warm_up.is_(False))
        .group_by(sessions.c.id, sets.c.side, sets.c.tempo)
        .order_by(sessions.c.started_at, sessions.c.id, sets.c.side)
    )
    if since == date.min:
        return statement.where(sets.c.exercise_id == exercise_id)
    return statement.where(_of_sessions_since(since.isoformat()), _KEY.in_((exercise_id,)))


def _performance(parts: Sequence[Sequence[Any]]) -> Performance:
    """One session's side, from its rows: one for each tempo that was used."""
    session_id, day, side = parts[0][:3]

    def best(column: int) -> Any:
        return max((part[column] for part in parts if part[column] is not None), default=None)

    grams = best(6)
    moved = [part[10] for part in parts if part[10]]
    return Performance(
        session_id=session_id,
        day=date.fromisoformat(day),
        side=Side(side),
        reps=best(4),
        hold_s=best(5),
        load_kg=None if grams is None else grams / _GRAMS,
        lean_deg=best(7),
        tension_s=sum(tension_s(part[3], part[8], part[9]) for part in parts),
        volume_kg=sum(moved) / _GRAMS if moved else None,
    )
