"""The sessions of one plan in a line on the calendar: what was done, missed, and is to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from trainer.domain.calendar import CalendarEntry
from trainer.domain.plan import Plan

Step = tuple[int, int]
"""A session of a plan: its week and its position there."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A session of a plan on its day; done more than once a day it has that many entries."""

    step: Step
    day: date
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """How far a plan is: the last day with one of its sessions done, what was missed, what is ahead."""

    last_done: date | None
    missed: tuple[Stop, ...]
    ahead: tuple[Stop, ...]

    @property
    def waiting(self) -> tuple[Stop, ...]:
        """All that is still to be done, in order."""
        return self.missed + self.ahead


def course_of(entries: Iterable[CalendarEntry], today: date) -> Course:
    """Where a plan stands on a day.

    A session is over once it was done once; what stands before the last one done has lapsed, and so has what
    got another day since (own rule: nobody goes back). Skipped entries stay out.
    """
    everything = list(entries)
    stops = _stops(entry for entry in everything if not entry.skipped)
    done = [stop.day for stop in stops if any(entry.session_id for entry in stop.entries)]
    last_done = max(done, default=None)
    open_ = [stop for stop in stops if not any(entry.session_id for entry in stop.entries)]
    if last_done is not None:
        open_ = [stop for stop in open_ if stop.day > last_done]
    ahead = [stop for stop in open_ if stop.day >= today]
    latest = {stop.step: stop.day for stop in _stops(everything)}
    missed = [stop for stop in open_ if stop.day < today and latest[stop.step] == stop.day]
    return Course(last_done, tuple(missed), tuple(ahead))


def _stops(entries: Iterable[CalendarEntry]) -> list[Stop]:
    ordered = sorted((entry for entry in entries if entry.week is not None), key=_place)
    return [Stop((step[1], step[2]), step[0], tuple(of)) for step, of in groupby(ordered, key=_place)]


def _place(entry: CalendarEntry) -> tuple[date, int, int]:
    return entry.day, entry.week or 0, entry.position or 0


def steps_of(plan: Plan) -> list[Step]:
    """All sessions of a plan in their order."""
    return [(week.week, n) for week in plan.weeks for n in range(len(week.sessions))]


def per_day(plan: Plan, step: Step) -> int:
    """How many times on its day a session is done."""
    week = next(week for week in plan.weeks if week.week == step[0])
    return max(1, week.sessions[step[1]].per_day)


def week_counts(steps: Iterable[Step]) -> list[int]:
    """How many sessions follow each other in the same week, week by week."""
    return [len(list(of)) for _, of in groupby(steps, key=_week)]


def _week(step: Step) -> int:
    return step[0]


def moved_to(entry: CalendarEntry, day: date) -> CalendarEntry:
    """The entry on another day; it remembers the first one, until it is back on it."""
    first = entry.first_day or entry.day
    return replace(entry, day=day, first_day=None if first == day else first)


def moved_stop(stop: Stop, day: date) -> Stop:
    return Stop(stop.step, day, tuple(moved_to(entry, day) for entry in stop.entries))


def changed_entries(before: Sequence[Stop], after: Sequence[Stop]) -> list[CalendarEntry]:
    """The entries of `after` that are not as they were."""
    known = {entry.id: entry for stop in before for entry in stop.entries}
    return [entry for stop in after for entry in stop.entries if known.get(entry.id) != entry]
