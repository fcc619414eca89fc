"""What became of one exercise between two days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trainer.domain.exercise import Side
from trainer.domain.stats import (
    Measure,
    Performance,
    SidePair,
    TrendPoint,
    measures_of,
    side_pairs,
    told_apart,
    trend,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One side from its first to its last session in the report, and its newest record there, if any.

    `told_apart` is whether the change is more than chance; None where no study says how much that is.
    """

    side: Side
    first: TrendPoint
    last: TrendPoint
    record: TrendPoint | None
    told_apart: bool | None


@dataclass(frozen=True, slots=True)
class Trend:
    """One exercise by its most telling measure. `pairs` are both sides of a session, three sessions or none.

    Records are those of the whole log: the first time that a best was reached.
    """

    exercise_id: str
    name: str
    sessions: int
    measure: Measure
    points: tuple[TrendPoint, ...]
    changes: tuple[Change, ...]
    pairs: tuple[SidePair, ...]


def trend_between(
    exercise_id: str, name: str, done: Sequence[Performance], first: date, last: date
) -> Trend | None:
    """None where nothing was measured in that stretch."""
    lately = [one for one in done if first <= one.day <= last]
    measure = next(iter(measures_of(lately)), None)
    if measure is None:
        return None
    points = [one for one in trend(done, measure) if first <= one.day <= last]
    changes = []
    for side in (Side.BOTH, Side.LEFT, Side.RIGHT):
        of_side = [point for point in points if point.side is side]
        if of_side:
            one, other = of_side[0], of_side[-1]
            record = next((point for point in reversed(of_side) if point.record), None)
            apart = told_apart(exercise_id, measure, other.value, one.value)
            changes.append(Change(side, one, other, record, apart))
    count = len({one.session_id for one in lately})
    pairs = tuple(side_pairs(lately, measure))
    return Trend(exercise_id, name, count, measure, tuple(points), tuple(changes), pairs)
