"""Plans on a calendar: started, moved, skipped, paused; races and hard runs; what is due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from trainer.catalog import load_plans
from trainer.domain.calendar import CalendarEntry
from trainer.domain.clock import Clock
from trainer.domain.plan import Footing, Plan
from trainer.domain.under_way import Clash, Layout, Rescheduled, Started
from trainer.domain.workout import Workout
from trainer.errors import NoSuchEntry, PlanError
from trainer.services.calendar import PlanStore
from trainer.services.library import Library
from trainer.services.plan_days import heavy_plan
from trainer.services.plan_workouts import workout_of_session
from trainer.services.rearranging import Rearranging
from trainer.services.saying import RuleTexts

__all__ = ["Clash", "Layout", "PlanStore", "Planning", "Rescheduled", "Started"]


class Planning(Rearranging):
    """Every method may be called on any thread. `undo` names the step that takes a write back.

    The shipped plans are read when the first plan is asked for. Raises NoSuchEntry for what is gone,
    PlanError for what cannot be put on the calendar like that, StoreError.
    """

    def __init__(
        self,
        store: PlanStore,
        clock: Clock,
        library: Library,
        new_id: Callable[[], str],
        load: Callable[[], Mapping[str, Plan]] = load_plans,
    ) -> None:
        super().__init__(store, clock, library, new_id)
        self._load = load
        self._shipped: Mapping[str, Plan] | None = None
        self._rules = RuleTexts()

    def plans(self) -> list[Plan]:
        """The shipped plans, then one's own."""
        return [*self._shipped_plans().values(), *self._store.own_plans()]

    def plan(self, plan_id: str) -> Plan:
        """Raises NoSuchEntry."""
        found = next((plan for plan in self.plans() if plan.id == plan_id), None)
        if found is None:
            raise NoSuchEntry(f"There is no plan “{plan_id}”.")
        return found

    def save_plan(self, plan: Plan, undo: str) -> None:
        """Adds a plan of one's own, or replaces the one with its id; one under way goes on as it was.

        Whether it is heavy hamstring work, to be kept clear of races, follows from what is in it.
        """
        if plan.id in self._shipped_plans():
            raise PlanError(f"“{plan.name}” comes with the program; copy it to change it.")
        heavy = heavy_plan(plan, self._library)
        self._store.save_own_plan(replace(plan, footing=Footing.OWN, heavy_hamstring=heavy), undo=undo)

    def delete_plan(self, plan_id: str, undo: str) -> None:
        """Takes a plan of one's own away; one under way goes on. Raises NoSuchEntry."""
        self._store.delete_own_plan(plan_id, undo=undo)

    def workout_of(self, entry: CalendarEntry) -> Workout:
        """The workout of an entry, each target with its why. Raises NoSuchEntry."""
        if entry.plan_id:
            plan = self._store.started_plan(entry.plan_id).plan
            return workout_of_session(plan, entry.week, entry.position, self._library, self._rules.text)
        return self._library.workout(entry.workout_id)

    def plan_of(self, entry: CalendarEntry) -> Plan | None:
        """The plan that an entry is a session of, as it was started; None for one of no plan."""
        return self._store.started_plan(entry.plan_id).plan if entry.plan_id else None

    def _shipped_plans(self) -> Mapping[str, Plan]:
        if self._shipped is None:
            self._shipped = self._load()
        return self._shipped
