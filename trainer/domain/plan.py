"""A plan: weeks of sessions, whose it is, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trainer.domain.exercise import Range
from trainer.domain.tempo import Tempo


class Footing(StrEnum):
    """How much of a plan's week table was seen in its source."""

    PUBLISHED = "published"
    """The table was seen and is followed exactly."""
    PARTLY = "partly"
    """Some of it was seen; the week-by-week progression is the app's own."""
    OWN_RULE = "own_rule"
    """The app's own judgement."""
    OWN = "own"
    """Made by the user."""


@dataclass(frozen=True, slots=True)
class PlannedSet:
    """What one set of a plan asks for; a fixed number of reps is a range of one.

    `load_rm` is a load as heavy as can be lifted that many times; `to_limit` is as many as can be done well.
    """

    reps: Range | None = None
    hold_s: float | None = None
    load_rm: int | None = None
    to_limit: bool = False


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """`note` says how, where the plan does: a level, a lever, which of several ways."""

    exercise_id: str
    sets: tuple[PlannedSet, ...]
    rest_s: float
    tempo: Tempo | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One session of a week; `per_day` is how many times on its day it is done."""

    exercises: tuple[PlannedExercise, ...]
    per_day: int = 1
    workout_id: str = ""
    """The workout that it is, in a plan of one's own."""


@dataclass(frozen=True, slots=True)
class PlanWeek:
    week: int
    sessions: tuple[PlannedSession, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that rests on references or is marked as the app's own rule."""

    text: str
    references: tuple[str, ...] = ()
    own_rule: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """`source` is one line: who published it, or that it is the app's own.

    `whose`, `tried_in`, `outcome`, `uncertain` and `seen` are what its page says before one starts.
    `self_start` is false for a plan that is shown as information only. `least_gap_d` is the least number of
    days from one session to the next; `heavy_hamstring` has it kept clear of races and hard runs.
    """

    id: str
    name: str
    source: str
    footing: Footing
    weeks: tuple[PlanWeek, ...]
    whose: tuple[Statement, ...] = ()
    tried_in: tuple[Statement, ...] = ()
    outcome: tuple[Statement, ...] = ()
    uncertain: tuple[Statement, ...] = ()
    seen: tuple[Statement, ...] = ()
    cautions: tuple[Statement, ...] = ()
    self_start: bool = True
    heavy_hamstring: bool = False
    least_gap_d: int = 1
    afterwards: str = ""
    """The id of the plan that goes on from here."""

    @property
    def session_count(self) -> int:
        return sum(len(week.sessions) for week in self.weeks)
