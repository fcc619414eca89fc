"""What a write touched; pages that show such things reload."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Changed(StrEnum):
    """The kinds of things the store keeps."""

    EXERCISES = "exercises"
    WORKOUTS = "workouts"
    PLANS = "plans"
    CALENDAR = "calendar"
    SESSIONS = "sessions"
    SETS = "sets"
    CHECKINS = "checkins"
    RUNS = "runs"
    IMPORTS = "imports"
    NAMES = "names"
    FAVOURITES = "favourites"
    COMPLAINTS = "complaints"
    OVERRULINGS = "overrulings"


@dataclass(frozen=True, slots=True)
class Change:
    """The kinds that one committed write touched."""

    kinds: frozenset[Changed]
