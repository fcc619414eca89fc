"""Plans that were started: previewed, put on the calendar, paused, shifted, stopped."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from trainer.domain.calendar import CalendarEntry
from trainer.domain.laying_out import DAY, Terms
from trainer.domain.missed import Arranged, Rewritten, gone_on, rewritten
from trainer.domain.moving import earliest_for
from trainer.domain.plan import Plan
from trainer.domain.plan_line import Course, Stop, changed_entries, course_of, moved_stop
from trainer.domain.under_way import Layout, Rescheduled, Started, UnderWay
from trainer.errors import PlanError
from trainer.services.calendar import Calendar, waits
from trainer.services.plan_days import layout_of, runs_of, terms_of

OVER_SHOWN = timedelta(days=14)
"""How long a plan of which nothing is left is still shown as under way."""


class PlansUnderWay(Calendar):
    """What a `Calendar` can, and plans on it as a whole."""

    def under_way(self) -> list[Started]:
        """The plans that were started and have not ended, the oldest first.

        One with nothing left is shown for two weeks more.
        """
        found = ((started, self._all(started)) for started in self._store.plans_under_way())
        return [self._told(started, entries) for started, entries in found if self._shown(entries)]

    def started(self, started_id: str) -> Started:
        """One plan that was started, ended or not. Raises NoSuchEntry."""
        started = self._store.started_plan(started_id)
        return self._told(started, self._all(started))

    def preview(self, plan: Plan, first_day: date, weekdays: Collection[int]) -> Layout:
        """Where its sessions would stand; ISO weekdays, 1 is Monday. Nothing is written. Raises PlanError."""
        return self._layout(self._new(plan, first_day, weekdays))

    def start(self, plan: Plan, first_day: date, weekdays: Collection[int], undo: str) -> Started:
        """Puts the plan on the calendar as `preview` shows it. Raises PlanError."""
        if not plan.self_start:
            raise PlanError(f"“{plan.name}” is shown as information; it is not for starting by oneself.")
        if any(one.plan.id == plan.id for one in self.under_way()):
            raise PlanError(f"“{plan.name}” is under way already; stop it to start it again.")
        started = self._new(plan, first_day, weekdays)
        entries = self._layout(started).entries
        self._store.rewrite_plan(started, put=entries, undo=undo)
        return self._told(started, entries)

    def stop(self, started_id: str, undo: str) -> None:
        """Ends the plan; what was to come leaves the calendar."""
        started, today = self._store.started_plan(started_id), self.today()
        since = started.paused_on or today
        gone = [entry.id for entry in self._all(started) if entry.day >= since and not entry.session_id]
        self._store.rewrite_plan(replace(started, ended_on=today, paused_on=None), gone=gone, undo=undo)

    def pause(self, started_id: str, undo: str) -> None:
        """Takes what is to come off the calendar until the plan goes on."""
        started = self._store.started_plan(started_id)
        if started.paused_on is None:
            self._store.rewrite_plan(replace(started, paused_on=self.today()), undo=undo)

    def go_on(self, started_id: str, undo: str) -> list[Rescheduled]:
        """Lays what is to come out again from today on, a step back after two weeks.

        What becomes of each session that waited.
        """
        started = self._store.started_plan(started_id)
        if started.paused_on is None:
            return []
        course = course_of(self._all(started), started.paused_on)
        made = gone_on(started.plan, course, self.today(), self._terms(started))
        new, told = self._arranged(started, course, course.waiting, made)
        self._store.rewrite_plan(replace(started, paused_on=None), put=new.put, gone=new.gone, undo=undo)
        return told

    def shift(self, started_id: str, days: int, undo: str) -> None:
        """Moves all that is to come by so many days. Raises PlanError where that is too early."""
        started = self._store.started_plan(started_id)
        course = course_of(self._all(started), started.paused_on or self.today())
        if not course.ahead or not days:
            return
        moved = [moved_stop(stop, stop.day + DAY * days) for stop in course.ahead]
        self._refuse_too_early(moved[0].day, earliest_for(moved, 0, course.last_done, self._terms(started)))
        self._store.rewrite_calendar(changed_entries(course.ahead, moved), undo=undo)

    def _new(self, plan: Plan, first_day: date, weekdays: Collection[int]) -> UnderWay:
        if first_day < self.today():
            raise PlanError("A plan starts today or later.")
        return UnderWay(self._new_id(), plan, tuple(sorted(set(weekdays))), first_day)

    def _layout(self, started: UnderWay) -> Layout:
        return layout_of(started, self._runs(started.started_on), self._new_id)

    def _all(self, started: UnderWay) -> list[CalendarEntry]:
        return self._fulfilled(self._store.calendar_of_plan(started.id))

    def _runs(self, first: date) -> list[CalendarEntry]:
        return runs_of(self._store.calendar_between(first, date.max))

    def _terms(self, started: UnderWay) -> Terms:
        return terms_of(started.plan, started.weekdays, self._runs(self.today()))

    def _shown(self, entries: Sequence[CalendarEntry]) -> bool:
        if any(waits(entry) for entry in course_entries(course_of(entries, self.today()))):
            return True
        return any(self.today() - entry.day <= OVER_SHOWN for entry in entries)

    def _told(self, started: UnderWay, entries: Sequence[CalendarEntry]) -> Started:
        done = sum(bool(entry.session_id) for entry in entries)
        skipped = sum(entry.skipped for entry in entries)
        left = len(course_entries(course_of(entries, self.today())))
        return Started(
            id=started.id,
            plan=started.plan,
            started_on=started.started_on,
            paused_on=started.paused_on,
            done=done,
            of=done + left + skipped,
            weekdays=started.weekdays,
            over=not left,
        )

    def _refuse_too_early(self, day: date, earliest: date | None) -> None:
        if day < self.today():
            raise PlanError("That day is over; choose today or a later one.")
        if earliest is not None and day < earliest:
            raise PlanError("That is too near the session before it, or ahead of it; choose a later day.")

    def _arranged(
        self, started: UnderWay, course: Course, waited: Sequence[Stop], made: Arranged
    ) -> tuple[Rewritten, list[Rescheduled]]:
        """What is to be written of an arrangement, and what becomes of the sessions that waited."""
        days = dict(made.days)
        told = [
            Rescheduled(entry, days[stop.step], made.reason)
            for stop in waited
            for entry in stop.entries
            if stop.step in days
        ]
        return rewritten(started.id, started.plan, made.days, course, self._new_id), told


def course_entries(course: Course) -> list[CalendarEntry]:
    """The entries that wait to be done."""
    return [entry for stop in course.waiting for entry in stop.entries]
