"""The rows of a plan's table: weeks that are alike share theirs. No Qt but the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from trainer.domain.exercise import Range
from trainer.domain.plan import Plan, PlannedExercise, PlannedSession, PlanWeek


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One exercise in the weeks `weeks`, in `count` of the `sessions` of each.

    `number` is which of them, where no two are alike. `begins` says that it is the first row of its weeks.
    A planned rest week has no exercise.
    """

    weeks: Range
    sessions: int
    count: int
    number: int | None
    per_day: int
    exercise: PlannedExercise | None
    begins: bool


def week_rows(plan: Plan) -> list[WeekRow]:
    """All rows, in the plan's order."""
    rows: list[WeekRow] = []
    for _, alike in groupby(plan.weeks, key=_sessions_of):
        weeks = list(alike)
        rows += _rows_of(Range(weeks[0].week, weeks[-1].week), weeks[0].sessions)
    return rows


def _sessions_of(week: PlanWeek) -> tuple[PlannedSession, ...]:
    return week.sessions


def _rows_of(weeks: Range, sessions: tuple[PlannedSession, ...]) -> Iterator[WeekRow]:
    if not sessions:
        yield WeekRow(weeks, 0, 0, None, 1, None, begins=True)
        return
    counts = Counter(sessions)
    all_differ = 1 < len(counts) == len(sessions)
    begins = True
    for place, (session, count) in enumerate(counts.items(), start=1):
        number = place if all_differ else None
        for exercise in session.exercises:
            yield WeekRow(weeks, len(sessions), count, number, session.per_day, exercise, begins)
            begins = False
