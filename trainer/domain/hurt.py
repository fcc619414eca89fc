"""What helps where it hurts: a place's steps, what to hold back there, and the questions that come first."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.domain.complaint import Feeling
from trainer.domain.exercise import Side
from trainer.domain.plan import Statement
from trainer.domain.proposal import Page


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A question that is asked before any routine; yes leads to `page`.

    `suspect` says that pain there then counts as the pain table's last column. It is asked of these feelings,
    `everywhere` or where a place names it; those that it `covers` are not asked beside it.
    """

    id: str
    question: str
    page: Page
    suspect: bool = True
    references: tuple[str, ...] = ()
    own_rule: bool = False
    asked_of: tuple[Feeling, ...] = tuple(Feeling)
    everywhere: bool = False
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class How:
    """How an exercise is done at this place, where that is not as its page says."""

    exercise: str
    text: str
    references: tuple[str, ...] = ()
    own_rule: bool = False


@dataclass(frozen=True, slots=True)
class HurtPlace:
    """One of the places of `pain.PLACES`; `steps` are exercise ids, the first step first, easiest first.

    `first` is what comes before any exercise, `hold_back` what to leave alone and until when, in words;
    `hold_back_exercises` the same as ids. One looks again after `look_again_d` days. Of each pair in `rather`
    the first stands for the second where both could be done. `flags` are all that are asked here, this
    place's own before those that are asked everywhere.
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
    rather: tuple[tuple[str, str], ...] = ()
    how: tuple[How, ...] = ()
    sided: bool = True


@dataclass(frozen=True, slots=True)
class PageText:
    """What one of the three plain pages says."""

    page: Page
    title: str
    sentences: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Hurt:
    """What was told: where, which side, what it feels like, 0–10, since when, and which flags are a yes."""

    place_id: str
    feeling: Feeling
    level: int
    side: Side = Side.BOTH
    since_d: int | None = None
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.level <= 10:
            raise ValueError("what is felt runs from 0 to 10")
        if self.since_d is not None and self.since_d < 0:
            raise ValueError("nothing hurts since a day that is still to come")
