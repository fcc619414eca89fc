"""What becomes of sessions of a plan that were missed, or waited in a pause: never piled up.

Own rules (`resources/rules/schedule.toml`): one moves to a free training day, else all move along; more of
them, and the plan goes on where it stopped; two weeks away, and it goes on a week back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.laying_out import DAY, Terms, lay_out
from trainer.domain.moving import free_day, placed
from trainer.domain.plan import Plan
from trainer.domain.plan_line import Course, Step, Stop, moved_stop, per_day, steps_of, week_counts
from trainer.domain.rule import Reason
from trainer.domain.stats.habit import MOVED_DAYS

AWAY_D = 14
"""Days without a session of the plan after which it goes back a week; another week for each so many more."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The line from today on: each session with its day, and the reason that it is so."""

    days: tuple[tuple[Step, date], ...]
    reason: Reason


def steps_back(course: Course, today: date) -> int:
    """How many weeks the plan goes back; none where nothing of it was done yet."""
    return 0 if course.last_done is None else (today - course.last_done).days // AWAY_D


def arranged(
    plan: Plan, course: Course, today: date, terms: Terms, taken: Collection[date]
) -> Arranged | None:
    """Where all that waits stands from today on; None when nothing was missed.

    `taken` are days with another workout: a missed session looks for a free one.
    """
    if not course.missed:
        return None
    if steps_back(course, today):
        return gone_on(plan, course, today, terms)
    if len(course.missed) > 1:
        reason = Reason("missed-week-goes-on", {"missed": len(course.missed)})
        return _laid_out([stop.step for stop in course.waiting], course, today, terms, reason)
    return _one_missed(course, today, terms, taken)


def gone_on(plan: Plan, course: Course, today: date, terms: Terms) -> Arranged:
    """All that waits laid out again from today on; after two weeks from some weeks before."""
    steps = [stop.step for stop in course.waiting]
    weeks = steps_back(course, today)
    if not weeks or not steps or course.last_done is None:
        return _laid_out(steps, course, today, terms, Reason("plan-goes-on"))
    steps = _with_weeks_before(plan, steps, weeks)
    numbers = {"days": (today - course.last_done).days, "week": steps[0][0]}
    return _laid_out(steps, course, today, terms, Reason("away-step-back", numbers))


def _with_weeks_before(plan: Plan, steps: Sequence[Step], weeks: int) -> list[Step]:
    """The steps with all before them from the beginning of so many weeks before, as far as there are."""
    numbers = [week.week for week in plan.weeks if week.sessions]
    place = numbers.index(steps[0][0])
    begin = numbers[max(0, place - weeks)]
    return [step for step in steps_of(plan) if (begin, 0) <= step < steps[0]] + list(steps)


def _laid_out(steps: Sequence[Step], course: Course, today: date, terms: Terms, reason: Reason) -> Arranged:
    laid = lay_out(week_counts(steps), today, terms, course.last_done)
    return Arranged(tuple(zip(steps, laid.days, strict=True)), reason)


def _one_missed(course: Course, today: date, terms: Terms, taken: Collection[date]) -> Arranged:
    stops = course.waiting
    day = free_day(stops, 0, today, terms, taken, course.last_done)
    if day is not None:
        line, reason = [moved_stop(stops[0], day), *stops[1:]], Reason("missed-one-moves")
    else:
        since = today if course.last_done is None else max(today, terms.after(course.last_done))
        line = placed(stops, 0, terms.next_from(since), terms)
        reason = Reason("missed-moves-along")
    return Arranged(tuple((stop.step, stop.day) for stop in line), reason)


def day_in_time(entry: CalendarEntry, today: date, taken: Collection[date]) -> date | None:
    """A day for a workout of no plan that was missed: from today to two days after its first, not taken."""
    last = (entry.first_day or entry.day) + DAY * MOVED_DAYS
    days = (today + DAY * n for n in range((last - today).days + 1))
    return next((day for day in days if day not in taken), None)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What is to be written: entries new or changed, and the ids of those that go."""

    put: tuple[CalendarEntry, ...]
    gone: tuple[str, ...]


def rewritten(
    plan_id: str,
    plan: Plan,
    days: Sequence[tuple[Step, date]],
    course: Course,
    new_id: Callable[[], str],
) -> Rewritten:
    """The entries for these days, made of those that wait where they fit.

    What was missed by more than two days stays where it stood, told apart by having no session, and gets an
    entry of its own on its new day: so what was planned stays true.
    """
    free = {stop.step: stop for stop in course.ahead}
    late = {stop.step: stop for stop in course.missed}
    put: list[CalendarEntry] = []
    for step, day in days:
        stop = free.pop(step, None) or _in_time(late.pop(step, None), day)
        if stop is None:
            put += fresh_entries(plan_id, plan, step, day, new_id)
        elif stop.day != day:
            put += moved_stop(stop, day).entries
    return Rewritten(tuple(put), tuple(entry.id for stop in free.values() for entry in stop.entries))


def _in_time(stop: Stop | None, day: date) -> Stop | None:
    """A missed session that may still count as the planned one, as it does in the history."""
    if stop is None:
        return None
    planned = min(entry.first_day or entry.day for entry in stop.entries)
    return stop if (day - planned).days <= MOVED_DAYS else None


def fresh_entries(
    plan_id: str, plan: Plan, step: Step, day: date, new_id: Callable[[], str]
) -> list[CalendarEntry]:
    """The entries of one session on a day, one for each time that it is done there."""
    return [
        CalendarEntry(
            new_id(), day, EntryKind.WORKOUT, plan.name, plan_id=plan_id, week=step[0], position=step[1]
        )
        for _ in range(per_day(plan, step))
    ]
