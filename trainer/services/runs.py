"""The runs of the log: listed with what is worth knowing, added by hand, changed and deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from trainer.domain.clock import Clock
from trainer.domain.run import Run
from trainer.domain.session import local_date
from trainer.domain.single_run import Lengthening, lengthenings
from trainer.domain.wall import moment_of, wall_time
from trainer.store import new_id

BY_HAND = "hand"
FASTEST_M_S = 10.5
"""Own rule: nobody has run 100 m faster on average, so a slip of the pen is asked about."""


class RunLog(Protocol):
    """What is asked of the store."""

    def runs(self) -> list[Run]: ...
    def save_run(self, run: Run, *, undo: str = "") -> None: ...
    def delete_run(self, run_id: str, *, undo: str = "Delete run") -> None: ...


@dataclass(frozen=True, slots=True)
class ListedRun:
    """A run, the local day it was on, and how it compares with the longest of the 30 days before."""

    run: Run
    day: date
    lengthening: Lengthening | None


@dataclass(frozen=True, slots=True)
class RunEntry:
    """A run as it is entered by hand; `begun` is the wall's clock where it happened."""

    begun: datetime
    distance_km: float | None
    duration_s: float | None
    effort: float | None
    note: str


class Runs:
    """Every method may be called on any thread."""

    def __init__(self, log: RunLog, clock: Clock, new_id: Callable[[], str] = new_id) -> None:
        self._log, self._clock, self._new_id = log, clock, new_id

    def listed(self) -> list[ListedRun]:
        """All runs, newest first."""
        runs = self._log.runs()
        against = lengthenings(runs)
        return [
            ListedRun(run, local_date(run.started_at, run.time_zone), against.get(run.id))
            for run in sorted(runs, key=lambda run: (run.started_at, run.id), reverse=True)
        ]

    def begun(self, run: Run | None = None) -> datetime:
        """When a run began by the wall's clock where it was; for none, this minute here."""
        if run is None:
            now = wall_time(self._clock.utc_now(), self._clock.time_zone())
            return now.replace(second=0, microsecond=0)
        return wall_time(run.started_at, run.time_zone)

    def wrong(self, entry: RunEntry, run: Run | None = None) -> str:
        """A sentence about what such a run cannot be; empty when it can."""
        if entry.distance_km is None and entry.duration_s is None:
            return "Give the distance or the time; one of the two is enough."
        if self._started_at(entry, run) > self._clock.utc_now() + timedelta(minutes=1):
            return "That is still to come; log a run once it is done."
        if entry.distance_km and entry.duration_s:
            speed_m_s = entry.distance_km * 1000 / entry.duration_s
            if speed_m_s > FASTEST_M_S:
                return "That would be faster than anybody has run; look at the distance and the time again."
        return ""

    def add(self, entry: RunEntry, undo: str) -> Run:
        """Logs a run; `undo` names the step. Raises StoreError."""
        run = Run(self._new_id(), self._started_at(entry, None), self._clock.time_zone(), source=BY_HAND)
        return self._save(run, entry, undo)

    def change(self, run: Run, entry: RunEntry, undo: str) -> Run:
        """Logs the run anew; where it came from and its zone stay. Raises StoreError."""
        return self._save(replace(run, started_at=self._started_at(entry, run)), entry, undo)

    def delete(self, run_id: str, undo: str) -> None:
        """Takes a run out. Raises NoSuchEntry, StoreError."""
        self._log.delete_run(run_id, undo=undo)

    def _save(self, run: Run, entry: RunEntry, undo: str) -> Run:
        saved = replace(
            run,
            distance_km=entry.distance_km,
            duration_s=entry.duration_s,
            effort=entry.effort,
            note=entry.note,
        )
        self._log.save_run(saved, undo=undo)
        return saved

    def _started_at(self, entry: RunEntry, run: Run | None) -> datetime:
        if run is not None and entry.begun == self.begun(run):
            return (
                run.started_at
            )  # in the hour that a clock set back goes through twice, it stays the one it was
        zone = self._clock.time_zone() if run is None else run.time_zone
        return moment_of(entry.begun, zone)
