"""What helps where it hurts: a place's steps, what to hold back there, and the questions that come first."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.domain.plan import Statement
from trainer.domain.proposal import Page


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A question that is asked before any routine; yes leads to `page`.

    `suspect` says that pain there then counts as the pain table's last column.
    """

    id: str
    question: str
    page: Page
    suspect: bool = True
    references: tuple[str, ...] = ()
    own_rule: bool = False


@dataclass(frozen=True, slots=True)
class HurtPlace:
    """One of the places of `pain.PLACES`; `steps` are exercise ids, the first step first, easiest first.

    `first` is what comes before any exercise, `hold_back` what to leave alone and until when, in words;
    `hold_back_exercises` the same as ids. One looks again after `look_again_d` days.
    """

    id: str
    steps: tuple[tuple[str, ...], ...]
    flags: tuple[RedFlag, ...]
    hold_back: tuple[Statement, ...]
    hold_back_exercises: tuple[str, ...]
    look_again_d: int
    first: tuple[Statement, ...] = ()
    notes: tuple[Statement, ...] = ()
    references: tuple[str, ...] = ()
