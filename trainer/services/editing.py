"""Past sessions corrected: each edit is one step of the log, which can be undone, also after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from trainer.domain.clock import Clock
from trainer.domain.exercise import Exercise, Laterality, Side
from trainer.domain.regrouping import merged, moved
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.stats import SessionHead
from trainer.domain.wall import moment_of, wall_time
from trainer.errors import NoSuchEntry, StoreError
from trainer.services.amending import again, amended, wrong
from trainer.services.trial import least_of
from trainer.store import new_id


class EditedLog(Protocol):
    """What is asked of the store."""

    def session(self, session_id: str) -> SessionLog: ...
    def sets_of(self, session_id: str) -> list[SetLog]: ...
    def session_heads(self) -> list[SessionHead]: ...
    def delete_session(self, session_id: str, *, undo: str) -> None: ...
    def rewrite(
        self,
        *,
        sessions: Iterable[SessionLog] = (),
        sets: Iterable[SetLog] = (),
        gone: Iterable[SetLog] = (),
        gone_session: str = "",
        undo: str = "",
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """What is said of a session by hand; `begun` is the wall's clock where it was, `session_rpe` 0–10."""

    begun: datetime
    minutes: float | None
    session_rpe: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SessionDetail:
    """A session with its sets in order, and what is said of it as it would be entered."""

    session: SessionLog
    rows: tuple[SetLog, ...]
    entry: SessionEntry

    @property
    def editable(self) -> bool:
        """Whether it is over: one that can still be resumed is not edited."""
        return not self.session.unfinished


