"""Am I getting stronger: the best of each session, its trend and its records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from trainer.domain.exercise import Side

RECENT_DAYS = 28


class Measure(StrEnum):
    """What an exercise's trend can show; more is more in each."""

    REPS = "reps"
    HOLD = "hold_s"
    LOAD = "load_kg"
    LEAN = "lean_deg"
    TENSION = "tension_s"
    VOLUME = "volume_kg"


RECORDED = frozenset({Measure.REPS, Measure.HOLD, Measure.LOAD, Measure.LEAN})
"""What there are records of: the most reps, longest hold, heaviest load, furthest lean."""

SMALLEST_CHANGE: Mapping[tuple[str, Measure], float] = MappingProxyType(
    {("single-leg-heel-raise", Measure.REPS): 6.0}
)
"""What a figure has to change by before it is more than chance: heel raises from day to day ± 6
(hebertlosier2017). Of the other exercises, as they are done here, no study says it. The 8.03° of a Nordic
(lee2018) are those of a break-point angle from a video, which is another quantity than lean."""


@dataclass(frozen=True, slots=True)
class Performance:
    """The best of one exercise and side in one session; None where nothing of the kind was logged.

    `tension_s` and `volume_kg` are the sums of the session: reps × the tempo's seconds, and reps × kg
    (volume load, by convention; None where no load was logged).
    """

    session_id: str
    day: date
    side: Side
    reps: int | None
    hold_s: float | None
    load_kg: float | None
    lean_deg: int | None
    tension_s: float
    volume_kg: float | None = None

    def value(self, measure: Measure) -> float | None:
        """What was reached, None for nothing: bodyweight and what was not logged are gaps, never zeros."""
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


@dataclass(frozen=True, slots=True)
class Recent:
    """The best of one side in the last four weeks and in the four before."""

    side: Side
    now: float
    before: float
    told_apart: bool | None
    """Whether the change is more than chance; None where no study says how much that is."""


def trend(performances: Sequence[Performance], measure: Measure) -> list[TrendPoint]:
    """The points of one measure, oldest first; records by side, the first time only."""
    best: dict[Side, float] = {}
    recorded = measure in RECORDED
    points: list[TrendPoint] = []
    for performance in performances:
        value = performance.value(measure)
        if value is None:
            continue
        record = recorded and value > best.get(performance.side, 0.0)
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
    order = (Measure.LEAN, Measure.LOAD, Measure.REPS, Measure.HOLD, Measure.TENSION, Measure.VOLUME)
    return [m for m in order if any(p.value(m) is not None for p in performances)]


def recent(points: Sequence[TrendPoint], exercise_id: str, measure: Measure, today: date) -> list[Recent]:
    """The best of the last 28 days beside that of the 28 before, of each side that has both (own rule)."""
    turn = today - timedelta(days=RECENT_DAYS)
    first = turn - timedelta(days=RECENT_DAYS)
    found: list[Recent] = []
    for side in (Side.BOTH, Side.LEFT, Side.RIGHT):
        of_side = [point for point in points if point.side is side and first < point.day <= today]
        now = max((point.value for point in of_side if point.day > turn), default=None)
        before = max((point.value for point in of_side if point.day <= turn), default=None)
        if now is not None and before is not None:
            found.append(Recent(side, now, before, told_apart(exercise_id, measure, now, before)))
    return found


def told_apart(exercise_id: str, measure: Measure, now: float, before: float) -> bool | None:
    """Whether two values differ by more than chance; None where no study says how much that is."""
    smallest = SMALLEST_CHANGE.get((exercise_id, measure))
    return None if smallest is None else abs(now - before) > smallest
