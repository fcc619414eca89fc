"""What stands on the calendar: planned workouts, planned hard runs, races."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EntryKind(StrEnum):
    WORKOUT = "workout"
    HARD_RUN = "hard_run"
    RACE = "race"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry on one local day; `distance_km` of a run or race where it is known.

    A planned workout is the session `position` of week `week` of the plan under way `plan_id`, or
    the workout `workout_id`. `first_day` is where it stood before it was moved. A skipped one stays, told
    apart; `session_id` is the session that was done for it.
    """

    id: str
    day: date
    kind: EntryKind
    title: str = ""
    distance_km: float | None = None
    note: str = ""
    workout_id: str = ""
    plan_id: str = ""
    week: int | None = None
    position: int | None = None
    first_day: date | None = None
    skipped: bool = False
    session_id: str = ""