class Editing:
    """Every method may be called on any thread. `undo` names the step; what changes nothing is no step.

    All that write raise NoSuchEntry for what is gone, and StoreError for a session that is not over yet.
    """

    def __init__(self, log: EditedLog, clock: Clock, new_id: Callable[[], str] = new_id) -> None:
        self._log, self._clock, self._new_id = log, clock, new_id

    def detail(self, session_id: str) -> SessionDetail:
        """Raises NoSuchEntry."""
        session = self._log.session(session_id)
        rows = tuple(row for row in self._log.sets_of(session_id) if row.status is not SetStatus.RUNNING)
        ended = session.ended_at
        entry = SessionEntry(
            begun=wall_time(session.started_at, session.time_zone),
            minutes=None if ended is None else (ended - session.started_at).total_seconds() / 60,
            session_rpe=session.session_rpe,
            note=session.note,
        )
        return SessionDetail(session, rows, entry)

    def change_set(self, row: SetLog, undo: str) -> None:
        """Has this side of a set be as `row` says, and what follows from that (see `amended`).

        Raises ValueError for what no set can be.
        """
        detail = self._open(row.session_id)
        before = _named(detail.rows, row)
        if row == before:
            return
        if sentence := wrong(row):
            raise ValueError(sentence)
        sides = [one for one in detail.rows if one.set_id == row.set_id]
        changed = amended(before, row, sides, _done_before(detail, before.set_index))
        self._log.rewrite(sets=tuple(changed), undo=undo)

    def add_again(self, row: SetLog, undo: str) -> SetLog:
        """Another set of this one's exercise, as its last one was, behind that one; its first side."""
        detail = self._open(row.session_id)
        alike = [one for one in detail.rows if one.exercise_id == row.exercise_id]
        if not alike:
            raise NoSuchEntry("That set is not in the log any more.")
        last = [one for one in alike if one.set_index == alike[-1].set_index]
        set_id, at = self._new_id(), last[0].set_index + 1
        done_at = _done_before(detail, at)
        new = [replace(again(one, set_id), set_index=at) for one in last]
        new = [replace(one, completed_at=one.completed_at or done_at) for one in new]
        behind = (one for one in detail.rows if one.set_index >= at)
        self._log.rewrite(sets=[*(replace(r, set_index=r.set_index + 1) for r in behind), *new], undo=undo)
        return new[0]

    def add_exercise(self, session_id: str, exercise: Exercise, undo: str) -> SetLog:
        """A set of an exercise at the end: the least of its dose, to be corrected; its first side."""
        detail = self._open(session_id)
        item, set_id = least_of(exercise), self._new_id()
        target = item.sets[0]
        at = max((row.set_index for row in detail.rows), default=0) + 1
        new = [
            SetLog(
                set_id=set_id,
                session_id=session_id,
                set_index=at,
                exercise_id=exercise.id,
                exercise=exercise.name,
                side=side,
                target=target,
                rest_s=item.rest_s,
                status=SetStatus.DONE,
                completed_at=_done_before(detail, at),
                reps=target.reps,
                hold_s=target.hold_s,
                tempo=str(target.tempo) if target.called else "",
            )
            for side in sides_of(item.side)
        ]
        self._log.rewrite(sets=new, undo=undo)
        return new[0]

    def delete_rows(self, rows: Sequence[SetLog], undo: str) -> None:
        """Takes sides of sets out, of one session."""
        detail = self._open(rows[0].session_id)
        self._log.rewrite(gone=[_named(detail.rows, row) for row in rows], undo=undo)

    def wrong(self, entry: SessionEntry, session: SessionLog | None = None) -> str:
        """A sentence about what a session cannot be; empty when it can. Without one it is a new one, here."""
        zone = self._clock.time_zone() if session is None else session.time_zone
        ended = moment_of(entry.begun, zone) + timedelta(minutes=entry.minutes or 0)
        if ended > self._clock.utc_now() + timedelta(minutes=1):
            return "That is still to come; a session is logged once it is over."
        return ""

    def change_session(self, session_id: str, entry: SessionEntry, undo: str) -> None:
        """Moves the session to this time of its zone's wall, its sets with it, and notes what is said of it.

        What is as it was stays to the second, also in the hour that a clock set back shows twice. Raises
        ValueError for a rating beyond the scale.
        """
        if entry.session_rpe is not None and not 0 <= entry.session_rpe <= 10:
            raise ValueError("a session's RPE runs from 0 to 10")
        detail = self._open(session_id)
        session, rows = detail.session, detail.rows
        if entry.begun != detail.entry.begun:
            session, rows = moved(session, rows, moment_of(entry.begun, session.time_zone))
        if entry.minutes is not None and entry.minutes != detail.entry.minutes:
            session = replace(session, ended_at=session.started_at + timedelta(minutes=entry.minutes))
        session = replace(session, session_rpe=entry.session_rpe, note=entry.note.strip())
        if session != detail.session:
            self._log.rewrite(sessions=(session,), sets=rows, undo=undo)

    def neighbours(self, session_id: str) -> list[SessionHead]:
        """The other sessions, those of the nearest days first: what one may be merged with."""
        day = self._log.session(session_id).local_date
        others = (head for head in self._log.session_heads() if head.id != session_id)
        return sorted(others, key=lambda head: abs(head.day - day))

    def merge(self, session_id: str, other_id: str, undo: str) -> str:
        """Makes one session of two (see `merged`); the id of the one that stays."""
        if session_id == other_id:
            raise ValueError("a session is merged with another one")
        one, other = self._open(session_id), self._open(other_id)
        session, rows = merged((one.session, one.rows), (other.session, other.rows))
        gone = other_id if session.id == session_id else session_id
        self._log.rewrite(sessions=(session,), sets=rows, gone_session=gone, undo=undo)
        return session.id

    def delete(self, session_id: str, undo: str) -> None:
        """Takes the session out with its sets."""
        self._open(session_id)
        self._log.delete_session(session_id, undo=undo)

    def _open(self, session_id: str) -> SessionDetail:
        detail = self.detail(session_id)
        if not detail.editable:
            raise StoreError("This session is not over yet; go on with it or finish it on Today first.")
        return detail


def sides_of(laterality: Laterality) -> tuple[Side, ...]:
    """The rows that a set of such an exercise has."""
    return (Side.LEFT, Side.RIGHT) if laterality is Laterality.EACH else (Side.BOTH,)


def _named(rows: Sequence[SetLog], wanted: SetLog) -> SetLog:
    for row in rows:
        if (row.set_id, row.side) == (wanted.set_id, wanted.side):
            return row
    raise NoSuchEntry("That set is not in the log any more.")


def _done_before(detail: SessionDetail, set_index: int) -> datetime:
    """When the last set before this one was over, or the session began."""
    times = (row.completed_at for row in detail.rows if row.set_index < set_index)
    return max((at for at in times if at is not None), default=detail.session.started_at)
