"""Too much: hard sets by muscle, session load, soreness, pain and runs, side by side and never added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from trainer.domain.stats.habit import DayExercise
from trainer.domain.stats.periods import Period
from trainer.domain.stats.work import session_load_au

HARD_RPE = 7.0


@dataclass(frozen=True, slots=True)
class SessionHead:
    """What a list of sessions says of one; `minutes` is None while it has no end."""

    id: str
    day: date
    workout: str
    session_rpe: float | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class BodyDay:
    """The worst soreness and pain that were told on one local day, 0–10; None where not asked."""

    day: date
    soreness: int | None
    pain: int | None


@dataclass(frozen=True, slots=True)
class RunDay:
    """The kilometres run on one local day, and in how many runs."""

    day: date
    km: float
    runs: int


@dataclass(slots=True)
class Burden:
    """What one period held. What is not known is None or missing: a gap, not a zero.

    `load_au` is the sum over the sessions with an effort (foster2001); `rated` of `sessions` have one.
    `hard_sets` counts a set for each muscle that does its main work, so they do not add up to sets.
    """

    start: date
    hard_sets: dict[str, int] = field(default_factory=dict)
    sessions: int = 0
    rated: int = 0
    load_au: float | None = None
    soreness: int | None = None
    pain: int | None = None
    km: float | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing at all is known of it."""
        return not (self.sessions or self.hard_sets) and (self.soreness, self.pain, self.km) == (None,) * 3


def burdens(
    period: Period,
    *,
    work: Iterable[DayExercise],
    sessions: Iterable[SessionHead],
    body: Iterable[BodyDay],
    runs: Iterable[RunDay],
    muscles_of: Callable[[str], Iterable[str]],
) -> dict[date, Burden]:
    """The periods that hold anything, by their first day, oldest first."""
    found: dict[date, Burden] = {}
    starts: dict[date, Burden] = {}

    def of(day: date) -> Burden:
        if day not in starts:
            start = period.start(day)
            starts[day] = found.setdefault(start, Burden(start))
        return starts[day]

    hard: dict[tuple[date, str], int] = defaultdict(int)
    for done in work:
        burden = of(done.day)
        hard[burden.start, done.exercise_id] += done.hard_sets
        burden.pain = _worst(burden.pain, done.pain)
    for (start, exercise_id), count in hard.items():
        if count:
            sets = found[start].hard_sets
            for muscle in muscles_of(exercise_id):
                sets[muscle] = sets.get(muscle, 0) + count
    for session in sessions:
        _add_session(of(session.day), session)
    for told in body:
        burden = of(told.day)
        burden.soreness = _worst(burden.soreness, told.soreness)
        burden.pain = _worst(burden.pain, told.pain)
    for run in runs:
        burden = of(run.day)
        burden.km = (burden.km or 0.0) + run.km
    return {start: found[start] for start in sorted(found) if not found[start].empty}


def _add_session(burden: Burden, session: SessionHead) -> None:
    burden.sessions += 1
    load_au = session_load_au(session.session_rpe, session.minutes)
    if load_au is not None:
        burden.rated += 1
        burden.load_au = (burden.load_au or 0.0) + load_au


def _worst(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)
