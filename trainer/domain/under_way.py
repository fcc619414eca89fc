"""A plan under way: what was started, on which days, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trainer.domain.calendar import CalendarEntry
from trainer.domain.plan import Plan
from trainer.domain.rule import Reason


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A plan as it was when it was started, and the ISO weekdays (1 Monday … 7 Sunday) it is trained on."""

    id: str
    plan: Plan
    weekdays: tuple[int, ...]
    started_on: date
    paused_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """What is shown of a plan under way: `done` of `of` sessions; `over` once nothing of it is left to do."""

    id: str
    plan: Plan
    started_on: date
    paused_on: date | None
    done: int
    of: int
    weekdays: tuple[int, ...] = ()
    over: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """A planned workout too near a race or a hard run; `better` is a free day for it, where there is one.

    `order_only` is not a matter of the day: the workout comes after the run.
    """

    entry: CalendarEntry
    other: CalendarEntry
    hours_apart: int
    reason: Reason
    order_only: bool = False
    better: date | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the sessions of a plan would stand; `reasons` say what had to give."""

    entries: tuple[CalendarEntry, ...]
    clashes: tuple[Clash, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """A session that stands on another day now, and why. `entry` is as it was before."""

    entry: CalendarEntry
    to: date
    reason: Reason
