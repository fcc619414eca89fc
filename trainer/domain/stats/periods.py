"""Stretches of the calendar: ISO weeks, months and years."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)
_LAST = date.max - timedelta(days=400)
"""So that there is a period after each."""


def monday_of(day: date) -> date:
    """The first day of the ISO week; the first of all in the one week that begins before year 1."""
    return date.fromordinal(max(1, day.toordinal() - day.weekday()))


class Period(StrEnum):
    """What a bar stands for."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def start(self, day: date) -> date:
        """The first day of the period that `day` is in."""
        match self:
            case Period.WEEK:
                return monday_of(day)
            case Period.MONTH:
                return day.replace(day=1)
            case Period.YEAR:
                return day.replace(month=1, day=1)

    def after(self, start: date) -> date:
        """The first day of the period after the one that begins on `start`."""
        match self:
            case Period.WEEK:
                return start + WEEK
            case Period.MONTH:
                return self.start(start + timedelta(days=31))
            case Period.YEAR:
                return start.replace(year=start.year + 1)

    def starts(self, first: date, last: date) -> list[date]:
        """Where each period from that of `first` to that of `last` begins."""
        found: list[date] = []
        start, last = self.start(first), min(last, _LAST)
        while start <= last:
            found.append(start)
            start = self.after(start)
        return found
