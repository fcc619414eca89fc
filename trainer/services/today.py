"""What Today shows: the next workout as the coach proposes it, the week, and how the body feels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from trainer.domain.calendar import CalendarEntry
from trainer.domain.checkin import CheckIn
from trainer.domain.clock import Clock
from trainer.domain.plan import Plan
from trainer.domain.proposal import ItemProposal, Move, Proposal
from trainer.domain.run import Run
from trainer.domain.session import local_date
from trainer.domain.stats import SessionHead
from trainer.domain.under_way import Rescheduled, Started
from trainer.domain.week import WeekDay, week_of
from trainer.domain.workout import Workout
from trainer.services.coaching import Coach
from trainer.services.planning import Planning
from trainer.services.training import Occasion


class TodayStore(Protocol):
    """What Today reads of the log besides what coach and plans read; each from a day on."""

    def session_heads(self, since: date = date.min) -> list[SessionHead]: ...

    def first_day(self) -> date | None: ...

    def runs(self, since: date = date.min) -> list[Run]: ...

    def checkins(self, since: date = date.min) -> list[CheckIn]: ...


@dataclass(frozen=True, slots=True)
class Offer:
    """A workout as it is proposed; `entry` and `plan` where it stands on the calendar."""

    template: Workout
    proposal: Proposal
    entry: CalendarEntry | None = None
    plan: Plan | None = None

    @property
    def workout(self) -> Workout | None:
        """What may begin."""
        return self.proposal.workout

    @property
    def occasion(self) -> Occasion:
        """What a session of it would be done for."""
        entry = self.entry
        if entry is None:
            return Occasion()
        return Occasion(entry.plan_id, self.plan.name if self.plan else "", entry.id)


@dataclass(frozen=True, slots=True)
class FollowOn:
    """A plan that is over, and the one that comes after it."""

    over: Started
    plan: Plan


class Today:
    """Reads on behalf of one page, and writes days in reasons as `say_day` says them; raises StoreError."""

    def __init__(
        self,
        store: TodayStore,
        clock: Clock,
        coach: Coach,
        planning: Planning,
        say_day: Callable[[date], str] = date.isoformat,
    ) -> None:
        self._store, self._clock, self._coach, self._planning = store, clock, coach, planning
        self._say_day = say_day

    def day(self) -> date:
        """The local day."""
        return local_date(self._clock.utc_now(), self._clock.time_zone())

    def due(self) -> CalendarEntry | None:
        """The planned workout that is next."""
        return self._planning.due()

    def offer_planned(self, entry: CalendarEntry, *, now: bool = False) -> Offer:
        """The workout of a calendar entry as the coach proposes it for its day, today at the earliest.

        `now` asks how it would be today, where it is one ahead: how sore one is, and which race is near, may
        be another matter then.
        """
        plan = self._planning.plan_of(entry)
        workout = self._planning.workout_of(entry)
        day = self.day() if now else max(entry.day, self.day())
        return Offer(workout, self._with_reasons(self._coach.propose(workout, day, plan=plan)), entry, plan)

    def offer(self, workout: Workout) -> Offer:
        """Any workout as the coach proposes it for today."""
        return Offer(workout, self._with_reasons(self._coach.propose(workout, self.day())))

    def week(self, first: date) -> tuple[WeekDay, ...]:
        """The seven days from `first`."""
        done = [head.day for head in self._store.session_heads(first) if head.minutes is not None]
        entries = self._planning.entries(first, first + timedelta(days=6))
        return week_of(first, done, entries, self._store.runs(first))

    def follow_on(self) -> FollowOn | None:
        """The plan that is over, with the one that comes after it and was not started yet."""
        under_way = self._planning.under_way()
        begun = {one.plan.id for one in under_way}
        over = (one for one in under_way if one.over and one.plan.afterwards not in {"", *begun})
        found = next(over, None)
        return None if found is None else FollowOn(found, self._planning.plan(found.plan.afterwards))

    def put_away(self, started: Started, undo: str) -> None:
        """Lets go of a plan that is over; what was done of it stays."""
        self._planning.stop(started.id, undo)

    def anything_logged(self) -> bool:
        """Whether there is a session, a run or a check-in yet."""
        return self._store.first_day() is not None

    def checked_in(self) -> list[CheckIn]:
        """What was answered today."""
        return self._store.checkins(self.day())

    def reschedule(self, undo: str) -> Sequence[Rescheduled]:
        """Gives missed sessions another day by rule; what was moved."""
        return self._planning.reschedule(undo)

    def _with_reasons(self, proposal: Proposal) -> Proposal:
        """The proposal whose workout says itself why each target is what it is, for session and log."""
        if proposal.workout is None:
            return proposal
        items = tuple(self._explained(one) for one in proposal.items)
        proposed = tuple(one.proposed for one in items if one.proposed is not None)
        return replace(proposal, items=items, workout=replace(proposal.workout, items=proposed))

    def _explained(self, item: ItemProposal) -> ItemProposal:
        """A target that is the template's own keeps what the template says of it."""
        own = item.move in (Move.START, Move.PLAN) and item.template.why
        if item.proposed is None or own or not item.reasons:
            return item
        why = self._coach.told(item.reasons[0], self._say_day).text
        return replace(item, proposed=replace(item.proposed, why=why))
