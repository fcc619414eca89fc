"""The days of a month as the calendar shows them, read from the plans and the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from trainer.domain.calendar import CalendarEntry
from trainer.domain.stats import RunDay, SessionHead
from trainer.domain.under_way import Clash
from trainer.ui.numbers import number_text
from trainer.ui.plans.marks import Day, Mark, MarkKind, kind_of, title_of
from trainer.ui.plans.words import tr
from trainer.ui.today.week_strip import week_start

_DAY = timedelta(days=1)
_WEEK_D = 7


class DoneLog(Protocol):
    """What was done; the store is one."""

    def session_heads(self, since: date = ...) -> list[SessionHead]: ...
    def run_days(self, since: date = ...) -> list[RunDay]: ...


@dataclass(frozen=True, slots=True)
class Month:
    """The weeks that a month lies in, from the locale's first weekday; `days` has every day of them."""

    first: date
    """The first of the month."""
    days: Mapping[date, Day]

    @property
    def weeks(self) -> int:
        return len(self.days) // _WEEK_D

    @property
    def start(self) -> date:
        """The first day shown."""
        return next(iter(self.days))

    @property
    def end(self) -> date:
        """The last day shown."""
        return self.start + timedelta(days=len(self.days) - 1)


def days_of_month(first: date) -> list[date]:
    """Every day of the weeks that the month beginning with `first` lies in."""
    start = week_start(first)
    last = month_after(first, 1) - _DAY
    weeks = (last - start).days // _WEEK_D + 1
    return [start + timedelta(days=number) for number in range(weeks * _WEEK_D)]


def month_after(day: date, months: int) -> date:
    """The first of the month so many months later."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def month_of(
    first: date,
    today: date,
    entries: Iterable[CalendarEntry],
    clashes: Iterable[Clash] = (),
    sessions: Iterable[SessionHead] = (),
    runs: Iterable[RunDay] = (),
    there: Collection[str] = (),
) -> Month:
    """The month with what stands on its days; what lies outside is left out.

    `there` are the ids of entries that a preview only shows beside what would come.
    """
    marks: dict[date, list[Mark]] = defaultdict(list)
    entries = sorted(entries, key=_order)
    clashing = {clash.entry.id for clash in clashes if not clash.order_only}
    for entry in entries:
        clash = entry.id in clashing
        mark = Mark(kind_of(entry, today), title_of(entry), entry, clash, there=entry.id in there)
        marks[entry.day].append(mark)
    fulfilled = {entry.session_id for entry in entries if entry.session_id}
    for head in _unplanned(sessions, fulfilled):
        marks[head.day].append(Mark(MarkKind.SESSION, head.workout))
    for run in runs:
        km = tr("{0} km").format(number_text(run.km, 1)) if run.km else ""
        marks[run.day].append(Mark(MarkKind.RUN, km))
    return Month(first, {day: Day(day, tuple(marks[day])) for day in days_of_month(first)})


def _order(entry: CalendarEntry) -> tuple[date, str, str]:
    return entry.day, entry.kind.value, entry.id


def _unplanned(sessions: Iterable[SessionHead], fulfilled: Collection[str]) -> list[SessionHead]:
    ended = [head for head in sessions if head.minutes is not None and head.id not in fulfilled]
    return sorted(ended, key=_by_day)


def _by_day(head: SessionHead) -> tuple[date, str]:
    return head.day, head.id
