"""The lighter week after six weeks of training (own rule)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta

WEEKS_BEFORE = 6
DAYS_A_WEEK = 2


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def light_weeks(training_days: Collection[date], until: date) -> frozenset[date]:
    """The Mondays of the lighter weeks up to that of `until`.

    One follows six weeks running with two training days or more; then the count begins anew, as it does after
    a week with fewer.
    """
    if not training_days:
        return frozenset()
    trained = Counter(_week_of(day) for day in training_days)
    found = set()
    running = 0
    for week in range(min(trained), _week_of(until) + 1):
        if running == WEEKS_BEFORE:
            found.add(date.fromordinal(week * 7 + 1))
            running = 0
        else:
            running = running + 1 if trained[week] >= DAYS_A_WEEK else 0
    return frozenset(found)


def _week_of(day: date) -> int:
    """Weeks since Monday, the first day of the calendar."""
    return (day.toordinal() - 1) // 7
