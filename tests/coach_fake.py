"""A coach and a calendar that say what a test tells them to, and remember what they were asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from trainer.domain.calendar import CalendarEntry
from trainer.domain.exercise import Reference
from trainer.domain.plan import Plan
from trainer.domain.proposal import ItemProposal, Move, Proposal, Verdict
from trainer.domain.rule import Reason
from trainer.domain.under_way import Rescheduled, Started
from trainer.domain.workout import Workout, WorkoutItem
from trainer.errors import NoSuchEntry
from trainer.services.coaching import Coach, Felt, Morning, Told
from trainer.services.planning import Planning

SOURCE = Reference(
    key="presland2018",
    authors="Presland JD, Timmins RG",
    year=2018,
    title="The effect of Nordic hamstring exercise training volume",
    journal="Scand J Med Sci Sports",
    mark="V",
    finding="Twenty men.",
    pmid="29572976",
)


def as_it_is(workout: Workout, day: date) -> Proposal:
    """Every target as the template has it."""
    items = tuple(ItemProposal(item, item, Move.START, (Reason("start"),)) for item in workout.items)
    return Proposal(day, Verdict.TRAIN, workout, items)


class FixedCoach(Coach):
    """Proposes what `proposing` makes of a workout and a day."""

    def __init__(self) -> None:
        self.proposing: Callable[[Workout, date], Proposal] = as_it_is
        self.asked: list[tuple[str, date, str]] = []
        self.overruled: list[tuple[str, WorkoutItem, str, str]] = []
        self.felt: list[tuple[list[Felt], str]] = []
        self.this_morning = Morning(due=False)

    def propose(self, workout: Workout, day: date | None = None, *, plan: Plan | None = None) -> Proposal:
        assert day is not None
        self.asked.append((workout.id, day, plan.id if plan else ""))
        return self.proposing(workout, day)

    def told(self, reason: Reason, say_day: Callable[[date], str] = date.isoformat) -> Told:
        numbers = ", ".join(f"{name} {number}" for name, number in reason.numbers.items())
        text = f"The rule {reason.rule}" + (f" saw {numbers}." if numbers else ".")
        return Told(text, (SOURCE,) if reason.rule == "back" else (), own_rule=True)

    def choices(self, item: ItemProposal) -> list[WorkoutItem]:
        return list(item.choices)

    def overrule(self, item: ItemProposal, chosen: WorkoutItem, workout_id: str, undo: str) -> None:
        self.overruled.append((item.template.exercise_id, chosen, workout_id, undo))

    def morning(self) -> Morning:
        return self.this_morning

    def check_in(self, felt: Sequence[Felt], undo: str) -> None:
        self.felt.append((list(felt), undo))
        self.this_morning = replace(self.this_morning, due=False)


class FixedPlanning(Planning):
    """Has the entries, plans and workouts that it was given."""

    def __init__(self) -> None:
        self.standing: list[CalendarEntry] = []
        self.next: CalendarEntry | None = None
        self.workouts: dict[str, Workout] = {}
        self.plans_of: dict[str, Plan] = {}
        self.missed: list[Rescheduled] = []
        self.moved: list[tuple[str, date, str]] = []
        self.fulfilled: list[tuple[str, str]] = []
        self.lost: set[str] = set()
        """Entries that are not on the calendar any more."""

    def due(self) -> CalendarEntry | None:
        return self.next

    def under_way(self) -> list[Started]:
        return []

    def plan_of(self, entry: CalendarEntry) -> Plan | None:
        return self.plans_of.get(entry.plan_id)

    def workout_of(self, entry: CalendarEntry) -> Workout:
        if entry.id not in self.workouts:
            raise NoSuchEntry("There is no such workout.")
        return self.workouts[entry.id]

    def entries(self, first: date, last: date) -> list[CalendarEntry]:
        return [entry for entry in self.standing if first <= entry.day <= last]

    def reschedule(self, undo: str) -> list[Rescheduled]:
        moved, self.missed = self.missed, []
        return moved

    def move(self, entry_id: str, day: date, undo: str) -> list[Rescheduled]:
        self.moved.append((entry_id, day, undo))
        return []

    def fulfil(self, entry_id: str, session_id: str) -> None:
        if entry_id in self.lost:
            raise NoSuchEntry("That entry is not on the calendar any more.")
        self.fulfilled.append((entry_id, session_id))
