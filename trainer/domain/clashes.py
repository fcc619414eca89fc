"""Workouts too near a race or a hard run (own rules, `resources/rules/schedule.toml`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.rule import Reason
from trainer.domain.under_way import Clash

CLEAR_H = 48
"""Hours before a race or a hard run without heavy hamstring work.

On a calendar of days, two days apart may be less than 48 hours: an evening, and the morning of the day after
the next. So that day counts as too near.
"""
DAY_H = 24


def clashes_of(
    workouts: Iterable[CalendarEntry],
    runs: Sequence[CalendarEntry],
    heavy: Callable[[CalendarEntry], bool],
) -> list[Clash]:
    """Each workout with each race or hard run that it stands too near, by day; `better` is not filled."""
    found = [
        clash
        for entry in workouts
        if not entry.skipped and not entry.session_id
        for run in runs
        if (clash := clash_of(entry, run, heavy=heavy(entry))) is not None
    ]
    return sorted(found, key=lambda clash: (clash.entry.day, clash.other.day, clash.entry.id))


def clash_of(entry: CalendarEntry, run: CalendarEntry, *, heavy: bool) -> Clash | None:
    """Whether a workout stands too near one race or hard run."""
    apart = (run.day - entry.day).days
    hours = apart * DAY_H
    if apart < 0 or hours > CLEAR_H:
        return None
    race = run.kind is EntryKind.RACE
    if apart == 0 and not race:
        return Clash(entry, run, 0, Reason("clash-hard-run-day"), order_only=True)
    if apart == 0:
        return Clash(entry, run, 0, Reason("clash-race-day"))
    if not heavy:
        return None
    rule = "clash-heavy-race" if race else "clash-heavy-hard-run"
    return Clash(entry, run, hours, Reason(rule, {"hours": hours, "clear": CLEAR_H}))


def unfit_days(runs: Iterable[CalendarEntry], *, heavy: bool) -> frozenset[date]:
    """The days on which a workout would clash, in more than the order of the day."""
    before = range(CLEAR_H // DAY_H + 1)
    near = ((run.day - timedelta(days=days), run) for run in runs for days in before)
    return frozenset(
        day
        for day, run in near
        if (clash := clash_of(CalendarEntry("", day, EntryKind.WORKOUT), run, heavy=heavy)) is not None
        and not clash.order_only
    )
