"""What goes in and out of the log as a whole: imports, and the order of the exported columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Exercise
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog

Pulse = Callable[[float], None]
"""Told, many times a second, how much of a long work is done, 0 to 1; it may raise Cancelled to stop it."""


def unheard(_done: float) -> None:
    """The pulse of a work that nobody watches."""


def part_of(pulse: Pulse, start: float, end: float) -> Pulse:
    """The pulse of one part of a longer work, from `start` to `end` of the whole."""

    def beat(done: float) -> None:
        pulse(start + done * (end - start))

    return beat


LOG_COLUMNS = (
    "session_id",
    "started_at_utc",
    "time_zone",
    "local_date",
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
    "load_g",
    "tempo",
    "lean_deg",
    "rpe",
    "pain",
    "rest_s",
    "completed_at_utc",
    "status",
    "note",
    "target_load_g",
    "target_rpe",
    "pain_area",
    "warm_up",
    "group",
)
"""The plain rows that the store streams for an export, in this order.

Times and dates are text as the CSV wants them (`2026-11-22T20:23:37Z`, `2026-11-22`); loads are whole grams;
`warm_up` is 0 or 1; None is unknown. Of a session without sets all from `set_id` on is None.
"""


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """What one file adds, all at once or not at all.

    Sets may belong to sessions of the batch or to ones that are in the store already.
    `names` are pairs of a name as the file writes it and the exercise id it stands for, to be remembered.
    """

    source: str
    sessions: tuple[SessionLog, ...] = ()
    sets: tuple[SetLog, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    runs: tuple[Run, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How much was added; `known` counts the rows that were there already.

    A set's left and right are two rows. `batch_id` is empty when nothing was added.
    """

    batch_id: str
    sessions: int = 0
    sets: int = 0
    checkins: int = 0
    runs: int = 0
    exercises: int = 0
    known: int = 0

    @property
    def added(self) -> int:
        return self.sessions + self.sets + self.checkins + self.runs + self.exercises


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import that was done and can still be taken back."""

    id: str
    source: str
    at: datetime
    time_zone: str
    rows: int
