"""What was done: a session and its sets, as the log keeps them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from trainer.domain.exercise import Side
from trainer.domain.workout import SetTarget, Workout


class SetStatus(StrEnum):
    """`RUNNING` is the set under way; it never leaves the store as a result."""

    RUNNING = "running"
    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


def local_date(at: datetime, time_zone: str) -> date:
    """The day on which `at` fell where it happened; UTC's day when the zone is not known here."""
    try:
        return at.astimezone(ZoneInfo(time_zone)).date()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return at.astimezone(UTC).date()


@dataclass(frozen=True, slots=True)
class SetLog:
    """One side of one set as it was done, beside what was prescribed.

    The two sides of a set share `set_id` and `set_index`; `(set_id, side)` names the row.
    `lean_deg` is 0–90 in steps of 5; `pain` 0–10 at `pain_area`; `rpe` 1–10 by 0.5; `load_kg` to the gram.
    """

    set_id: str
    session_id: str
    set_index: int
    exercise_id: str
    exercise: str
    side: Side
    target: SetTarget
    rest_s: float | None
    status: SetStatus
    completed_at: datetime | None
    reps: int | None = None
    hold_s: float | None = None
    load_kg: float | None = None
    tempo: str = ""
    lean_deg: int | None = None
    rpe: float | None = None
    pain: int | None = None
    pain_area: str = ""
    note: str = ""
    warm_up: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class SessionLog:
    """One performance of a workout.

    `prescribed` is the workout as it was when the session began, `changed` the same as the athlete changed it
    on the way, where they did; sessions that came from a file have neither.
    Times are UTC with the zone they happened in, to the second.
    """

    id: str
    started_at: datetime
    time_zone: str
    workout_id: str
    workout: str
    ended_at: datetime | None = None
    plan_id: str = ""
    plan: str = ""
    session_rpe: float | None = None
    note: str = ""
    prescribed: Workout | None = None
    changed: Workout | None = None
    import_batch: str = ""

    @property
    def unfinished(self) -> bool:
        """Whether it can be resumed."""
        return self.ended_at is None and self.prescribed is not None

    @property
    def course(self) -> Workout | None:
        """The workout that is gone by."""
        return self.changed or self.prescribed

    @property
    def local_date(self) -> date:
        return local_date(self.started_at, self.time_zone)

    def finished(self, at: datetime) -> SessionLog:
        return replace(self, ended_at=at)
