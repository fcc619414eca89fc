"""The coach: what to do next and why, what was chosen instead, how the body feels in the morning."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Protocol

from trainer.catalog import load_rules
from trainer.domain.calendar import CalendarEntry
from trainer.domain.checkin import CheckIn
from trainer.domain.clock import Clock
from trainer.domain.coach.choosing import alike
from trainer.domain.coach.clinician import clinician_page
from trainer.domain.coach.exposure import DoneSide, exposures
from trainer.domain.coach.feelings import WHOLE_BODY, feelings_of
from trainer.domain.coach.light_week import light_weeks
from trainer.domain.coach.places import sore_place
from trainer.domain.coach.proposing import propose
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.coach.situation import Situation
from trainer.domain.complaint import Complaint
from trainer.domain.exercise import Exercise, Reference, Side
from trainer.domain.overruling import Overruling
from trainer.domain.plan import Plan
from trainer.domain.proposal import ItemProposal, Proposal
from trainer.domain.rule import Reason, Rule
from trainer.domain.session import SetLog, local_date
from trainer.domain.workout import Workout, WorkoutItem
from trainer.errors import NoSuchEntry
from trainer.services.library import Library

__all__ = ["WHOLE_BODY", "Coach", "CoachSettings", "CoachStore", "Felt", "Morning", "Told", "nothing_held"]

LOOK_BACK_D = 14
"""As far as all sets are read; of what was done less lately, its last two sessions."""
WORKOUT_BACK_D = 56
"""As far as a workout's own sets are read: an exercise that others have too keeps its target in this one."""
MORNINGS_D = 63
"""As far as check-ins are read."""
SORE_D = 3
"""Own rule: what the sessions of the last three days worked may be sore."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class CoachStore(Protocol):
    """What the coach reads of the log, and where overrulings and check-ins go."""

    def performed(
        self,
        since: date,
        exercise_ids: Collection[str],
        kin: Collection[str] = ...,
        workout_ids: Collection[str] = ...,
        workouts_since: date = ...,
    ) -> list[DoneSide]: ...
    def checkins_since(self, day: date) -> list[CheckIn]: ...
    def trained_on(self) -> list[date]: ...
    def last_session(self, since: date, until: date) -> tuple[str, date] | None: ...
    def sets_of(self, session_id: str) -> list[SetLog]: ...
    def calendar(self, since: date = ...) -> list[CalendarEntry]: ...
    def open_complaints(self) -> list[Complaint]: ...
    def overrulings(self) -> list[Overruling]: ...
    def save_overruling(self, overruling: Overruling, *, undo: str = "") -> None: ...
    def save_checkins(self, told: Sequence[CheckIn], *, undo: str = "") -> None: ...


@dataclass(frozen=True, slots=True)
class Told:
    """A reason in words, and what it rests on."""

    text: str
    references: tuple[Reference, ...] = ()
    own_rule: bool = False


@dataclass(frozen=True, slots=True)
class Felt:
    """How one place feels, 0–10 each; None where not said."""

    area: str
    side: Side = Side.BOTH
    soreness: int | None = None
    pain: int | None = None
    tightness: int | None = None


@dataclass(frozen=True, slots=True)
class Morning:
    """Whether a check-in is due today, which places are likely sore, and after which session of yesterday."""

    due: bool
    areas: tuple[str, ...] = ()
    session_id: str = ""


def nothing_held(complaints: Sequence[Complaint], day: date) -> Mapping[str, Reason]:
    """Holds no exercise back."""
    del complaints, day
    return {}


def no_plan(entry: CalendarEntry) -> Plan | None:
    """Knows of no plan."""
    del entry
    return None


class Coach:
    """Every method may be called on any thread; what reads the log is best called on a worker.

    `held` says which exercises the open complaints hold back on a day, and why; `plan_of` which plan an
    entry of the calendar follows. Writes raise StoreError.
    """

    def __init__(
        self,
        store: CoachStore,
        clock: Clock,
        library: Library,
        settings: Callable[[], CoachSettings],
        new_id: Callable[[], str],
        held: Callable[[Sequence[Complaint], date], Mapping[str, Reason]] = nothing_held,
        plan_of: Callable[[CalendarEntry], Plan | None] = no_plan,
    ) -> None:
        self._store, self._clock, self._library = store, clock, library
        self._settings, self._new_id = settings, new_id
        self._held, self._plan_of = held, plan_of

    def propose(self, workout: Workout, day: date | None = None, *, plan: Plan | None = None) -> Proposal:
        """The workout as it had better be done on that day (today)."""
        return propose(workout, self._situation(day or self._today(), [workout]), plan)

    def stopped(self, workout: Workout) -> Reason | None:
        """Why a clinician comes before any training today; None where nothing stands against it."""
        page = clinician_page(workout, self._situation(self._today(), [workout]))
        return None if page is None else page.reason

    def propose_week(self, first: date, entries: Sequence[tuple[CalendarEntry, Workout]]) -> list[Proposal]:
        """A proposal for each entry, on its own day; the log is read once. Those of a plan follow it."""
        if not entries:
            return []
        read = self._situation(first, [workout for _, workout in entries])
        return [
            propose(workout, self._on(read, entry.day), self._plan_of(entry)) for entry, workout in entries
        ]

    def told(self, reason: Reason, say_day: Callable[[date], str] = date.isoformat) -> Told:
        """The reason in words, days as `say_day` says them, with what it rests on. Raises NoSuchEntry."""
        rule = _rules().get(reason.rule)
        if rule is None:
            raise NoSuchEntry(f"There is no rule “{reason.rule}”.")
        numbers = {name: _said(value, say_day) for name, value in reason.numbers.items()}
        references = self._library.references(rule)
        return Told(rule.text.format_map(numbers), tuple(references), rule.own_rule)

    def choices(self, item: ItemProposal) -> list[WorkoutItem]:
        """What one may choose instead, within the pain table."""
        return list(item.choices)

    def overrule(self, item: ItemProposal, chosen: WorkoutItem, workout_id: str, undo: str) -> None:
        """Keeps that the athlete chose otherwise; it holds until the coach would change the target again.

        Raises ValueError for what is none of the choices.
        """
        if not any(alike(chosen, choice) for choice in item.choices):
            raise ValueError("what is chosen must be one of the choices")
        overruling = Overruling(
            id=self._new_id(),
            at=self._clock.utc_now(),
            exercise_id=item.template.exercise_id,
            rule=item.reasons[0].rule,
            proposed=item.advised or item.proposed,
            chosen=replace(chosen, why=""),
            workout_id=workout_id,
        )
        self._store.save_overruling(overruling, undo=undo)

    def morning(self) -> Morning:
        """What this morning's check-in asks: the places that sessions of the last days worked come first."""
        today = self._today()
        due = not self._store.checkins_since(today)
        last = self._store.last_session(today - timedelta(days=SORE_D), today)
        if last is None:
            return Morning(due)
        session_id, day = last
        known = self._known()
        worked = (known.get(one.exercise_id) for one in self._store.sets_of(session_id))
        areas = dict.fromkeys(sore_place(exercise) for exercise in worked if exercise is not None)
        yesterday = day == today - timedelta(days=1)
        return Morning(due, tuple(area for area in areas if area), session_id if yesterday else "")

    def check_in(self, felt: Sequence[Felt], undo: str) -> None:
        """Keeps how the places feel; an empty list says that all is well. One step to take back."""
        at, zone = self._clock.utc_now(), self._clock.time_zone()
        told = felt or (Felt(WHOLE_BODY, soreness=0, pain=0),)
        self._store.save_checkins(
            [
                CheckIn(self._new_id(), at, zone, one.area, one.side, one.soreness, one.pain, one.tightness)
                for one in told
            ],
            undo=undo,
        )

    def _situation(self, day: date, workouts: Sequence[Workout]) -> Situation:
        """What the log says up to that day, read once for all of these workouts."""
        store, known = self._store, self._known()
        since, workouts_since = day - timedelta(days=LOOK_BACK_D), day - timedelta(days=WORKOUT_BACK_D)
        names = {workout.id for workout in workouts}
        asked = {item.exercise_id for workout in workouts for item in workout.items}
        reachable = _reachable(asked, known)
        regions = {known[one].region for one in reachable}
        kin = [one.id for one in known.values() if one.region in regions]
        complaints = tuple(store.open_complaints())
        return Situation(
            day=day,
            settings=self._settings(),
            known=known,
            exposures=exposures(store.performed(since, reachable, kin, names, workouts_since)),
            feelings=feelings_of(store.checkins_since(day - timedelta(days=MORNINGS_D))),
            light_weeks=light_weeks(store.trained_on(), day + timedelta(days=6)),
            complaints=complaints,
            held=self._held(complaints, day),
            entries=tuple(store.calendar(day - timedelta(days=1))),
            overrulings={(one.workout_id, one.exercise_id): one for one in store.overrulings()},
        )

    def _on(self, situation: Situation, day: date) -> Situation:
        return replace(situation, day=day, held=self._held(situation.complaints, day))

    def _known(self) -> Mapping[str, Exercise]:
        return {exercise.id: exercise for exercise in self._library.exercises()}

    def _today(self) -> date:
        return local_date(self._clock.utc_now(), self._clock.time_zone())


def _reachable(ids: Iterable[str], known: Mapping[str, Exercise]) -> set[str]:
    """The exercises, and all that may stand in for them or come next."""
    found: set[str] = set()
    asked = list(ids)
    while asked:
        one = asked.pop()
        exercise = known.get(one)
        if one in found or exercise is None:
            continue
        found.add(one)
        asked += [*exercise.easier, *exercise.harder, *(other.exercise_id for other in exercise.substitutes)]
    return found


@cache
def _rules() -> Mapping[str, Rule]:
    return load_rules()


def _said(value: str | int | float, say_day: Callable[[date], str]) -> str:
    """Numbers as they are, ISO days as days."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        return say_day(date.fromisoformat(value))
    return f"{value:g}" if isinstance(value, float) else str(value)
