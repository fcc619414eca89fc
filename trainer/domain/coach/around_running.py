"""Heavy hamstring work, races and hard runs: not in the 48 hours before one (own rule)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.coach.reasons import because
from trainer.domain.rule import Reason

CLEAR_H = 48
_CLEAR_D = CLEAR_H // 24


@dataclass(frozen=True, slots=True)
class Wait:
    """Why heavy work had better wait, and the day it may be done on."""

    reason: Reason
    until: date


def wait_for(day: date, entries: Iterable[CalendarEntry]) -> Wait | None:
    """The race or hard run that heavy work of that day stands before; it may follow a hard run of that day.

    A day is not known by its hour: two days before counts as within the 48 hours. A race of that day is
    waited for too.
    """
    near = [one for one in entries if _before(day, one)]
    if not near:
        return None
    first = min(near, key=_day_of)
    until = _after(first)
    following = wait_for(until, (one for one in entries if one.day > first.day))
    if following is not None:
        until = following.until
    rule = "race-near" if first.kind is EntryKind.RACE else "hard-run-near"
    return Wait(because(rule, on=first.day, until=until, hours=CLEAR_H), until)


def hard_run_today(day: date, entries: Iterable[CalendarEntry]) -> bool:
    """Whether a hard run is planned for that day: strength then comes after it."""
    return any(one.kind is EntryKind.HARD_RUN and one.day == day and not one.skipped for one in entries)


def _before(day: date, entry: CalendarEntry) -> bool:
    if entry.kind is EntryKind.WORKOUT or entry.skipped:
        return False
    least = 0 if entry.kind is EntryKind.RACE else 1
    return least <= (entry.day - day).days <= _CLEAR_D


def _after(entry: CalendarEntry) -> date:
    return entry.day + timedelta(days=1) if entry.kind is EntryKind.RACE else entry.day


def _day_of(entry: CalendarEntry) -> date:
    return entry.day
