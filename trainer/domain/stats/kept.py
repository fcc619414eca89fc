"""Weeks without a session that are kept all the same: planned rest, and weeks in which nothing was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from trainer.domain.stats.periods import WEEK, monday_of


@dataclass(frozen=True, slots=True)
class PlanDay:
    """The day that a session of a plan under way stands on; `week` is that of the plan."""

    day: date
    plan_id: str
    week: int
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """Mondays of weeks without a session: of planned rest, which count, and excused ones, which do not."""

    rest: frozenset[date] = frozenset()
    excused: frozenset[date] = frozenset()


NOTHING_KEPT = Kept()


def kept_weeks(days: Iterable[PlanDay], paused_on: date | None, today: date) -> Kept:
    """What the plans say of weeks (own rules `week-of-planned-rest` and `week-excused`).

    Rest is a week that a plan leaves out between two of its own. Excused is one in which a plan was paused
    or had moved on, or in which each session was skipped. A week with a session to do is neither.
    """
    in_order = sorted(days, key=_by_plan)
    asked = {monday_of(one.day) for one in in_order if not one.skipped}
    excused = {monday_of(one.day) for one in in_order if one.skipped}
    rest: set[date] = set()
    for _, of_plan in groupby(in_order, key=_plan):
        for before, after in pairwise(of_plan):
            between = list(_mondays(monday_of(before.day) + WEEK, monday_of(after.day)))
            left_out = max(0, after.week - before.week - 1)
            rest.update(between[:left_out])
            excused.update(between[left_out:])
    if paused_on is not None:
        excused.update(_mondays(monday_of(paused_on), monday_of(today) + WEEK))
    return Kept(frozenset(rest - asked), frozenset(excused - asked - rest))


def weeks_in_a_row(days: Iterable[date], today: date, kept: Kept = NOTHING_KEPT) -> int:
    """ISO weeks that were kept, one after the other, up to this one; this week may still be to come.

    A week with a session is kept, and so is one of planned rest; excused ones are passed over. Rest days do
    not break the row, a week without a session does (own rule). It begins with a session.
    """
    weeks = {monday_of(day) for day in days}
    counted, passed = weeks | kept.rest, kept.excused
    monday = monday_of(today)
    if monday not in counted:
        monday -= WEEK
    count = since_session = 0
    while monday in counted or monday in passed:
        since_session += monday in counted
        if monday in weeks:
            count += since_session
            since_session = 0
        monday -= WEEK
    return count


def _mondays(first: date, end: date) -> Iterator[date]:
    while first < end:
        yield first
        first += WEEK


def _plan(one: PlanDay) -> str:
    return one.plan_id


def _by_plan(one: PlanDay) -> tuple[str, date, int]:
    return one.plan_id, one.day, one.week
