"""A plan as its file says it: weeks that are alike once, sets that are alike once."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.domain.exercise import Range
from trainer.domain.plan import Footing, Statement
from trainer.domain.tempo import Tempo


@dataclass(frozen=True, slots=True)
class PlanSetFile:
    """`times` sets that are alike."""

    times: int = 1
    reps: Range | None = None
    hold_s: float | None = None
    load_rm: int | None = None
    to_limit: bool = False


@dataclass(frozen=True, slots=True)
class PlanExerciseFile:
    exercise: str
    sets: tuple[PlanSetFile, ...]
    rest_s: float
    tempo: Tempo | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanSessionFile:
    """`times` sessions of a week that are alike; `per_day` is how often each is done on its day."""

    exercises: tuple[PlanExerciseFile, ...]
    times: int = 1
    per_day: int = 1


@dataclass(frozen=True, slots=True)
class PlanBlockFile:
    """The `weeks`, by number, that are alike."""

    weeks: tuple[int, ...]
    sessions: tuple[PlanSessionFile, ...]


@dataclass(frozen=True, slots=True)
class PlanFile:
    """`order` is its place in lists."""

    name: str
    source: str
    order: int
    footing: Footing
    blocks: tuple[PlanBlockFile, ...]
    whose: tuple[Statement, ...]
    tried_in: tuple[Statement, ...]
    outcome: tuple[Statement, ...]
    uncertain: tuple[Statement, ...]
    seen: tuple[Statement, ...]
    cautions: tuple[Statement, ...]
    self_start: bool = True
    heavy_hamstring: bool = False
    least_gap_d: int = 1
    afterwards: str = ""
