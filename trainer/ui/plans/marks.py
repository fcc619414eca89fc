"""What stands on one day of the calendar. No Qt but the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.ui.numbers import number_text
from trainer.ui.plans.words import tr


class MarkKind(StrEnum):
    """What a mark stands for; each has an icon and a word of its own."""

    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"
    OPEN = "open"
    """Planned for a day that is over, and neither done nor skipped."""
    RACE = "race"
    HARD_RUN = "hard_run"
    RUN = "run"
    """A run that was done."""
    SESSION = "session"
    """A session that was done without being planned."""


ICONS: Mapping[MarkKind, str] = {
    MarkKind.PLANNED: "dumbbell",
    MarkKind.DONE: "circle-check",
    MarkKind.SKIPPED: "circle-slash",
    MarkKind.OPEN: "dumbbell",
    MarkKind.RACE: "flag",
    MarkKind.HARD_RUN: "zap",
    MarkKind.RUN: "footprints",
    MarkKind.SESSION: "circle-check",
}
CLASH_ICON = "triangle-alert"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on a day; `entry` is None for what was done without being planned.

    `clashes` says that it stands too near a race or a hard run, `there` that it is on the calendar already
    where a preview shows what would come.
    """

    kind: MarkKind
    title: str
    entry: CalendarEntry | None = None
    clashes: bool = False
    there: bool = False

    @property
    def movable(self) -> bool:
        """Whether it can go to another day."""
        return self.entry is not None and not self.entry.session_id

    @property
    def spoken(self) -> str:
        """`Planned: Nordic, session 4`."""
        kind = mark_text(self.kind)
        kind = tr("{0} already").format(kind) if self.there and self.kind is MarkKind.PLANNED else kind
        words = kind if self.title in ("", kind) else tr("{0}: {1}").format(kind, self.title)
        return tr("{0}, too near a race or a hard run").format(words) if self.clashes else words


@dataclass(frozen=True, slots=True)
class Day:
    """A day and what stands on it: planned things first, then what was done besides."""

    day: date
    marks: tuple[Mark, ...] = ()

    @property
    def entries(self) -> tuple[CalendarEntry, ...]:
        return tuple(mark.entry for mark in self.marks if mark.entry is not None)


def mark_text(kind: MarkKind) -> str:
    """The word for a kind of mark."""
    return {
        MarkKind.PLANNED: tr("Planned"),
        MarkKind.DONE: tr("Done"),
        MarkKind.SKIPPED: tr("Skipped"),
        MarkKind.OPEN: tr("Not done"),
        MarkKind.RACE: tr("Race"),
        MarkKind.HARD_RUN: tr("Hard run"),
        MarkKind.RUN: tr("Run"),
        MarkKind.SESSION: tr("Session"),
    }[kind]


def kind_of(entry: CalendarEntry, today: date) -> MarkKind:
    """How an entry shows."""
    if entry.kind is EntryKind.RACE:
        return MarkKind.RACE
    if entry.kind is EntryKind.HARD_RUN:
        return MarkKind.HARD_RUN
    if entry.session_id:
        return MarkKind.DONE
    if entry.skipped:
        return MarkKind.SKIPPED
    return MarkKind.OPEN if entry.day < today else MarkKind.PLANNED


def title_of(entry: CalendarEntry) -> str:
    """The entry's title with its distance, or what sort of thing it is."""
    words = [entry.title] if entry.title else []
    if entry.distance_km:
        words.append(tr("{0} km").format(number_text(entry.distance_km, 2)))
    return " · ".join(words) or _plain(entry.kind)


def _plain(kind: EntryKind) -> str:
    return {
        EntryKind.RACE: tr("Race"),
        EntryKind.HARD_RUN: tr("Hard run"),
        EntryKind.WORKOUT: tr("Workout"),
    }[kind]
