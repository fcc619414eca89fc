"""Series for the charts: pure functions over what the log holds.

Days are the local days of the sessions, weeks are ISO weeks, left and right are one set. What was not done
has no point: it is a gap, never a zero.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from trainer.domain.exercise import Side
from trainer.domain.tempo import Tempo

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DayWork:
    """What was done on one local day; `tension_s` is the time under tension."""

    day: date
    sessions: int
    sets: int
    tension_s: float


@dataclass(frozen=True, slots=True)
class WeekWork:
    """The same, of the ISO week that begins on `monday`."""

    monday: date
    sessions: int
    sets: int
    tension_s: float


@dataclass(frozen=True, slots=True)
class SessionHead:
    """What a list of sessions says of one."""

    id: str
    day: date
    workout: str
    session_rpe: float | None = None


class Measure(StrEnum):
    """What an exercise's trend can show; more is better in each."""

    REPS = "reps"
    HOLD = "hold_s"
    LOAD = "load_kg"
    LEAN = "lean_deg"
    TENSION = "tension_s"


@dataclass(frozen=True, slots=True)
class Performance:
    """The best of one exercise and side in one session; None where nothing of the kind was logged."""

    session_id: str
    day: date
    side: Side
    reps: int | None
    hold_s: float | None
    load_kg: float | None
    lean_deg: int | None
    tension_s: float

    def value(self, measure: Measure) -> float | None:
        value: float | None = getattr(self, measure)
        return value or None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One point of a trend; `record` marks the first time that a best was reached."""

    session_id: str
    day: date
    side: Side
    value: float
    record: bool


def tension_s(tempo: str, reps: float | None, hold_s: float | None) -> float:
    """Time under tension: reps × the tempo's sum, and the seconds held (evidence E: arithmetic).

    Reps without a known tempo count nothing: their time is not known.
    """
    held_s = float(hold_s or 0)
    if not reps:
        return held_s
    try:
        return held_s + reps * Tempo.parse(tempo).rep_s
    except ValueError:
        return held_s


def monday_of(day: date) -> date:
    """The first day of the ISO week."""
    return day - timedelta(days=day.weekday())


def by_week(days: Iterable[DayWork], until: date) -> list[WeekWork]:
    """Every week from the first day's to that of `until`, those without a session included."""
    sums: dict[date, list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for work in days:
        week = sums[monday_of(work.day)]
        week[0] += work.sessions
        week[1] += work.sets
        week[2] += work.tension_s
    if not sums:
        return []
    weeks: list[WeekWork] = []
    monday = min(sums)
    while monday <= max(monday_of(until), *sums):
        sessions, sets, tension = sums.get(monday, (0, 0, 0.0))
        weeks.append(WeekWork(monday, int(sessions), int(sets), tension))
        monday += _WEEK
    return weeks


def weeks_in_a_row(days: Iterable[date], today: date) -> int:
    """Weeks with a session, one after the other, up to this one; this week may still be to come."""
    weeks = {monday_of(day) for day in days}
    monday = monday_of(today)
    if monday not in weeks:
        monday -= _WEEK
    count = 0
    while monday in weeks:
        count += 1
        monday -= _WEEK
    return count


def trend(performances: Sequence[Performance], measure: Measure) -> list[TrendPoint]:
    """The points of one measure, oldest first; records by side, the first time only."""
    best: dict[Side, float] = {}
    points: list[TrendPoint] = []
    for performance in performances:
        value = performance.value(measure)
        if value is None:
            continue
        record = value > best.get(performance.side, 0.0)
        if record:
            best[performance.side] = value
        points.append(TrendPoint(performance.session_id, performance.day, performance.side, value, record))
    return points


def records(performances: Sequence[Performance], measure: Measure) -> list[TrendPoint]:
    """The standing record of each side that has one, both, left, right; the first day that it was reached."""
    best = {point.side: point for point in trend(performances, measure) if point.record}
    return [best[side] for side in (Side.BOTH, Side.LEFT, Side.RIGHT) if side in best]


def measures_of(performances: Sequence[Performance]) -> list[Measure]:
    """The measures that have a value at all, the most telling first."""
    order = (Measure.LEAN, Measure.LOAD, Measure.REPS, Measure.HOLD, Measure.TENSION)
    return [m for m in order if any(p.value(m) is not None for p in performances)]
