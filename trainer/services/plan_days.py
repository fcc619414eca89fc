"""What days a plan may stand on: its weekdays and gap, kept clear of races and hard runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.clashes import CLEAR_H, DAY_H, clashes_of, unfit_days
from trainer.domain.heaviness import is_heavy_item, is_heavy_plan
from trainer.domain.laying_out import ALL_DAYS, Terms, lay_out
from trainer.domain.missed import fresh_entries
from trainer.domain.plan import Plan
from trainer.domain.plan_line import steps_of
from trainer.domain.rule import Reason
from trainer.domain.under_way import Layout, UnderWay
from trainer.domain.workout import Workout
from trainer.errors import NoSuchEntry, PlanError
from trainer.services.library import Library

CLEAR_DAYS = CLEAR_H // DAY_H


def later(day: date, days: int = CLEAR_DAYS) -> date:
    """So many days later, as far as there are dates; by default as far as a race reaches back."""
    return day + timedelta(days=min(days, (date.max - day).days))


def runs_of(entries: Sequence[CalendarEntry]) -> list[CalendarEntry]:
    """The races and planned hard runs among them."""
    return [entry for entry in entries if entry.kind is not EntryKind.WORKOUT]


def taken_days(entries: Sequence[CalendarEntry], but: str) -> frozenset[date]:
    """The days with a workout that is not skipped; those of one plan, or of one entry alone, do not count."""
    return frozenset(
        entry.day
        for entry in entries
        if entry.kind is EntryKind.WORKOUT and not entry.skipped and (entry.plan_id or entry.id) != but
    )


def terms_of(plan: Plan, weekdays: tuple[int, ...], runs: Sequence[CalendarEntry]) -> Terms:
    """Raises PlanError without a day to train on."""
    if not set(weekdays) & ALL_DAYS:
        raise PlanError("Choose a day to train on, one at least.")
    return Terms(
        frozenset(weekdays) & ALL_DAYS, plan.least_gap_d, unfit_days(runs, heavy=plan.heavy_hamstring)
    )


def layout_of(started: UnderWay, runs: Sequence[CalendarEntry], new_id: Callable[[], str]) -> Layout:
    """Where all sessions of a plan stand when it starts, what clashes, and what had to give.

    Raises PlanError for a plan without sessions.
    """
    plan = started.plan
    if not plan.session_count:
        raise PlanError(f"“{plan.name}” has no sessions yet.")
    terms = terms_of(plan, started.weekdays, runs)
    laid = lay_out([len(week.sessions) for week in plan.weeks], started.started_on, terms)
    entries = tuple(
        entry
        for step, day in zip(steps_of(plan), laid.days, strict=True)
        for entry in fresh_entries(started.id, plan, step, day, new_id)
    )
    return Layout(entries, tuple(clashes_of(entries, runs, _always(plan))), _longer(plan, laid.longer))


def _always(plan: Plan) -> Callable[[CalendarEntry], bool]:
    def heavy(_: CalendarEntry) -> bool:
        return plan.heavy_hamstring

    return heavy


def _longer(plan: Plan, places: Sequence[int]) -> tuple[Reason, ...]:
    if not places:
        return ()
    return (Reason("week-longer", {"weeks": ", ".join(str(plan.weeks[place].week) for place in places)}),)


class Heaviness:
    """Whether an entry of the calendar is heavy hamstring work; each plan and workout is asked once."""

    def __init__(self, plans: Sequence[UnderWay], library: Library) -> None:
        self._plans = {started.id: started.plan.heavy_hamstring for started in plans}
        self._library = library
        self._workouts: dict[str, bool] = {}

    def __call__(self, entry: CalendarEntry) -> bool:
        if entry.plan_id:
            return self._plans.get(entry.plan_id, False)
        if entry.workout_id not in self._workouts:
            self._workouts[entry.workout_id] = _heavy_by_id(entry.workout_id, self._library)
        return self._workouts[entry.workout_id]


def heavy_workout(workout: Workout, library: Library) -> bool:
    """Whether one of its exercises is heavy hamstring work; what has left the library is not."""
    known = {exercise.id: exercise for exercise in library.exercises()}
    return any(
        is_heavy_item(item, known[item.exercise_id]) for item in workout.items if item.exercise_id in known
    )


def heavy_plan(plan: Plan, library: Library) -> bool:
    """Whether one of its sessions is heavy hamstring work, by its exercises or the workout that it is."""
    by_id = {one.workout_id for week in plan.weeks for one in week.sessions if not one.exercises}
    known = {exercise.id: exercise for exercise in library.exercises()}
    return is_heavy_plan(plan, known) or any(_heavy_by_id(one, library) for one in by_id)


def _heavy_by_id(workout_id: str, library: Library) -> bool:
    try:
        workout = library.workout(workout_id)
    except NoSuchEntry:
        return False
    return heavy_workout(workout, library)
