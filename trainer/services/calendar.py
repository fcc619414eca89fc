"""The calendar: races, hard runs, planned workouts; what was done of them, and what is due."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.clock import Clock
from trainer.domain.fulfilment import DoneSession, fulfilled
from trainer.domain.plan import Plan
from trainer.domain.plan_line import moved_to
from trainer.domain.session import SessionLog, local_date
from trainer.domain.stats.habit import MOVED_DAYS
from trainer.domain.under_way import UnderWay
from trainer.errors import PlanError
from trainer.services.library import Library
from trainer.services.plan_days import later


class PlanStore(Protocol):
    """Where plans and the calendar are kept; each write with an `undo` label can be taken back."""

    def own_plans(self) -> list[Plan]: ...
    def save_own_plan(self, plan: Plan, *, undo: str = "") -> None: ...
    def delete_own_plan(self, plan_id: str, *, undo: str = "") -> None: ...
    def plans_under_way(self) -> list[UnderWay]: ...
    def started_plan(self, started_id: str) -> UnderWay: ...
    def rewrite_plan(
        self,
        started: UnderWay,
        *,
        put: Iterable[CalendarEntry] = (),
        gone: Iterable[str] = (),
        undo: str = "",
    ) -> None: ...
    def rewrite_calendar(
        self, put: Iterable[CalendarEntry], *, gone: Iterable[str] = (), undo: str = ""
    ) -> None: ...
    def delete_calendar_entry(self, entry_id: str, *, undo: str = "") -> None: ...
    def calendar_entry(self, entry_id: str) -> CalendarEntry: ...
    def calendar_between(self, first: date, last: date) -> list[CalendarEntry]: ...
    def calendar_of_plan(self, started_id: str) -> list[CalendarEntry]: ...
    def done_sessions(self, first: date, last: date) -> list[DoneSession]: ...
    def session(self, session_id: str) -> SessionLog: ...


class Calendar:
    """Every method may be called on any thread. `undo` names the step that takes a write back.

    Raises NoSuchEntry for what is gone, PlanError for what cannot be done with an entry, StoreError.
    """

    def __init__(self, store: PlanStore, clock: Clock, library: Library, new_id: Callable[[], str]) -> None:
        self._store, self._clock, self._library, self._new_id = store, clock, library, new_id

    def today(self) -> date:
        """The local day that it is."""
        return local_date(self._clock.utc_now(), self._clock.time_zone())

    def entries(self, first: date, last: date) -> list[CalendarEntry]:
        """What stands on these days, oldest first; without what is to come of a paused plan.

        An entry that a session of the log was done for has its `session_id`, also where nobody said so.
        """
        found = self._store.calendar_between(first, last)
        return self._fulfilled(found)

    def entry(self, entry_id: str) -> CalendarEntry:
        """Raises NoSuchEntry."""
        return self._fulfilled([self._store.calendar_entry(entry_id)])[0]

    def due(self) -> CalendarEntry | None:
        """Today's planned workout that is neither done nor skipped, else the next one ahead."""
        ahead = self.entries(self.today(), date.max)
        return next((entry for entry in ahead if waits(entry)), None)

    def add(self, entry: CalendarEntry, undo: str) -> CalendarEntry:
        """Puts a race, a hard run or a workout on the calendar; an empty id is filled."""
        entry = replace(entry, id=entry.id or self._new_id(), plan_id="", week=None, position=None)
        self._store.rewrite_calendar((entry,), undo=undo)
        return entry

    def change(self, entry: CalendarEntry, undo: str) -> None:
        """Replaces what is said of an entry; a session of a plan keeps its day and its place there."""
        before = self._store.calendar_entry(entry.id)
        if before.week is not None:
            entry = replace(before, title=entry.title, note=entry.note)
        if entry != before:
            self._store.rewrite_calendar((entry,), undo=undo)

    def delete(self, entry_id: str, undo: str) -> None:
        """Takes an entry off the calendar; a session of a plan that goes on is skipped instead."""
        plan_id = self._store.calendar_entry(entry_id).plan_id
        if plan_id and self._store.started_plan(plan_id).ended_on is None:
            raise PlanError("This session belongs to a plan: skip it, or stop the plan.")
        self._store.delete_calendar_entry(entry_id, undo=undo)

    def skip(self, entry_id: str, undo: str) -> None:
        """Marks a workout as left out; its plan goes on with the next."""
        entry = self.entry(entry_id)
        if entry.kind is not EntryKind.WORKOUT or entry.session_id:
            raise PlanError("Only a workout that is not done yet can be skipped.")
        if not entry.skipped:
            self._store.rewrite_calendar((replace(entry, skipped=True),), undo=undo)

    def take_back_skip(self, entry_id: str, undo: str) -> None:
        """Has a workout that was left out wait to be done again."""
        entry = self._store.calendar_entry(entry_id)
        if entry.skipped:
            self._store.rewrite_calendar((replace(entry, skipped=False),), undo=undo)

    def fulfil(self, entry_id: str, session_id: str) -> None:
        """Notes that the session was done for the entry, which then stands on that session's day."""
        entry, session = self._store.calendar_entry(entry_id), self._store.session(session_id)
        done = replace(moved_to(entry, session.local_date), skipped=False, session_id=session_id)
        self._store.rewrite_calendar((done,))

    def calendar_file(self) -> bytes:
        """What stands on the calendar from today on as an iCalendar file."""
        # A start-up saving: the library for such files takes a tenth of a second, and only this needs it.
        from trainer.exchange.calendar_file import calendar_file

        ahead = self.entries(self.today(), date.max)
        return calendar_file(map(self._titled, ahead), self._clock.utc_now())

    def _titled(self, entry: CalendarEntry) -> CalendarEntry:
        """The entry under the name of its workout, where it has no title of its own."""
        if entry.title or not entry.workout_id:
            return entry
        names = {workout.id: workout.name for workout in self._library.workouts()}
        return replace(entry, title=names.get(entry.workout_id, ""))

    def _fulfilled(self, entries: list[CalendarEntry]) -> list[CalendarEntry]:
        """The entries with the sessions that were done for them."""
        days = [entry.day for entry in entries if waits(entry)]
        if not days or min(days) > self.today():
            return entries
        last = later(min(max(days), self.today()), MOVED_DAYS)
        return fulfilled(entries, self._store.done_sessions(min(days), last))


def waits(entry: CalendarEntry) -> bool:
    """Whether it is a planned workout that is neither done nor skipped."""
    return entry.kind is EntryKind.WORKOUT and not entry.skipped and not entry.session_id
