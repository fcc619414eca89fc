"""A plan's sessions onto days: chosen weekdays, a least gap between sessions, days that are unfit.

The numbers are those of the rules in `resources/rules/schedule.toml`. Pure: the same days for the same terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

WEEK_D = 7
DAY = timedelta(days=1)
ALL_DAYS = frozenset(range(1, WEEK_D + 1))


@dataclass(frozen=True, slots=True)
class Terms:
    """What days are chosen by: ISO weekdays, days from one session to the next at least, unfit days.

    An unfit day is taken only where the chosen weekdays leave no other.
    """

    weekdays: frozenset[int]
    least_gap_d: int = 1
    unfit: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if not self.weekdays or not self.weekdays <= ALL_DAYS:
            raise ValueError("training days are ISO weekdays, and one at least")

    def after(self, day: date) -> date:
        """The first day that is far enough from a session on `day`."""
        return day + DAY * max(1, self.least_gap_d)

    def chosen(self, first: date, last: date) -> list[date]:
        """The chosen weekdays from `first` to `last`."""
        days = (first + DAY * n for n in range((last - first).days + 1))
        return [day for day in days if day.isoweekday() in self.weekdays]

    def next_from(self, day: date) -> date:
        """The first chosen weekday from `day` on that is fit; unfit only when all of a week and more are."""
        days = self.chosen(day, day + DAY * (3 * WEEK_D - 1))
        return next((one for one in days if one not in self.unfit), days[0])


@dataclass(frozen=True, slots=True)
class Laid:
    """The days of each week's sessions, and the places of the weeks that take longer than seven days."""

    weeks: tuple[tuple[date, ...], ...]
    longer: tuple[int, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(day for week in self.weeks for day in week)


def lay_out(counts: Sequence[int], first_day: date, terms: Terms, last: date | None = None) -> Laid:
    """Days for so many sessions in each week, the first week beginning on `first_day`.

    `last` is the day of the session before. Sessions keep their order and the least gap, and no day has two.
    A week's days are those with the fewest unfit ones, then the most evenly spread, then the earliest; but
    the very first session is as early as can be. A week that does not fit into seven days goes on, and the
    next begins when it is over.
    """
    weeks: list[tuple[date, ...]] = []
    longer: list[int] = []
    begin = first_day
    for place, count in enumerate(counts):
        days = _within_week(count, begin, terms, last, soon=begin == first_day)
        if days is None:
            days = _one_after_another(count, begin, terms, last)
            longer.append(place)
        weeks.append(days)
        last = days[-1] if days else last
        begin += DAY * WEEK_D
        while last is not None and begin <= last:
            begin += DAY * WEEK_D
    return Laid(tuple(weeks), tuple(longer))


def _earliest(begin: date, terms: Terms, last: date | None) -> date:
    return begin if last is None else max(begin, terms.after(last))


def _within_week(
    count: int, begin: date, terms: Terms, last: date | None, *, soon: bool
) -> tuple[date, ...] | None:
    days = terms.chosen(_earliest(begin, terms, last), begin + DAY * (WEEK_D - 1))
    fitting = (few for few in combinations(days, count) if _apart(few, terms.least_gap_d))
    return min(fitting, key=lambda few: _score(few, terms, soon=soon), default=None)


def _apart(days: Sequence[date], gap_d: int) -> bool:
    return all((after - before).days >= gap_d for before, after in pairwise(days))


def _score(
    days: tuple[date, ...], terms: Terms, *, soon: bool
) -> tuple[int, tuple[date, ...], int, tuple[date, ...]]:
    unfit = sum(day in terms.unfit for day in days)
    return unfit, days[:1] if soon else (), -min(_gaps_round(days), default=0), days


def _gaps_round(days: Sequence[date]) -> Iterator[int]:
    """From each day to the next, and from the last to the first of the week after."""
    for before, after in pairwise(days):
        yield (after - before).days
    if days:
        yield (days[0] - days[-1]).days + WEEK_D


def _one_after_another(count: int, begin: date, terms: Terms, last: date | None) -> tuple[date, ...]:
    days: list[date] = []
    earliest = _earliest(begin, terms, last)
    for _ in range(count):
        days.append(terms.next_from(earliest))
        earliest = terms.after(days[-1])
    return tuple(days)
