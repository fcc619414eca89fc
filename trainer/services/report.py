"""A report of some weeks, for a physiotherapist or oneself: what the log says of them, ready for paper.

It tells what was logged and finds nothing in it: no value is called good, and none dangerous.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Protocol

from trainer.domain.calendar import CalendarEntry
from trainer.domain.checkin import CheckIn
from trainer.domain.clock import Clock
from trainer.domain.exercise import Exercise
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, local_date
from trainer.domain.stats import (
    WEEK,
    Adherence,
    BodyDay,
    Burden,
    DayExercise,
    Performance,
    Period,
    RunDay,
    SessionHead,
    adherence_between,
    burdens,
    monday_of,
)
from trainer.services.history import UNKNOWN_MUSCLE, muscles_in, planned_work
from trainer.services.stretches import Line, lines, period_for
from trainer.services.telling import Area, Feeling, Note, areas, feelings, notes
from trainer.services.trends import Trend, trend_between

AHEAD = timedelta(days=14)
PLAN_GOES_ON = timedelta(days=28)
_EDGE = timedelta(days=2)
"""A local day may be another in UTC."""


class ReportLog(Protocol):
    """What is read of the store; where there is a `since`, from that day on."""

    def day_exercises(self, since: date = ...) -> list[DayExercise]: ...
    def body_days(self, since: date = ...) -> list[BodyDay]: ...
    def run_days(self, since: date = ...) -> list[RunDay]: ...
    def calendar(self, since: date = ...) -> list[CalendarEntry]: ...
    def trained_exercises(self) -> list[tuple[str, str]]: ...
    def performances(self, exercise_id: str, since: date = ...) -> list[Performance]: ...
    def session_heads(self, since: date = ...) -> list[SessionHead]: ...
    def sessions(self, *, since: datetime | None = ...) -> list[SessionLog]: ...
    def telling_sets(self, first: date, last: date) -> list[tuple[date, SetLog]]: ...
    def checkins(self) -> list[CheckIn]: ...
    def runs(self) -> list[Run]: ...


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: whole ISO weeks from that of `first` to that of `last`; what to leave out."""

    first: date
    last: date
    pain: bool = True
    notes: bool = True
    name: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan, or where there was none a workout, and how many sessions were of it."""

    name: str
    sessions: int
    planned: bool


@dataclass(frozen=True, slots=True)
class Report:
    """`lines` are there for every period, empty ones too; `by_week` holds what the charts paint."""

    wish: Wish
    first: date
    last: date
    today: date
    sessions: int
    sets: int
    adherence: Adherence
    plans: tuple[Plan, ...]
    period: Period
    lines: tuple[Line, ...]
    burdens: Mapping[Period, Mapping[date, Burden]]
    trends: tuple[Trend, ...]
    areas: tuple[Area, ...]
    feelings: tuple[Feeling, ...]
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    ahead: tuple[CalendarEntry, ...]

    @property
    def weeks(self) -> int:
        """How many weeks it is about."""
        return ((self.last - self.first).days + 7) // 7

    @property
    def hard_sets(self) -> dict[str, dict[date, int]]:
        """Each muscle's hard sets by week, the one with the most in all first, what is not known last."""
        found: dict[str, dict[date, int]] = {}
        for start, burden in self.burdens[Period.WEEK].items():
            for muscle, count in burden.hard_sets.items():
                found.setdefault(muscle, {})[start] = count
        return dict(sorted(found.items(), key=_most_in_all))


