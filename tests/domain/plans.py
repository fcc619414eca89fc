"""Plans to lay out and to miss sessions of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

from trainer.domain.calendar import CalendarEntry
from trainer.domain.exercise import Range
from trainer.domain.laying_out import Terms, lay_out
from trainer.domain.missed import fresh_entries
from trainer.domain.plan import Footing, Plan, PlannedExercise, PlannedSession, PlannedSet, PlanWeek
from trainer.domain.plan_line import steps_of

MONDAY = date(2026, 3, 2)
MWF = frozenset({1, 3, 5})
EVERY_DAY = frozenset(range(1, 8))


def plan_of(*counts: int, gap: int = 1, per_day: int = 1, heavy: bool = False) -> Plan:
    """A plan with so many sessions in each week."""
    nordic = PlannedExercise("nordic-hamstring-curl", (PlannedSet(Range(5, 5)),) * 2, 60)
    session = PlannedSession((nordic,), per_day)
    weeks = tuple(PlanWeek(n, (session,) * sessions) for n, sessions in enumerate(counts, 1))
    return Plan(
        "some-plan", "Some plan", "Us", Footing.OWN_RULE, weeks, heavy_hamstring=heavy, least_gap_d=gap
    )


def entries_of(plan: Plan, first: date, terms: Terms) -> list[CalendarEntry]:
    """The plan as it stands when it begins on that day; ids are `1`, `2`, …"""
    numbers = count(1)
    laid = lay_out([len(week.sessions) for week in plan.weeks], first, terms)
    return [
        entry
        for step, day in zip(steps_of(plan), laid.days, strict=True)
        for entry in fresh_entries("p", plan, step, day, lambda: str(next(numbers)))
    ]


def days_of(entries: Sequence[CalendarEntry]) -> list[date]:
    return [entry.day for entry in entries]
