"""Weeks, months or years of a report, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from trainer.domain.stats import Burden, DayExercise, Period, SessionHead

BY_WEEK_UP_TO, BY_MONTH_UP_TO = 16, 66
"""Weeks up to which a row is a week, and up to which it is a month; beyond it is a year."""


@dataclass(frozen=True, slots=True)
class Line:
    """One week, month or year, from `start` on or from where the report begins; `sets` as logged.

    `minutes` are those of the sessions that have an end, None where none has.
    """

    start: date
    sets: int
    minutes: float | None
    burden: Burden


def period_for(weeks: int) -> Period:
    """What a row stands for in a report of so many weeks."""
    if weeks <= BY_WEEK_UP_TO:
        return Period.WEEK
    return Period.MONTH if weeks <= BY_MONTH_UP_TO else Period.YEAR


def lines(
    period: Period,
    first: date,
    last: date,
    work: Iterable[DayExercise],
    heads: Iterable[SessionHead],
    found: Mapping[date, Burden],
) -> list[Line]:
    """What each period from that of `first` to that of `last` held."""
    sets: Counter[date] = Counter()
    for one in work:
        sets[period.start(one.day)] += one.sets
    minutes: dict[date, float] = {}
    for head in heads:
        if head.minutes is not None:
            start = period.start(head.day)
            minutes[start] = minutes.get(start, 0.0) + head.minutes
    return [
        Line(max(start, first), sets[start], minutes.get(start), found.get(start, Burden(start)))
        for start in period.starts(first, last)
    ]
