"""Whether it is time to remind of today's workout: once a day, never at quiet hours, never of the past."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.rule import Reason

LATE_MOST = timedelta(minutes=60)
"""So long after its time a reminder still comes, when the program or the computer slept (own rule)."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for; `training_days` are ISO weekdays."""

    on: bool
    at: time
    quiet_from: time
    quiet_until: time
    training_days: Collection[int]


@dataclass(frozen=True, slots=True)
class DayAhead:
    """What a day asks for: the workouts still to do, by name.

    `planned_at_all` is whether a plan or calendar says what is done when; where none does, training days do.
    """

    to_do: tuple[str, ...] = ()
    planned_at_all: bool = False
    trained: bool = False
    stopped: bool = False
    """Whether a clinician is to be asked first."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """`workout` is empty where the day is a training day and nothing is planned."""

    workout: str
    reason: Reason


def day_ahead(entries: Iterable[CalendarEntry], today: date, *, trained: bool, stopped: bool) -> DayAhead:
    """The day that the calendar's entries from `today` on make; earlier ones are not looked at."""
    ahead = [one for one in entries if one.kind is EntryKind.WORKOUT and one.day >= today]
    to_do = (one.title for one in ahead if one.day == today and not one.skipped and not one.session_id)
    return DayAhead(tuple(to_do), bool(ahead), trained, stopped)


def reminder(now: datetime, wishes: Wishes, day: DayAhead, reminded_on: date | None) -> Reminder | None:
    """The reminder to give at the local time `now`, if any; `reminded_on` is when the last was given."""
    if not is_time(now, wishes) or reminded_on == now.date() or day.trained or day.stopped:
        return None
    reason = Reason("reminder-asked-for", {"at": f"{wishes.at:%H:%M}"})
    if day.to_do:
        return Reminder(day.to_do[0], reason)
    if not day.planned_at_all and now.isoweekday() in wishes.training_days:
        return Reminder("", reason)
    return None


def is_time(now: datetime, wishes: Wishes) -> bool:
    """Whether a reminder may come now, whatever the day asks for."""
    since = now - datetime.combine(now.date(), wishes.at, now.tzinfo)
    return wishes.on and timedelta() <= since <= LATE_MOST and not quiet(now.time(), wishes)


def quiet(at: time, wishes: Wishes) -> bool:
    """Whether it is within quiet hours; where they begin and end alike there are none."""
    first, end = wishes.quiet_from, wishes.quiet_until
    return first <= at < end if first <= end else at >= first or at < end
