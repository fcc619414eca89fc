"""History: what the log says, ready for the page that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.clock import Clock
from trainer.domain.exercise import Contraction, Exercise
from trainer.domain.session import local_date
from trainer.domain.stats import (
    Adherence,
    BodyDay,
    Burden,
    DayExercise,
    DayWork,
    Measure,
    Performance,
    Period,
    PlanDay,
    RunDay,
    SessionHead,
    SidePair,
    TrendPoint,
    adherence,
    burdens,
    by_day,
    days_since,
    kept_weeks,
    measures_of,
    monday_of,
    side_pairs,
    trend,
    weeks_in_a_row,
)
from trainer.services.library import plain_muscles

WINDOW_WEEKS = 53
UNKNOWN_MUSCLE = ""
"""What an exercise works that is not in the library any more, or names no muscles."""


class Log(Protocol):
    """What is read of the store; where there is a `since`, from that day on."""

    def first_day(self) -> date | None: ...
    def training_days(self) -> dict[date, int]: ...
    def day_exercises(self, since: date = ...) -> list[DayExercise]: ...
    def body_days(self, since: date = ...) -> list[BodyDay]: ...
    def run_days(self, since: date = ...) -> list[RunDay]: ...
    def calendar(self, since: date = ...) -> list[CalendarEntry]: ...
    def plan_days(self) -> list[PlanDay]: ...
    def paused_on(self) -> date | None: ...
    def latest_lean(self, since: date = ...) -> tuple[int, date] | None: ...
    def trained_exercises(self) -> list[tuple[str, str]]: ...
    def performances(self, exercise_id: str, since: date = ...) -> list[Performance]: ...
    def session_heads(self, since: date = ...) -> list[SessionHead]: ...


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page shows besides single exercises; days, entries and burdens reach back to `since`.

    `exposure_d` are the days since the hamstrings last worked while lengthening, None where that is longer
    ago than `since`.
    """

    today: date
    since: date
    first: date | None
    """The first day with a session, a run or a check-in."""
    last: date
    """The last day with a session, or today."""
    days: tuple[DayWork, ...]
    entries: tuple[CalendarEntry, ...]
    burdens: Mapping[Period, Mapping[date, Burden]]
    weeks_in_a_row: int
    adherence: Adherence
    sessions: int
    lean: tuple[int, date] | None
    exposure_d: int | None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look back at or ahead to."""
        return self.first is None and not self.entries

    @property
    def complete(self) -> bool:
        """Whether it reaches back to the first day."""
        return self.first is None or self.since <= self.first


@dataclass(frozen=True, slots=True)
class TrainedExercise:
    """An exercise that has a set in the log, with its newest name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ExerciseHistory:
    """One exercise over time. Records are marked only where it is `complete`: a best may lie before."""

    exercise_id: str
    complete: bool
    points: Mapping[Measure, tuple[TrendPoint, ...]]
    pairs: Mapping[Measure, tuple[SidePair, ...]]


class History:
    """Reads only; every method may be called on any thread.

    `exercises` lists the library's, shipped and own: what they work is not in the log.
    """

    def __init__(self, log: Log, clock: Clock, exercises: Callable[[], Iterable[Exercise]]) -> None:
        self._log = log
        self._clock = clock
        self._exercises = exercises

    def today(self) -> date:
        """The local day that it is."""
        return local_date(self._clock.utc_now(), self._clock.time_zone())

    def window(self) -> date:
        """Where the last 53 weeks begin, which is what a page shows at first."""
        return monday_of(self.today()) - timedelta(weeks=WINDOW_WEEKS - 1)

    def overview(self, since: date = date.min) -> Overview:
        """Days, weeks and their sums from `since` on; what it costs is that stretch, not the log."""
        today, log = self.today(), self._log
        session_days = log.training_days()
        first = log.first_day()
        if first is not None and since <= first:
            since = date.min
        work, entries = log.day_exercises(since), log.calendar(since)
        planned = (entry.day for entry in entries if planned_work(entry))
        known = {exercise.id: exercise for exercise in self._exercises()}
        return Overview(
            today=today,
            since=since,
            first=first,
            last=max((*session_days, today)),
            days=tuple(by_day(work, {d: n for d, n in session_days.items() if d >= since})),
            entries=tuple(entries),
            burdens=self._burdens(since, work, known),
            weeks_in_a_row=self._weeks_in_a_row(session_days, today),
            adherence=adherence(planned, _each(session_days), today),
            sessions=sum(session_days.values()),
            lean=log.latest_lean(since),
            exposure_d=days_since(work, _lengthening(known), today),
        )

    def _weeks_in_a_row(self, session_days: Iterable[date], today: date) -> int:
        kept = kept_weeks(self._log.plan_days(), self._log.paused_on(), today)
        return weeks_in_a_row(session_days, today, kept)

    def _burdens(
        self, since: date, work: list[DayExercise], known: Mapping[str, Exercise]
    ) -> dict[Period, dict[date, Burden]]:
        log = self._log
        sessions, body, runs = log.session_heads(since), log.body_days(since), log.run_days(since)
        found: dict[Period, dict[date, Burden]] = {}
        for period in Period:
            all_of_it = burdens(
                period,
                work=work,
                sessions=sessions,
                body=body,
                runs=runs,
                muscles_of=partial(muscles_in, known),
            )
            # Of a month or year that begins before the stretch only a part is known.
            found[period] = {start: one for start, one in all_of_it.items() if start >= since}
        return found

    def exercises(self) -> list[TrainedExercise]:
        """The exercises that have a set, the one done most often first."""
        return [TrainedExercise(*pair) for pair in self._log.trained_exercises()]

    def exercise(self, exercise_id: str, since: date = date.min) -> ExerciseHistory:
        """One exercise's best of each session and side, oldest first, and its gaps between the sides."""
        done = self._log.performances(exercise_id, since)
        complete = since == date.min
        points = {measure: tuple(trend(done, measure)) for measure in measures_of(done)}
        if not complete:
            points = {m: tuple(replace(p, record=False) for p in points[m]) for m in points}
        pairs = {measure: tuple(side_pairs(done, measure)) for measure in points}
        return ExerciseHistory(
            exercise_id, complete, points, {m: found for m, found in pairs.items() if found}
        )

    def sessions(self) -> list[SessionHead]:
        """All sessions, newest first."""
        return self._log.session_heads()


def muscles_in(known: Mapping[str, Exercise], exercise_id: str) -> list[str]:
    """The muscles that do an exercise's main work, or `UNKNOWN_MUSCLE` alone."""
    exercise = known.get(exercise_id)
    return sorted(plain_muscles(exercise) if exercise else ()) or [UNKNOWN_MUSCLE]


def planned_work(entry: CalendarEntry) -> bool:
    """Whether it counts as planned: a workout that was not left out on purpose."""
    return entry.kind is EntryKind.WORKOUT and not entry.skipped


def _each(session_days: Mapping[date, int]) -> Iterable[date]:
    return (day for day, count in session_days.items() for _ in range(count))


def _lengthening(known: Mapping[str, Exercise]) -> set[str]:
    """The exercises that work the hamstrings while they lengthen."""
    return {
        exercise.id
        for exercise in known.values()
        if exercise.region == "hamstring" and Contraction.ECCENTRIC in exercise.contraction
    }
