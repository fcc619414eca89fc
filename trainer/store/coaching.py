"""What the coach reads of the log, and overrulings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from trainer.domain.checkin import CheckIn
from trainer.domain.coach.exposure import Performed
from trainer.domain.overruling import Overruling
from trainer.domain.session import SetStatus
from trainer.store.bodies import item_from_text, item_to_text
from trainer.store.entries import Entries
from trainer.store.rows import checkin_of, checkin_row, set_log, time_of, time_text
from trainer.store.tables import checkins, overrulings, sessions, sets

_NOT_RUNNING = sets.c.status != SetStatus.RUNNING.value
_SESSION = (
    sessions.c.started_at.label("session_started_at"),
    sessions.c.local_date.label("session_date"),
    sessions.c.workout_id.label("session_workout_id"),
)


class CoachEntries(Entries):
    """Writes with an `undo` label are one step that can be taken back."""

    def performed(
        self, since: date, before: Collection[str] = (), *, sessions_before: int = 2
    ) -> list[Performed]:
        """The sets of the sessions from that day on, those skipped too, the running one not.

        Of the exercises in `before` also those of their last sessions ahead of that day.
        """
        lately = _sets().where(sessions.c.local_date >= since.isoformat())
        with self._db.read() as connection:
            found = _performed(connection, lately)
            known = {one.done.exercise_id for one in found}
            for exercise_id in sorted(set(before) - known):
                found += _earlier(connection, exercise_id, since, sessions_before)
        return found

    def checkins_since(self, day: date) -> list[CheckIn]:
        """The check-ins of that day and later, oldest first."""
        statement = (
            select(checkins)
            .where(checkins.c.local_date >= day.isoformat(), checkins.c.at >= _a_day_before(day))
            .order_by(checkins.c.at, checkins.c.id)
        )
        with self._db.read() as connection:
            return [checkin_of(row) for row in connection.execute(statement).mappings()]

    def save_checkins(self, told: Sequence[CheckIn], *, undo: str = "") -> None:
        """Adds these, or replaces those with their ids: all or none, and one undo step."""
        with self._db.write(undo) as write:
            for one in told:
                write.put(checkins, checkin_row(one))

    def last_session(self, since: date, until: date) -> tuple[str, date] | None:
        """Id and local day of the newest ended session of these days."""
        statement = (
            select(sessions.c.id, sessions.c.local_date)
            .where(
                sessions.c.local_date >= since.isoformat(),
                sessions.c.local_date <= until.isoformat(),
                sessions.c.ended_at.is_not(None),
            )
            .order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
            .limit(1)
        )
        with self._db.read() as connection:
            found = connection.execute(statement).one_or_none()
        return None if found is None else (found[0], date.fromisoformat(found[1]))

    def trained_on(self) -> list[date]:
        """All local days with a session, oldest first."""
        statement = select(sessions.c.local_date.distinct()).order_by(sessions.c.local_date)
        with self._db.read() as connection:
            return [date.fromisoformat(day) for day in connection.execute(statement).scalars()]

    def overrulings(self) -> list[Overruling]:
        """The newest of each workout and exercise."""
        newest = select(func.max(overrulings.c.id)).group_by(
            overrulings.c.workout_id, overrulings.c.exercise_id
        )
        statement = select(overrulings).where(overrulings.c.id.in_(newest)).order_by(overrulings.c.id)
        with self._db.read() as connection:
            return [_overruling(row) for row in connection.execute(statement).mappings()]

    def save_overruling(self, overruling: Overruling, *, undo: str = "") -> None:
        """Keeps what was chosen."""
        with self._db.write(undo) as write:
            write.put(overrulings, _overruling_row(overruling))


def _sets() -> Select[Any]:
    return (
        select(*_SESSION, sets)
        .join_from(sessions, sets)
        .where(_NOT_RUNNING)
        .order_by(sessions.c.started_at, sessions.c.id, sets.c.set_index)
    )


def _performed(connection: Connection, statement: Select[Any]) -> list[Performed]:
    return [
        Performed(
            session_id=row["session_id"],
            day=date.fromisoformat(row["session_date"]),
            at=time_of(row["session_started_at"]),
            workout_id=row["session_workout_id"],
            done=set_log(row),
        )
        for row in connection.execute(statement).mappings()
    ]


def _earlier(connection: Connection, exercise_id: str, before: date, at_most: int) -> list[Performed]:
    """The sets of the exercise in its last sessions ahead of that day."""
    last = (
        select(sessions.c.id)
        .join_from(sets, sessions)
        .where(sets.c.exercise_id == exercise_id, sessions.c.local_date < before.isoformat(), _NOT_RUNNING)
        .group_by(sessions.c.id)
        .order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
        .limit(at_most)
    )
    ids = connection.execute(last).scalars().all()
    if not ids:
        return []
    return _performed(connection, _sets().where(sessions.c.id.in_(ids), sets.c.exercise_id == exercise_id))


def _a_day_before(day: date) -> str:
    """A time that no local day's check-in lies before; it is found by its index."""
    return day.fromordinal(day.toordinal() - 1).isoformat()


def _overruling_row(one: Overruling) -> dict[str, Any]:
    return {
        "id": one.id,
        "at": time_text(one.at),
        "exercise_id": one.exercise_id,
        "workout_id": one.workout_id,
        "rule": one.rule,
        "proposed": "" if one.proposed is None else item_to_text(one.proposed),
        "chosen": item_to_text(one.chosen),
    }


def _overruling(row: Any) -> Overruling:
    return Overruling(
        id=row["id"],
        at=time_of(row["at"]),
        exercise_id=row["exercise_id"],
        rule=row["rule"],
        proposed=item_from_text(row["proposed"]) if row["proposed"] else None,
        chosen=item_from_text(row["chosen"]),
        workout_id=row["workout_id"],
    )
