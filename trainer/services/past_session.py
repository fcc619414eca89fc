"""A session that was done without the app, logged by hand from a workout."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from trainer.domain.clock import Clock
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.wall import moment_of, wall_time
from trainer.domain.workout import Workout
from trainer.engine.timeline import Step, StepKind, build_timeline
from trainer.services.editing import EditedLog, SessionEntry
from trainer.store import new_id


class PastSessions:
    """Every method may be called on any thread."""

    def __init__(self, log: EditedLog, clock: Clock, new_id: Callable[[], str] = new_id) -> None:
        self._log, self._clock, self._new_id = log, clock, new_id

    def now(self) -> datetime:
        """The minute that the wall's clock shows here."""
        shown = wall_time(self._clock.utc_now(), self._clock.time_zone())
        return shown.replace(second=0, microsecond=0)

    def add(self, workout: Workout, entry: SessionEntry, undo: str) -> SessionLog:
        """Logs each set of the workout as it was asked for, to be corrected where it went otherwise.

        Own rule: the sets lie in the session's minutes as they would in the planned ones, which it is given
        where it has none. Raises StoreError.
        """
        minutes = entry.minutes or planned_minutes(workout)
        zone = self._clock.time_zone()
        started_at = moment_of(entry.begun, zone)
        session = SessionLog(
            id=self._new_id(),
            started_at=started_at,
            time_zone=zone,
            workout_id=workout.id,
            workout=workout.name,
            ended_at=started_at + timedelta(minutes=minutes),
            session_rpe=entry.session_rpe,
            note=entry.note.strip(),
            prescribed=workout,
        )
        self._log.rewrite(sessions=(session,), sets=self._rows(session, workout, minutes), undo=undo)
        return session

    def _rows(self, session: SessionLog, workout: Workout, minutes: float) -> list[SetLog]:
        timeline = build_timeline(workout)
        stretch = minutes * 60 / timeline.duration_s
        works = [step for step in timeline.steps if step.kind is StepKind.WORK]
        ids = {step.set_index: self._new_id() for step in works}
        return [_row(session, ids[step.set_index], step, step.end_s * stretch) for step in works]


def planned_minutes(workout: Workout) -> int:
    """How long it lasts as planned, to the minute above."""
    return int(-(-build_timeline(workout).duration_s // 60))


def _row(session: SessionLog, set_id: str, step: Step, end_s: float) -> SetLog:
    target = step.target
    return SetLog(
        set_id=set_id,
        session_id=session.id,
        set_index=step.set_index,
        exercise_id=step.item.exercise_id,
        exercise=step.item.exercise,
        side=step.side,
        target=target,
        rest_s=step.item.rest_s,
        status=SetStatus.DONE,
        completed_at=session.started_at + timedelta(seconds=int(end_s)),
        reps=target.reps,
        hold_s=target.hold_s,
        load_kg=target.load_kg,
        tempo=str(target.tempo) if target.called else "",
        warm_up=target.warm_up,
        group=step.item.group,
    )
