"""Training: beginning a session, finding the one that was cut off, and what was done the last time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from trainer.domain.clock import Clock
from trainer.domain.exercise import Side
from trainer.domain.pain import NO_TIGHTER, Limits
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.workout import Workout
from trainer.engine.timeline import Step, StepKind, Timeline, build_timeline
from trainer.errors import NoSuchEntry
from trainer.services.active_session import ActiveSession, SessionStore, has_result, stopped_by_pain
from trainer.services.clock import SteadyClock

LOOK_BACK_SESSIONS = 60
LOOK_BACK_DAYS = 365
"""How far back, and in how many sessions, the last result of an exercise is searched (own rule)."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """A session that was cut off: `saved` of `of` sets have a result; `reps` or `hold_s` are of the next one.

    `next_step` is the work to go on with, None when only the end was missing.
    """

    session: SessionLog
    rows: tuple[SetLog, ...]
    saved: int
    of: int
    next_step: Step | None
    reps: int = 0
    hold_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a session is done for: the plan under way and the entry on the calendar; empty for neither."""

    plan_id: str = ""
    plan: str = ""
    entry_id: str = ""


NO_OCCASION = Occasion()


class Training:
    """What the window needs of the log to let somebody train.

    After each session that was finished, `fulfil` is called with the calendar entry it was begun for, where
    there is one, and its own id; then `backup`. `limits` tighten the pain table.
    """

    def __init__(
        self,
        store: SessionStore,
        clock: Clock,
        new_id: Callable[[], str],
        backup: Callable[[], None] | None = None,
        fulfil: Callable[[str, str], None] | None = None,
        limits: Callable[[], Limits] = Limits,
    ) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._backup = backup
        self._fulfil = fulfil
        self._limits = limits

    def begin(self, workout: Workout, occasion: Occasion = NO_OCCASION) -> ActiveSession:
        """Writes a new session of the workout. Raises StoreError."""
        log = SessionLog(
            id=self._new_id(),
            started_at=self._clock.utc_now(),
            time_zone=self._clock.time_zone(),
            workout_id=workout.id,
            workout=workout.name,
            plan_id=occasion.plan_id,
            plan=occasion.plan,
            prescribed=workout,
        )
        self._store.save_session(log)
        return self._active(log, build_timeline(workout), entry_id=occasion.entry_id)

    def recoverable(self) -> Recovery | None:
        """The newest session that was begun and not ended, and how far it came."""
        log = self._store.unfinished_session()
        if log is None or log.course is None:
            return None
        rows = tuple(self._store.sets_of(log.id))
        return recovery_of(log, build_timeline(log.course), rows, self._limits())

    def resume(self, recovery: Recovery) -> tuple[ActiveSession, int | None]:
        """The session to go on with, and the step that leads into its next work; None when all is done."""
        workout = recovery.session.course
        if workout is None:
            raise ValueError("a session without its workout cannot be resumed")
        timeline = build_timeline(workout)
        active = self._active(recovery.session, timeline, recovery.rows)
        step = recovery.next_step
        return active, None if step is None else timeline.way_in(step.set_index, step.side)

    def finish(self, recovery: Recovery) -> SessionLog:
        """Ends the session that was cut off as it stands. Raises StoreError."""
        return self.resume(recovery)[0].finish(recovery.session.session_rpe, recovery.session.note)

    def finish_unfinished(self) -> int:
        """Ends every session that was cut off as it stands; how many there were. Raises StoreError.

        One of which nothing was done is taken out of the log, as one that never began, and not counted.
        """
        count = 0
        while (recovery := self.recoverable()) is not None:
            if any(has_result(row) or row.reps or row.hold_s for row in recovery.rows):
                self.finish(recovery)
                count += 1
            else:
                self.discard(recovery, recovery.session.workout)
        return count

    def discard(self, recovery: Recovery, undo: str) -> None:
        """Takes the session that was cut off out of the log; undoable. Raises StoreError."""
        self._store.delete_session(recovery.session.id, undo=undo)

    def last_results(self, exercise_ids: Iterable[str], but: str = "") -> dict[tuple[str, Side], SetLog]:
        """The last working set done of each exercise and side, the session with id `but` left out."""
        wanted = set(exercise_ids)
        found: dict[tuple[str, Side], SetLog] = {}
        since = self._clock.utc_now() - timedelta(days=LOOK_BACK_DAYS)
        for session in self._store.sessions(since=since)[:LOOK_BACK_SESSIONS]:
            if session.id == but or session.ended_at is None:
                continue
            rows = _last_of_each(self._store.sets_of(session.id), wanted)
            found |= rows
            wanted -= {exercise_id for exercise_id, _ in rows}
            if not wanted:
                break
        return found

    def _active(
        self, log: SessionLog, timeline: Timeline, rows: Iterable[SetLog] = (), entry_id: str = ""
    ) -> ActiveSession:
        clock, then = SteadyClock(self._clock), partial(self._on_finished, entry_id)
        return ActiveSession(log, timeline, self._store, clock, self._new_id, rows, then, self._limits())

    def _on_finished(self, entry_id: str, log: SessionLog) -> None:
        if self._fulfil is not None and entry_id:
            with suppress(NoSuchEntry):  # it left the calendar while the session ran
                self._fulfil(entry_id, log.id)
        if self._backup is not None:
            self._backup()


def recovery_of(
    log: SessionLog, timeline: Timeline, rows: tuple[SetLog, ...], limits: Limits = NO_TIGHTER
) -> Recovery:
    """How far a session came, by what is on disk."""
    by_key = {(row.set_index, row.side): row for row in rows}
    stopped = stopped_by_pain(rows, limits)
    works = [step for step in timeline.steps if step.kind is StepKind.WORK]
    waiting = [step for step in works if not _over(by_key.get((step.set_index, step.side)))]
    coming = next((step for step in waiting if step.item.exercise_id not in stopped), None)
    coming_set = coming.set_index if coming is not None else None
    saved = {row.set_index for row in rows if has_result(row)} - {coming_set}
    running = by_key.get((coming.set_index, coming.side)) if coming is not None else None
    return Recovery(
        session=log,
        rows=rows,
        saved=len(saved),
        of=timeline.set_count,
        next_step=coming,
        reps=(running.reps or 0) if running is not None else 0,
        hold_s=(running.hold_s or 0.0) if running is not None else 0.0,
    )


def _over(row: SetLog | None) -> bool:
    return row is not None and row.status is not SetStatus.RUNNING


def _last_of_each(rows: Sequence[SetLog], wanted: set[str]) -> dict[tuple[str, Side], SetLog]:
    done = (row for row in rows if row.exercise_id in wanted and row.status is not SetStatus.RUNNING)
    return {(row.exercise_id, row.side): row for row in done if has_result(row) and not row.warm_up}
