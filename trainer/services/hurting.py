"""What hurts: the questions, then a routine for the place or one of three plain pages; kept until it is fine."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from trainer.domain.clock import Clock
from trainer.domain.complaint import Complaint, Feeling
from trainer.domain.hurt import Hurt, HurtPlace, PageText, RedFlag
from trainer.domain.plan import Statement
from trainer.domain.proposal import Page
from trainer.domain.rule import Reason
from trainer.domain.workout import Workout
from trainer.services.library import Library


class HurtStore(Protocol):
    """Where complaints are kept; each write with an `undo` label is one step that can be taken back."""

    def complaints(self) -> list[Complaint]:
        """All complaints, oldest first."""

    def save_complaint(self, complaint: Complaint, *, undo: str = "") -> None:
        """Adds the complaint, or replaces the one with its id."""

    def end_complaint(self, complaint_id: str, at: datetime, *, undo: str = "") -> None:
        """Raises NoSuchEntry."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from what was told: a plain `page` with nothing to train on, or what helps.

    `because` are the flags that led to the page. `routine` is None on a page, for tightness, and where
    nothing of the first steps can be done with what is at hand. `held` are the exercises to hold back, by
    their names; `look_again_on` is the day to look again. `references` are what the place rests on.
    """

    hurt: Hurt
    place: HurtPlace
    page: PageText | None = None
    because: tuple[RedFlag, ...] = ()
    routine: Workout | None = None
    first: tuple[Statement, ...] = ()
    hold_back: tuple[Statement, ...] = ()
    held: tuple[str, ...] = ()
    notes: tuple[Statement, ...] = ()
    look_again_on: date | None = None
    reasons: tuple[Reason, ...] = ()
    references: tuple[str, ...] = ()


class Hurting:
    """Asks and answers by the places' files; `equipment` is what is owned. Writes raise StoreError."""

    def __init__(
        self,
        store: HurtStore,
        clock: Clock,
        library: Library,
        equipment: Callable[[], Collection[str]],
        new_id: Callable[[], str],
    ) -> None:
        self._store, self._clock, self._library = store, clock, library
        self._equipment, self._new_id = equipment, new_id

    def place(self, place_id: str) -> HurtPlace:
        """Raises NoSuchEntry."""
        raise NotImplementedError

    def questions(self, place_id: str, feeling: Feeling) -> tuple[RedFlag, ...]:
        """What is asked of this feeling there, before anything else; never empty."""
        raise NotImplementedError

    def outcome(self, hurt: Hurt) -> Outcome:
        """What follows; nothing is written."""
        raise NotImplementedError

    def record(self, outcome: Outcome, undo: str) -> Complaint:
        """Keeps what was told; an open complaint of that place and side ends with it."""
        raise NotImplementedError

    def open(self) -> list[Complaint]:
        """The complaints that are not over, oldest first."""
        raise NotImplementedError

    def end(self, complaint_id: str, undo: str) -> None:
        """It is fine again. Raises NoSuchEntry."""
        raise NotImplementedError

    def page(self, page: Page) -> PageText:
        """What one of the three plain pages says."""
        raise NotImplementedError
