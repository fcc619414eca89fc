"""Workouts of one's own, put together from the library, from a ladder, or from what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from trainer.catalog import load_rules
from trainer.domain.arranging import arranged
from trainer.domain.balance import Balance, balance_of
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.clock import Clock
from trainer.domain.draft import Draft, draft_of
from trainer.domain.exercise import Exercise, Reference
from trainer.domain.foresight import EASY_WEEK_D, NORDICS, warnings_of
from trainer.domain.rule import Reason, Rule
from trainer.domain.session import SessionLog, SetLog, local_date
from trainer.domain.stats import Performance, SessionHead
from trainer.domain.workout import Workout, WorkoutItem
from trainer.engine.timeline import StepKind, build_timeline
from trainer.services.done_before import items_of
from trainer.services.ladder import Ladder
from trainer.services.library import Library
from trainer.services.own_checks import free_name, workout_name_problem
from trainer.services.trial import in_place_of, least_of

AHEAD_D = 366
"""How far the calendar is looked at."""
LATELY_D = 60
"""Nordics of so many days mostly say enough; only where they do not is the whole log read."""
PAST_D = 366
"""How far back sessions are offered to begin with."""
CHOSEN_WHY = "You chose this target."
LEAST_WHY = "The least of the dose on the exercise's page."


class BuildingStore(Protocol):
    """What is read and written of the log."""

    def save_workout(self, workout: Workout, *, undo: str = "") -> None:
        """Adds the workout, or replaces the one with its id."""

    def session(self, session_id: str) -> SessionLog:
        """Raises NoSuchEntry."""

    def sets_of(self, session_id: str) -> list[SetLog]:
        """Its sets, by set_index, then left, right, both."""

    def session_heads(self, since: date = ...) -> list[SessionHead]:
        """All sessions from that day on, newest first."""

    def performances(self, exercise_id: str, since: date = ...) -> list[Performance]:
        """The best of each session and side of an exercise, oldest first."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long it lasts at the planned pace, and how much of that is work; in seconds."""

    whole_s: float = 0.0
    work_s: float = 0.0
    sets: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the warnings look at besides the workout: the log's Nordics and the calendar from today on."""

    today: date
    nordic_days: frozenset[date]
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True, slots=True)
class Pointed:
    """A rule as it is told: its text with the numbers it saw, and what it rests on."""

    rule: Rule
    text: str
    references: tuple[Reference, ...]


