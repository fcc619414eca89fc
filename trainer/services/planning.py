"""Plans on a calendar: started, moved, skipped, paused; races and hard runs; what is due."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Protocol

from trainer.domain.calendar import CalendarEntry
from trainer.domain.clock import Clock
from trainer.domain.plan import Plan
from trainer.domain.under_way import Clash, Layout, Rescheduled, Started
from trainer.domain.workout import Workout
from trainer.services.library import Library

__all__ = ["Clash", "Layout", "PlanStore", "Planning", "Rescheduled", "Started"]


class PlanStore(Protocol):
    """Where plans and the calendar are kept."""


class Planning:
    """Every method may be called on any thread. `undo` names the step that takes a write back.

    Raises NoSuchEntry for what is gone, PlanError for what cannot be laid out or moved like that, StoreError.
    """

    def __init__(self, store: PlanStore, clock: Clock, library: Library, new_id: Callable[[], str]) -> None:
        self._store, self._clock, self._library, self._new_id = store, clock, library, new_id

    def plans(self) -> list[Plan]:
        """The shipped plans, then one's own."""
        raise NotImplementedError

    def plan(self, plan_id: str) -> Plan:
        """Raises NoSuchEntry."""
        raise NotImplementedError

    def under_way(self) -> list[Started]:
        """The plans that were started and have not ended, the oldest first."""
        raise NotImplementedError

    def preview(self, plan: Plan, first_day: date, weekdays: Collection[int]) -> Layout:
        """Where its sessions would stand; ISO weekdays, 1 is Monday. Nothing is written."""
        raise NotImplementedError

    def start(self, plan: Plan, first_day: date, weekdays: Collection[int], undo: str) -> Started:
        """Puts the plan on the calendar."""
        raise NotImplementedError

    def stop(self, started_id: str, undo: str) -> None:
        """Ends the plan; what was to come leaves the calendar."""
        raise NotImplementedError

    def pause(self, started_id: str, undo: str) -> None:
        """Takes what is to come off the calendar until the plan goes on."""
        raise NotImplementedError

    def go_on(self, started_id: str, undo: str) -> None:
        """Lays what is to come out again from today on, a step back after two weeks."""
        raise NotImplementedError

    def shift(self, started_id: str, days: int, undo: str) -> None:
        """Moves all that is to come by so many days."""
        raise NotImplementedError

    def entries(self, first: date, last: date) -> list[CalendarEntry]:
        """What stands on these days, oldest first; without what is to come of a paused plan."""
        raise NotImplementedError

    def clashes(self, first: date, last: date) -> list[Clash]:
        """The workouts of these days that stand too near a race or a hard run."""
        raise NotImplementedError

    def make_room(self, first: date, last: date, undo: str) -> list[Rescheduled]:
        """Moves what clashes in these days to the free day that is better for it."""
        raise NotImplementedError

    def add(self, entry: CalendarEntry, undo: str) -> CalendarEntry:
        """Puts a race, a hard run or a workout on the calendar; an empty id is filled."""
        raise NotImplementedError

    def change(self, entry: CalendarEntry, undo: str) -> None:
        """Replaces the entry with its id."""
        raise NotImplementedError

    def delete(self, entry_id: str, undo: str) -> None:
        """Takes an entry off the calendar."""
        raise NotImplementedError

    def move(self, entry_id: str, day: date, undo: str) -> list[Rescheduled]:
        """Moves an entry; later sessions of its plan give way where they must. What moved, itself first."""
        raise NotImplementedError

    def skip(self, entry_id: str, undo: str) -> None:
        """Marks a workout as left out."""
        raise NotImplementedError

    def take_back_skip(self, entry_id: str, undo: str) -> None:
        """Has a workout that was left out wait to be done again."""
        raise NotImplementedError

    def reschedule(self, undo: str) -> list[Rescheduled]:
        """Gives missed sessions another day by rule; empty when none was missed."""
        raise NotImplementedError

    def due(self) -> CalendarEntry | None:
        """Today's planned workout that is neither done nor skipped, else the next one ahead."""
        raise NotImplementedError

    def workout_of(self, entry: CalendarEntry) -> Workout:
        """The workout of an entry, each target with its why. Raises NoSuchEntry."""
        raise NotImplementedError

    def fulfil(self, entry_id: str, session_id: str) -> None:
        """Notes that the session was done for the entry."""
        raise NotImplementedError

    def save_plan(self, plan: Plan, undo: str) -> None:
        """Adds a plan of one's own, or replaces the one with its id; one under way goes on as it was."""
        raise NotImplementedError

    def delete_plan(self, plan_id: str, undo: str) -> None:
        """Takes a plan of one's own away; one under way goes on."""
        raise NotImplementedError

    def calendar_file(self) -> bytes:
        """What stands on the calendar from today on as an iCalendar file."""
        raise NotImplementedError
