"""The lighter week after six weeks of training (own rule)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta

WEEKS_BEFORE = 6
DAYS_A_WEEK = 2
_WEEK = timedelta(days=7)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def light_weeks(training_days: Collection[date], until: date) -> frozenset[date]:
    """The Mondays of the lighter weeks up to that of `until`.

    One follows six weeks running with two training days or more; then the count begins anew, as it does after
    a week with fewer.
    """
    if not training_days:
        return frozenset()
    trained = Counter(monday(day) for day in training_days)
    found = set()
    week, running = min(trained), 0
    while week <= until:
        if running == WEEKS_BEFORE:
            found.add(week)
            running = 0
        else:
            running = running + 1 if trained[week] >= DAYS_A_WEEK else 0
        week += _WEEK
    return frozenset(found)
