"""The coach: what to do next and why, what was chosen instead, how the body feels in the morning."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from trainer.domain.calendar import CalendarEntry
from trainer.domain.checkin import CheckIn
from trainer.domain.clock import Clock
from trainer.domain.coach.settings import CoachSettings
from trainer.domain.complaint import Complaint
from trainer.domain.exercise import Reference, Side
from trainer.domain.overruling import Overruling
from trainer.domain.plan import Plan
from trainer.domain.proposal import ItemProposal, Move, Proposal, Verdict
from trainer.domain.rule import Reason
from trainer.domain.session import local_date
from trainer.domain.workout import Workout, WorkoutItem
from trainer.services.library import Library

__all__ = ["Coach", "CoachSettings", "CoachStore", "Felt", "Morning", "Told", "nothing_held"]

WHOLE_BODY = "body"
"""The area of a check-in that says that all is well."""


class CoachStore(Protocol):
    """What the coach reads of the log, and where overrulings and check-ins go."""

    def complaints(self) -> list[Complaint]:
        """All complaints, oldest first."""

    def save_overruling(self, overruling: Overruling, *, undo: str = "") -> None:
        """Keeps what was chosen."""

    def save_checkins(self, checkins: Sequence[CheckIn], *, undo: str = "") -> None:
        """Adds these, all or none."""


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


def nothing_held(complaints: Sequence[Complaint]) -> Mapping[str, Reason]:
    """Holds no exercise back."""
    del complaints
    return {}


class Coach:
    """Every method may be called on any thread; what reads the log is best called on a worker.

    `held` says which exercises the open complaints hold back, and why. Writes raise StoreError.
    """

    def __init__(
        self,
        store: CoachStore,
        clock: Clock,
        library: Library,
        settings: Callable[[], CoachSettings],
        new_id: Callable[[], str],
        held: Callable[[Sequence[Complaint]], Mapping[str, Reason]] = nothing_held,
    ) -> None:
        self._store, self._clock, self._library = store, clock, library
        self._settings, self._new_id, self._held = settings, new_id, held

    def propose(self, workout: Workout, day: date | None = None, *, plan: Plan | None = None) -> Proposal:
        """The workout as it had better be done on that day (today)."""
        del plan
        start = Reason("start", {})
        items = tuple(ItemProposal(item, item, Move.START, (start,)) for item in workout.items)
        return Proposal(day or self._today(), Verdict.TRAIN, workout, items)

    def propose_week(self, first: date, entries: Sequence[tuple[CalendarEntry, Workout]]) -> list[Proposal]:
        """A proposal for each entry, on its own day."""
        raise NotImplementedError

    def told(self, reason: Reason, say_day: Callable[[date], str] = date.isoformat) -> Told:
        """The reason in words, days as `say_day` says them; an unknown rule has none."""
        raise NotImplementedError

    def choices(self, item: ItemProposal) -> list[WorkoutItem]:
        """What one may choose instead, within the pain table."""
        return list(item.choices)

    def overrule(self, item: ItemProposal, chosen: WorkoutItem, workout_id: str, undo: str) -> None:
        """Keeps that the athlete chose otherwise; it holds until the coach would change the target again."""
        raise NotImplementedError

    def morning(self) -> Morning:
        """What this morning's check-in asks."""
        raise NotImplementedError

    def check_in(self, felt: Sequence[Felt], undo: str) -> None:
        """Keeps how the places feel; an empty list says that all is well. One step to take back."""
        raise NotImplementedError

    def _today(self) -> date:
        return local_date(self._clock.utc_now(), self._clock.time_zone())
