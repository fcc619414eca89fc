"""A week in words: each day for a screen reader, and the few lines below the strip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from trainer.domain.calendar import CalendarEntry
from trainer.domain.week import Mark, WeekDay
from trainer.ui.days import day_text

LINES = 5
"""So many lines at most, the runs aside."""


def tr(text: str) -> str:
    return QCoreApplication.translate("week", text)


def day_words(day: WeekDay) -> str:
    """`Thursday: planned, race`."""
    words = {
        Mark.DONE: tr("done"),
        Mark.PLANNED: tr("planned"),
        Mark.SKIPPED: tr("skipped"),
        Mark.RACE: tr("race"),
        Mark.HARD_RUN: tr("hard run"),
        Mark.RUN: tr("run"),
    }
    told = ", ".join(words[mark] for mark in day.marks) or tr("nothing yet")
    return tr("{0}: {1}").format(QLocale().dayName(day.day.isoweekday()), told)


def done_words(days: Sequence[WeekDay]) -> str:
    """How many sessions were done."""
    done = sum(day.sessions for day in days)
    if not done:
        return tr("What you finish shows here.")
    return tr("1 session done") if done == 1 else tr("{0} sessions done").format(done)


def week_lines(today: date, days: Sequence[WeekDay]) -> list[tuple[Mark, str]]:
    """What is ahead, what was skipped and what was run, each with its mark."""
    lines: list[tuple[Mark, str]] = []
    for day in days:
        if day.day >= today:
            name = tr("Today") if day.day == today else day_text(day.day, "ddd")
            lines += [(Mark.PLANNED, _planned(name, entry)) for entry in day.waiting]
            lines += [(Mark.RACE, _run(name, tr("race"), entry)) for entry in day.races]
            lines += [(Mark.HARD_RUN, _run(name, tr("hard run"), entry)) for entry in day.hard_runs]
    skipped = sum(len(day.skipped) for day in days)
    if skipped:
        lines.append((Mark.SKIPPED, tr("1 skipped") if skipped == 1 else tr("{0} skipped").format(skipped)))
    return [*lines[:LINES], *_ran(days)]


def _planned(name: str, entry: CalendarEntry) -> str:
    return tr("{0}: {1}").format(name, entry.title or tr("planned"))


def _run(name: str, what: str, entry: CalendarEntry) -> str:
    told = entry.title or what
    if entry.title and what.casefold() not in entry.title.casefold():
        told = tr("{0}, {1}").format(what, entry.title)
    if entry.distance_km:
        told = tr("{0}, {1} km").format(told, _km(entry.distance_km))
    return tr("{0}: {1}").format(name, told)


def _ran(days: Sequence[WeekDay]) -> list[tuple[Mark, str]]:
    count, km = sum(len(day.runs) for day in days), sum(day.run_km for day in days)
    if not count:
        return []
    text = tr("1 run") if count == 1 else tr("{0} runs").format(count)
    return [(Mark.RUN, tr("{0}, {1} km").format(text, _km(km)) if km else text)]


def _km(km: float) -> str:
    return QLocale().toString(round(km, 1), "g", 4)
