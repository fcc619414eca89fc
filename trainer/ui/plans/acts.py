"""Everything the plans page changes; each change is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from trainer.domain.calendar import CalendarEntry
from trainer.domain.plan import Plan
from trainer.domain.under_way import Rescheduled, Started
from trainer.errors import TrainerError
from trainer.services.planning import Planning
from trainer.ui.days import day_text
from trainer.ui.plans.marks import title_of
from trainer.ui.plans.told import Teller
from trainer.ui.plans.words import sessions_text

T = TypeVar("T")


class PlanActs(QObject):
    """Does it, and tells it: `told` carries what failed, `done` what Undo takes back."""

    told = Signal(str)
    done = Signal(str)

    def __init__(self, planning: Planning, teller: Teller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._planning, self._teller = planning, teller

    def start(self, plan: Plan, first_day: date, weekdays: Collection[int]) -> Started | None:
        """Puts a plan on the calendar."""
        undo = self.tr("Start {0}").format(plan.name)
        begun = self._try(partial(self._planning.start, plan, first_day, weekdays, undo))
        if begun is not None:
            count = sessions_text(begun.of)
            self.done.emit(self.tr("{0} started: {1} on the calendar.").format(plan.name, count))
        return begun

    def stop(self, started: Started) -> None:
        """Ends a plan."""
        name = started.plan.name
        told = self.tr("{0} stopped. What you did of it stays.").format(name)
        self._do(partial(self._planning.stop, started.id, self.tr("Stop {0}").format(name)), told)

    def pause(self, started: Started) -> None:
        """Takes what is to come off the calendar for a while."""
        name = started.plan.name
        told = self.tr("{0} paused; it waits for you.").format(name)
        self._do(partial(self._planning.pause, started.id, self.tr("Pause {0}").format(name)), told)

    def go_on(self, started: Started) -> None:
        """Lays out again what a paused plan has left, and says by which rule."""
        name = started.plan.name
        undo = self.tr("Go on with {0}").format(name)
        made = self._try(partial(self._planning.go_on, started.id, undo))
        if made is not None:
            why = self._teller(made[0].reason).text if made else ""
            text = self.tr("{0}: {1}").format(name, why) if why else self.tr("{0} goes on.").format(name)
            self.done.emit(text)

    def shift(self, started: Started, days: int) -> None:
        """Moves all that is to come of a plan."""
        undo = self.tr("Shift {0}").format(started.plan.name)
        count = self.tr("1 day") if abs(days) == 1 else self.tr("{0} days").format(abs(days))
        text = self.tr("{0} shifted, {1} later.") if days > 0 else self.tr("{0} shifted, {1} earlier.")
        told = text.format(started.plan.name, count)
        self._do(partial(self._planning.shift, started.id, days, undo), told)

    def add(self, entry: CalendarEntry) -> None:
        """Puts a race, a hard run or a workout on the calendar."""
        title, day = title_of(entry), day_text(entry.day, "ddd d MMM")
        undo = self.tr("Add {0}").format(title)
        told = self.tr("{0} added on {1}.").format(title, day)
        if self._try(partial(self._planning.add, entry, undo)) is not None:
            self.done.emit(told)

    def change(self, entry: CalendarEntry) -> None:
        """Replaces an entry."""
        title = title_of(entry)
        undo = self.tr("Change {0}").format(title)
        self._do(partial(self._planning.change, entry, undo), self.tr("{0} changed.").format(title))

    def delete(self, entry: CalendarEntry) -> None:
        """Takes an entry off the calendar."""
        title = title_of(entry)
        undo = self.tr("Delete {0}").format(title)
        told = self.tr("{0} taken off the calendar.").format(title)
        self._do(partial(self._planning.delete, entry.id, undo), told)

    def move(self, entry: CalendarEntry, day: date) -> bool:
        """Moves an entry; what else had to give way is told."""
        title = title_of(entry)
        undo = self.tr("Move {0}").format(title)
        moved = self._try(partial(self._planning.move, entry.id, day, undo))
        if moved is not None:
            self.done.emit(self._moved(title, day, moved))
        return moved is not None

    def skip(self, entry: CalendarEntry) -> None:
        """Leaves a workout out."""
        title = title_of(entry)
        undo = self.tr("Skip {0}").format(title)
        self._do(partial(self._planning.skip, entry.id, undo), self.tr("{0} skipped.").format(title))

    def take_back_skip(self, entry: CalendarEntry) -> None:
        """Has a skipped workout wait again."""
        title = title_of(entry)
        undo = self.tr("Do {0} after all").format(title)
        told = self.tr("{0} is planned again.").format(title)
        self._do(partial(self._planning.take_back_skip, entry.id, undo), told)

    def make_room(self, first: date, last: date) -> None:
        """Moves what stands too near races and hard runs."""
        undo = self.tr("Make room for races and hard runs")
        moved = self._try(partial(self._planning.make_room, first, last, undo))
        if moved:
            one, many = self.tr("1 workout moved."), self.tr("{0} workouts moved.")
            self.done.emit(one if len(moved) == 1 else many.format(len(moved)))
        elif moved is not None:
            self.told.emit(self.tr("No free day was found for it; move it by hand, or skip it."))

    def save(self, plan: Plan, *, new: bool) -> bool:
        """Keeps a plan of one's own."""
        label = self.tr("Make plan {0}") if new else self.tr("Change plan {0}")
        act = partial(self._planning.save_plan, plan, label.format(plan.name))
        return self._do(act, self.tr("{0} saved.").format(plan.name))

    def rename(self, plan: Plan, name: str) -> None:
        """Gives a plan of one's own another name."""
        if name != plan.name:
            undo = self.tr("Rename {0}").format(plan.name)
            told = self.tr("Renamed to {0}.").format(name)
            self._do(partial(self._planning.save_plan, replace(plan, name=name), undo), told)

    def delete_plan(self, plan: Plan) -> None:
        """Takes a plan of one's own away."""
        undo = self.tr("Delete plan {0}").format(plan.name)
        told = self.tr("{0} deleted. What is on the calendar stays.").format(plan.name)
        self._do(partial(self._planning.delete_plan, plan.id, undo), told)

    def _moved(self, title: str, day: date, moved: list[Rescheduled]) -> str:
        text = self.tr("{0} moved to {1}.").format(title, day_text(day, "ddd d MMM"))
        others = len(moved) - 1
        if others <= 0:
            return text
        more = (
            self.tr("1 later session gave way.") if others == 1 else self.tr("{0} later sessions gave way.")
        )
        return f"{text} {more.format(others)}"

    def _do(self, act: Callable[[], object], told: str) -> bool:
        try:
            act()
        except TrainerError as error:
            self.told.emit(str(error))
            return False
        self.done.emit(told)
        return True

    def _try(self, act: Callable[[], T]) -> T | None:
        try:
            return act()
        except TrainerError as error:
            self.told.emit(str(error))
            return None