class Reports:
    """Reads only; every method may be called on any thread."""

    def __init__(self, log: ReportLog, clock: Clock, exercises: Callable[[], Iterable[Exercise]]) -> None:
        self._log, self._clock, self._exercises = log, clock, exercises

    def today(self) -> date:
        """The local day that it is."""
        return local_date(self._clock.utc_now(), self._clock.time_zone())

    def last_weeks(self, weeks: int) -> Wish:
        """The last so many ISO weeks, this one being the last of them."""
        return Wish(monday_of(self.today()) - (weeks - 1) * WEEK, self.today())

    def this_plan(self) -> Wish | None:
        """From the first session of the plan that was trained by in the last 28 days; None without one."""
        sessions, today = self._log.sessions(), self.today()
        newest = next((one for one in sessions if one.plan), None)
        if newest is None or newest.local_date <= today - PLAN_GOES_ON:
            return None
        plan = (newest.plan_id, newest.plan)
        return Wish(min(one.local_date for one in sessions if (one.plan_id, one.plan) == plan), today)

    def report(self, wish: Wish) -> Report:
        """What the log says of those weeks. Raises ValueError where the last day is before the first."""
        if wish.last < wish.first:
            raise ValueError("a report ends after it begins")
        today, log = self.today(), self._log
        first, last = monday_of(wish.first), monday_of(wish.last) + WEEK - timedelta(days=1)
        if first <= today:
            last = min(last, today)
        within = partial(_within, first, last)
        sessions = [one for one in log.sessions(since=_utc(first)) if within(one.local_date)]
        checkins = [one for one in log.checkins() if within(local_date(one.at, one.time_zone))]
        runs = [one for one in log.runs() if within(local_date(one.started_at, one.time_zone))]
        telling = log.telling_sets(first, last)
        told = feelings(checkins, telling) if wish.pain else []
        work = [one for one in log.day_exercises(first) if within(one.day)]
        later = log.session_heads(first)
        heads = [one for one in later if within(one.day)]
        found = self._burdens(wish, first, last, work, heads)
        period = period_for((last - first).days // 7 + 1)
        entries = log.calendar(first)
        planned = [one.day for one in entries if planned_work(one)]
        return Report(
            wish=wish,
            first=first,
            last=last,
            today=today,
            sessions=len(heads),
            sets=sum(one.sets for one in work),
            adherence=adherence_between(planned, (head.day for head in later), first, last, today),
            plans=_plans(sessions),
            period=period,
            lines=tuple(lines(period, first, last, work, heads, found[period])),
            burdens=found,
            trends=tuple(self._trends(first, last, {one.exercise_id for one in work})),
            areas=tuple(areas(told)),
            feelings=tuple(told),
            runs=tuple(runs),
            notes=tuple(notes(sessions, telling, checkins, runs)) if wish.notes else (),
            ahead=tuple(one for one in entries if today <= one.day <= today + AHEAD),
        )

    def _burdens(
        self, wish: Wish, first: date, last: date, work: Sequence[DayExercise], heads: Sequence[SessionHead]
    ) -> dict[Period, dict[date, Burden]]:
        log = self._log
        body = log.body_days(first) if wish.pain else []
        if not wish.pain:
            work = [replace(one, pain=None) for one in work]
        known = {exercise.id: exercise for exercise in self._exercises()}
        return {
            period: burdens(
                period,
                work=work,
                sessions=heads,
                body=[one for one in body if _within(first, last, one.day)],
                runs=[one for one in log.run_days(first) if _within(first, last, one.day)],
                muscles_of=partial(muscles_in, known),
            )
            for period in Period
        }

    def _trends(self, first: date, last: date, exercise_ids: set[str]) -> list[Trend]:
        """Those that were done, the one in the most sessions first."""
        found = []
        for exercise_id, name in self._log.trained_exercises():
            if exercise_id in exercise_ids:
                done = self._log.performances(exercise_id)
                one = trend_between(exercise_id, name, done, first, last)
                if one is not None:
                    found.append(one)
        return sorted(found, key=_sessions_down)


def _plans(sessions: Sequence[SessionLog]) -> tuple[Plan, ...]:
    counts = Counter((one.plan or one.workout, bool(one.plan)) for one in sessions)
    return tuple(Plan(name, count, planned) for (name, planned), count in counts.most_common() if name)


def _within(first: date, last: date, day: date) -> bool:
    return first <= day <= last


def _utc(day: date) -> datetime:
    """A moment before the local day begins anywhere."""
    if day - date.min <= _EDGE:
        return datetime.min.replace(tzinfo=UTC)
    return datetime.combine(day - _EDGE, time(), UTC)


def _sessions_down(one: Trend) -> int:
    return -one.sessions


def _most_in_all(pair: tuple[str, Mapping[date, int]]) -> tuple[bool, int, str]:
    return pair[0] == UNKNOWN_MUSCLE, -sum(pair[1].values()), pair[0]
