"""What the history page asks: sums and series, made by the database on read-only connections.

Each query is a method here that gives back plain values; none returns rows. The running set and what was
skipped stay out, days are local days, left + right are one set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select

from trainer.domain.exercise import Side
from trainer.domain.session import SetStatus
from trainer.domain.stats import DayWork, Performance, SessionHead, tension_s
from trainer.store.entries import Entries
from trainer.store.tables import sessions, sets

_WORKED = sets.c.status.in_((SetStatus.DONE.value, SetStatus.PARTIAL.value))
_GRAMS = 1000


class HistoryEntries(Entries):
    """Reads for charts."""

    def day_work(self) -> list[DayWork]:
        """Each local day with a session, oldest first."""
        counted = (
            select(sessions.c.id, sessions.c.local_date, func.count(sets.c.set_id.distinct()))
            .select_from(sessions.outerjoin(sets, (sets.c.session_id == sessions.c.id) & _WORKED))
            .group_by(sessions.c.id)
        )
        lasted = (
            select(sets.c.session_id, sets.c.tempo, func.sum(sets.c.reps), func.sum(sets.c.hold_s))
            .where(_WORKED)
            .group_by(sets.c.session_id, sets.c.tempo)
        )
        tension: dict[str, float] = defaultdict(float)
        days: dict[str, list[tuple[str, int]]] = defaultdict(list)
        with self._db.read() as connection:
            for session_id, tempo, reps, hold_s in connection.execute(lasted):
                tension[session_id] += tension_s(tempo, reps, hold_s)
            for session_id, day, set_count in connection.execute(counted):
                days[day].append((session_id, set_count))
        return [_day_work(day, days[day], tension) for day in sorted(days)]

    def session_heads(self) -> list[SessionHead]:
        """All sessions, newest first."""
        columns = (sessions.c.id, sessions.c.local_date, sessions.c.workout, sessions.c.session_rpe)
        statement = select(*columns).order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
        with self._db.read() as connection:
            rows = connection.execute(statement)
            return [SessionHead(key, date.fromisoformat(day), *others) for key, day, *others in rows]

    def trained_exercises(self) -> list[tuple[str, str]]:
        """Id and newest name of each exercise that has a set, the one done most often first."""
        statement = (
            select(sets.c.exercise_id, sets.c.exercise, func.count(), func.max(sets.c.completed_at))
            .where(_WORKED)
            .group_by(sets.c.exercise_id, sets.c.exercise)
        )
        names: dict[str, tuple[str, str]] = {}
        counts: dict[str, int] = defaultdict(int)
        with self._db.read() as connection:
            for exercise_id, name, count, newest in connection.execute(statement):
                counts[exercise_id] += count
                names[exercise_id] = max(names.get(exercise_id, ("", "")), (newest or "", name))
        often_first = sorted(counts, key=lambda exercise_id: (-counts[exercise_id], exercise_id))
        return [(exercise_id, names[exercise_id][1]) for exercise_id in often_first]

    def performances(self, exercise_id: str) -> list[Performance]:
        """The best of each session and side of an exercise, warm-ups aside, oldest first."""
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
            )
            .join_from(sets, sessions)
            .where(sets.c.exercise_id == exercise_id, _WORKED, sets.c.warm_up.is_(False))
            .group_by(sessions.c.id, sets.c.side, sets.c.tempo)
            .order_by(sessions.c.started_at, sessions.c.id, sets.c.side)
        )
        found: dict[tuple[str, str], list[Sequence[Any]]] = defaultdict(list)
        with self._db.read() as connection:
            for row in connection.execute(statement):
                found[row[0], row[2]].append(tuple(row))
        return [_performance(parts) for parts in found.values()]


def _day_work(day: str, done: Sequence[tuple[str, int]], tension: Mapping[str, float]) -> DayWork:
    """One day, from the ids and set counts of its sessions."""
    return DayWork(
        day=date.fromisoformat(day),
        sessions=len(done),
        sets=sum(count for _, count in done),
        tension_s=sum(tension.get(session_id, 0.0) for session_id, _ in done),
    )


def _performance(parts: Sequence[Sequence[Any]]) -> Performance:
    """One session's side, from its rows: one for each tempo that was used."""
    session_id, day, side = parts[0][:3]

    def best(column: int) -> Any:
        return max((part[column] for part in parts if part[column] is not None), default=None)

    grams = best(6)
    return Performance(
        session_id=session_id,
        day=date.fromisoformat(day),
        side=Side(side),
        reps=best(4),
        hold_s=best(5),
        load_kg=None if grams is None else grams / _GRAMS,
        lean_deg=best(7),
        tension_s=sum(tension_s(part[3], part[8], part[9]) for part in parts),
    )
