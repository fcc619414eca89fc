"""A week at a glance: what was done on each day, what is planned, and what was run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.run import Run
from trainer.domain.session import local_date


class Mark(StrEnum):
    """What a day can carry."""

    DONE = "done"
    PLANNED = "planned"
    SKIPPED = "skipped"
    RACE = "race"
    HARD_RUN = "hard_run"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day: how many sessions were finished on it, what stands on its calendar, what was run."""

    day: date
    sessions: int = 0
    entries: tuple[CalendarEntry, ...] = ()
    runs: tuple[Run, ...] = ()

    @property
    def waiting(self) -> tuple[CalendarEntry, ...]:
        """The planned workouts that are neither done nor left out."""
        return tuple(one for one in self._of(EntryKind.WORKOUT) if not one.skipped and not one.session_id)

    @property
    def skipped(self) -> tuple[CalendarEntry, ...]:
        return tuple(one for one in self._of(EntryKind.WORKOUT) if one.skipped)

    @property
    def races(self) -> tuple[CalendarEntry, ...]:
        return self._of(EntryKind.RACE)

    @property
    def hard_runs(self) -> tuple[CalendarEntry, ...]:
        return self._of(EntryKind.HARD_RUN)

    @property
    def run_km(self) -> float:
        """The kilometres of the runs whose distance is known."""
        return sum(run.distance_km or 0.0 for run in self.runs)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What there is to show of it, each once."""
        found = (
            (Mark.DONE, bool(self.sessions)),
            (Mark.PLANNED, bool(self.waiting)),
            (Mark.SKIPPED, bool(self.skipped)),
            (Mark.RACE, bool(self.races)),
            (Mark.HARD_RUN, bool(self.hard_runs)),
            (Mark.RUN, bool(self.runs)),
        )
        return tuple(mark for mark, there in found if there)

    def _of(self, kind: EntryKind) -> tuple[CalendarEntry, ...]:
        return tuple(one for one in self.entries if one.kind is kind)


def week_of(
    first: date, done: Iterable[date], entries: Iterable[CalendarEntry], runs: Iterable[Run]
) -> tuple[WeekDay, ...]:
    """The seven days from `first`; `done` names a day once for each session that was finished on it."""
    sessions = Counter(done)
    standing: dict[date, list[CalendarEntry]] = {}
    for entry in entries:
        standing.setdefault(entry.day, []).append(entry)
    ran: dict[date, list[Run]] = {}
    for run in runs:
        ran.setdefault(local_date(run.started_at, run.time_zone), []).append(run)
    days = (first + timedelta(days=number) for number in range(7))
    return tuple(
        WeekDay(day, sessions[day], tuple(standing.get(day, ())), tuple(ran.get(day, ()))) for day in days
    )