class Building:
    """Makes drafts, says what they amount to, and saves them. Raises StoreError, NoSuchEntry."""

    def __init__(
        self,
        store: BuildingStore,
        clock: Clock,
        library: Library,
        new_id: Callable[[], str],
        entries: Callable[[date, date], Sequence[CalendarEntry]],
    ) -> None:
        self._store, self._clock, self._library, self._new_id = store, clock, library, new_id
        self._entries = entries
        self._rules: Mapping[str, Rule] | None = None

    @property
    def library(self) -> Library:
        return self._library

    def blank(self, wanted: str) -> Draft:
        """A draft without an exercise, by the wanted name or one like it that is free."""
        return Draft(self._new_id(), self._free(wanted))

    def copy_of(self, workout: Workout, wanted: str) -> Draft:
        """A workout of one's own like this one; its note, which is about that one's targets, stays there."""
        note = workout.note if workout.own else ""
        draft = replace(draft_of(workout), id=self._new_id(), name=self._free(wanted), note=note)
        return replace(draft, items=arranged(draft.items))

    def opened(self, workout_id: str) -> Draft:
        """A workout of one's own, to be changed."""
        draft = draft_of(self._library.workout(workout_id))
        return replace(draft, items=arranged(draft.items))

    def past_sessions(self) -> list[SessionHead]:
        """The sessions of the last year, newest first."""
        return self._store.session_heads(self._today() - timedelta(days=PAST_D))

    def items_of_session(self, session_id: str) -> tuple[WorkoutItem, ...]:
        """What was done in a session as what to do; exercises that are no more are left out."""
        course, rows = self._store.session(session_id).course, self._store.sets_of(session_id)
        return items_of(course, rows, self._known())

    def items_of_workout(self, workout_id: str) -> tuple[WorkoutItem, ...]:
        """The exercises of a workout as they stand in it."""
        return arranged(self._library.workout(workout_id).items)

    def item_of(self, exercise_id: str) -> WorkoutItem:
        """The exercise at the least of its dose."""
        return least_of(self._library.exercise(exercise_id), LEAST_WHY)

    def swapped(self, item: WorkoutItem, exercise_id: str) -> WorkoutItem:
        """Another exercise in the place of this one, for as much as its dose goes along with."""
        other = in_place_of(item, self._library.exercise(exercise_id))
        return replace(other, group=item.group, why=CHOSEN_WHY)

    def ladder_of(self, item: WorkoutItem) -> Ladder | None:
        """The ladder of an item's exercise, or None when that is no more."""
        return self._library.ladder(item.exercise_id) if item.exercise_id in self._known() else None

    def exercise_of(self, item: WorkoutItem) -> Exercise | None:
        """An item's exercise, or None when that is no more."""
        return self._known().get(item.exercise_id)

    def length(self, draft: Draft) -> Length:
        """What the session player would take for it."""
        if (workout := draft.workout) is None:
            return Length()
        timeline = build_timeline(workout)
        work_s = sum(step.duration_s for step in timeline.steps if step.kind is StepKind.WORK)
        return Length(timeline.duration_s, work_s, timeline.set_count)

    def balance(self, draft: Draft) -> Balance:
        return balance_of(draft.items, self._known())

    def surroundings(self) -> Surroundings:
        """What the log and the calendar say now."""
        today = self._today()
        days = self._nordic_days(today - timedelta(days=LATELY_D))
        if not any((today - day).days >= EASY_WEEK_D for day in days):
            days = self._nordic_days(date.min)
        entries = self._entries(today, today + timedelta(days=AHEAD_D))
        return Surroundings(today, days, tuple(entries))

    def warnings(self, draft: Draft, around: Surroundings) -> list[Reason]:
        """What there is to point out, also what was set aside; see `Draft.ignored`."""
        runs = [one for one in around.entries if one.kind is not EntryKind.WORKOUT]
        planned = [
            one.day
            for one in around.entries
            if one.workout_id == draft.id and not one.skipped and not one.session_id
        ]
        return warnings_of(draft.items, self._known(), around.nordic_days, planned, runs, around.today)

    def told(self, reason: Reason) -> Pointed:
        """The reason as it is read."""
        rule = self._rule(reason.rule)
        return Pointed(rule, rule.text.format(**reason.numbers), tuple(self._library.references(rule)))

    def name_problem(self, draft: Draft) -> str:
        """What is wrong with its name, or "" where nothing is."""
        others = [one.name for one in self._library.workouts() if one.id != draft.id]
        return workout_name_problem(draft.name, others)

    def save(self, draft: Draft, undo: str) -> Workout:
        """Keeps the workout, as one step that can be taken back. Raises ValueError while it is empty."""
        workout = draft.workout
        if workout is None:
            raise ValueError("a workout has an exercise at least")
        self._store.save_workout(workout, undo=undo)
        return workout

    def _nordic_days(self, since: date) -> frozenset[date]:
        exercises = self._library.exercises()
        ids = [one.id for one in exercises if not NORDICS.isdisjoint((one.id, one.figure_id))]
        return frozenset(done.day for one in ids for done in self._store.performances(one, since))

    def _rule(self, key: str) -> Rule:
        if self._rules is None:
            self._rules = load_rules()
        return self._rules[key]

    def _free(self, wanted: str) -> str:
        return free_name(wanted, [one.name for one in self._library.workouts()])

    def _known(self) -> Mapping[str, Exercise]:
        return {one.id: one for one in self._library.exercises()}

    def _today(self) -> date:
        return local_date(self._clock.utc_now(), self._clock.time_zone())
