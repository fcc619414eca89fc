"""What the coach reads of the log, and overrulings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from trainer.domain.checkin import CheckIn
from trainer.domain.coach.exposure import DoneSide
from trainer.domain.exercise import Kind
from trainer.domain.overruling import Overruling
from trainer.domain.session import SetStatus
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget
from trainer.errors import NotAStore
from trainer.store.bodies import item_from_text, item_to_text
from trainer.store.entries import Entries
from trainer.store.rows import checkin_of, checkin_row, time_of, time_text
from trainer.store.tables import checkins, overrulings, sessions, sets

_HOLD, _SKIPPED = Kind.HOLD.value, SetStatus.SKIPPED.value
_KEY = sets.c.exercise_id.concat("")
"""Joined to nothing so that it is not looked up in its index: the way is from sessions to their sets."""
_SIDES = (
    select(
        sets.c.exercise_id,
        sessions.c.started_at,
        sets.c.session_id,
        sets.c.set_index,
        sets.c.set_id,
        sessions.c.local_date,
        sessions.c.workout_id,
        sets.c.status,
        sets.c.reps,
        sets.c.hold_s,
        sets.c.load_g,
        sets.c.lean_deg,
        sets.c.pain,
        sets.c.pain_area,
        sets.c.warm_up,
        sets.c.kind,
        sets.c.target_reps,
        sets.c.target_hold_s,
        sets.c.target_tempo,
        sets.c.target_load_g,
        sets.c.target_lean_deg,
        sets.c.target_to_limit,
        sets.c.target_own_pace,
    )
    .join_from(sessions, sets)
    .where(sets.c.status != SetStatus.RUNNING.value)
)
_SESSIONS_BEFORE = 2


class CoachEntries(Entries):
    """Writes with an `undo` label are one step that can be taken back."""

    def performed(
        self,
        since: date,
        exercise_ids: Collection[str],
        kin: Collection[str] = (),
        workout_ids: Collection[str] = (),
        workouts_since: date = date.max,
    ) -> list[DoneSide]:
        """The sets of these exercises and their kin from that day on, and all that hurt in others.

        Those skipped are among them, the running one is not. Of the exercises themselves, where they were
        done in fewer than two sessions since, the two before as well; of the workouts that were, all of them
        from the earlier day `workouts_since` on. A side may come twice.
        """
        wanted = or_(_KEY.in_({*exercise_ids, *kin}), sets.c.pain > 0)
        lately = _SIDES.where(sessions.c.local_date >= since.isoformat(), wanted)
        with self._db.read() as connection:
            found = _sides(connection, lately)
            seldom_workouts = _in_few_sessions(found, workout_ids)
            if seldom_workouts and workouts_since < since:
                older = _of_workouts(seldom_workouts, exercise_ids, workouts_since, since)
                found += _sides(connection, older)
            sessions_of: dict[str, set[str]] = {}
            for side in found:
                sessions_of.setdefault(side.exercise_id, set()).add(side.session_id)
            seldom = [one for one in exercise_ids if len(sessions_of.get(one, ())) < _SESSIONS_BEFORE]
            for exercise_id in _ever_done(connection, sorted(seldom)):
                found += _earlier(connection, exercise_id, since)
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
        """All local days with a session."""
        words = "SELECT DISTINCT local_date FROM sessions"
        with self._db.read() as connection, closing(connection.connection.cursor()) as cursor:
            # The driver's own rows: through SQLAlchemy's, ten years take ten times as long.
            return [date.fromisoformat(day) for (day,) in cursor.execute(words)]

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


def _sides(connection: Connection, statement: Select[Any]) -> list[DoneSide]:
    times = _Times()
    try:
        return [_side(row, times) for row in connection.execute(statement)]
    except (ValueError, TypeError) as error:
        raise NotAStore("An entry in the log is damaged; restore a backup.") from error


def _side(row: Any, times: _Times) -> DoneSide:
    (exercise_id, at, session_id, index, set_id, day, workout_id, status, reps, hold_s, *others) = row
    (load_g, lean_deg, pain, pain_area, warm_up, *target) = others
    amount = hold_s if target[0] == _HOLD else reps
    return DoneSide(
        exercise_id,
        times[at],
        session_id,
        index,
        set_id,
        times.day(day),
        workout_id,
        _target(*target),
        0 if status == _SKIPPED else amount or 0,
        None if load_g is None else load_g / 1000,
        lean_deg,
        pain,
        pain_area,
        warm_up,
    )


class _Times(dict[str, datetime]):
    """Times and days by their text, each read once."""

    def __missing__(self, text: str) -> datetime:
        return self.setdefault(text, time_of(text))

    def day(self, text: str) -> date:
        return self[text].date()


@lru_cache(maxsize=1024)  # the same targets come again and again
def _target(
    kind: str,
    reps: int | None,
    hold_s: float | None,
    tempo: str | None,
    load_g: int | None,
    lean_deg: int | None,
    to_limit: bool,
    own_pace: bool,
) -> SetTarget:
    return SetTarget(
        kind=Kind(kind),
        reps=reps,
        hold_s=hold_s,
        tempo=None if tempo is None else Tempo.parse(tempo),
        load_kg=None if load_g is None else load_g / 1000,
        lean_deg=lean_deg,
        to_limit=to_limit,
        own_pace=own_pace,
    )


def _in_few_sessions(sides: Iterable[DoneSide], workout_ids: Collection[str]) -> list[str]:
    sessions_of: dict[str, set[str]] = {}
    for side in sides:
        sessions_of.setdefault(side.workout_id, set()).add(side.session_id)
    return [one for one in workout_ids if len(sessions_of.get(one, ())) < _SESSIONS_BEFORE]


def _of_workouts(
    workout_ids: Collection[str], exercise_ids: Collection[str], since: date, before: date
) -> Select[Any]:
    return _SIDES.where(
        sessions.c.local_date >= since.isoformat(),
        sessions.c.local_date < before.isoformat(),
        sessions.c.workout_id.in_(workout_ids),
        _KEY.in_(exercise_ids),
    )


def _ever_done(connection: Connection, exercise_ids: Iterable[str]) -> list[str]:
    """Those that have a set in the log."""
    words = "SELECT EXISTS (SELECT 1 FROM sets WHERE exercise_id = ?)"
    with closing(connection.connection.cursor()) as cursor:
        return [one for one in exercise_ids if cursor.execute(words, (one,)).fetchone()[0]]


def _earlier(connection: Connection, exercise_id: str, before: date) -> list[DoneSide]:
    """The sets of the exercise in its last sessions ahead of that day."""
    last = (
        select(sessions.c.id)
        .join_from(sets, sessions)
        .where(sets.c.exercise_id.in_((exercise_id,)), sessions.c.local_date < before.isoformat())
        .group_by(sessions.c.id)
        .order_by(sessions.c.started_at.desc(), sessions.c.id.desc())
        .limit(_SESSIONS_BEFORE)
    )
    ids = connection.execute(last).scalars().all()
    return _sides(connection, _SIDES.where(sessions.c.id.in_(ids), _KEY.in_((exercise_id,)))) if ids else []


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
