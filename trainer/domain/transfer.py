"""What goes in and out in bulk: flat rows of the log, an import as one batch, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Exercise
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog


class Records(StrEnum):
    """The three kinds of things that leave and come as files."""

    LOG = "log"
    CHECKINS = "checkins"
    RUNS = "runs"


# One flat row of the log, in the order the store streams it: times as `2026-01-31T06:30:00Z`, the running
# set as `partial`, `tempo` as text, `warm_up` as 0 or 1, None where it is not known; a session without sets
# is one row whose fields from `set_id` on are None. Sorted by start, session_id, set_index, side (left,
# right, both), set_id.
LogTuple = tuple[str | int | float | None, ...]
LOG_FIELDS = (
    "session_id",
    "started_at_utc",
    "time_zone",
    "ended_at_utc",
    "workout",
    "plan",
    "session_rpe",
    "session_note",
    "set_id",
    "set_index",
    "exercise_id",
    "exercise",
    "side",
    "kind",
    "target_reps",
    "reps",
    "target_hold_s",
    "hold_s",
    "load_kg",
    "tempo",
    "lean_deg",
    "rpe",
    "pain",
    "rest_s",
    "completed_at_utc",
    "status",
    "note",
    "target_load_kg",
    "target_rpe",
    "pain_area",
    "warm_up",
    "group",
)


@dataclass(frozen=True, slots=True)
class LogRow:
    """A session and one side of one of its sets; `set_log` is None for a session without sets."""

    session: SessionLog
    set_log: SetLog | None


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """What one file brings, to be written in one transaction and undone as one.

    The iterables are read once, in any order of sessions: a session's rows need not be neighbours.
    What the store holds already, by id (a set by `set_id` and `side`), stays as it is.
    `exercises` become the user's own unless the id is there; `names` (name in the file → exercise id)
    are remembered for the next import.
    """

    source: str
    records: Records
    rows: Iterable[LogRow] = ()
    checkins: Iterable[CheckIn] = ()
    runs: Iterable[Run] = ()
    exercises: tuple[Exercise, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many of each were added; `batch_id` is empty when nothing was, and undoes the batch otherwise."""

    batch_id: str
    sessions: int = 0
    sets: int = 0
    checkins: int = 0
    runs: int = 0
    exercises: int = 0

    @property
    def added(self) -> int:
        """Everything but exercises."""
        return self.sessions + self.sets + self.checkins + self.runs
