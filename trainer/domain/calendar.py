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
    """One entry on one local day; `distance_km` of a run or race where it is known."""

    id: str
    day: date
    kind: EntryKind
    title: str = ""
    distance_km: float | None = None
