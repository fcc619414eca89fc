"""What the coach proposes: a workout with a reason for each target, or why there is none today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trainer.domain.rule import Reason
from trainer.domain.workout import Workout, WorkoutItem


class Move(StrEnum):
    """What becomes of one exercise."""

    START = "start"
    """The first time: the target is the workout's or plan's own."""
    UP = "up"
    HOLD = "hold"
    DOWN = "down"
    BACK = "back"
    """A step back after a break."""
    DELOAD = "deload"
    SWAP = "swap"
    """Another exercise of the ladder stands in."""
    PLAN = "plan"
    """The plan's table says so."""
    OUT = "out"
    """Left out today."""
    CHOSEN = "chosen"
    """The athlete overruled the coach."""


class Verdict(StrEnum):
    """What becomes of the whole workout."""

    TRAIN = "train"
    LATER = "later"
    """It had better wait; it can be done all the same."""
    CLINICIAN = "clinician"
    """No workout is offered."""


class Page(StrEnum):
    """The three plain pages, with nothing to train on them."""

    EMERGENCY = "emergency"
    TODAY = "today"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class ItemProposal:
    """One exercise: what the template says, what is proposed (None: left out), and why.

    `choices` is what one may choose instead: all that the pain table allows, and no more than a step up.
    """

    template: WorkoutItem
    proposed: WorkoutItem | None
    move: Move
    reasons: tuple[Reason, ...]
    may_overrule: bool = True
    choices: tuple[WorkoutItem, ...] = ()
    advised: WorkoutItem | None = None
    """The coach's own proposal, where the athlete chose otherwise."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A workout as the coach proposes it for a day.

    `workout` has the items that are proposed, and is None where the verdict is CLINICIAN or nothing is left.
    `page` is set with CLINICIAN, `later` (the day it had better be done) with LATER.
    """

    day: date
    verdict: Verdict
    workout: Workout | None
    items: tuple[ItemProposal, ...] = ()
    reasons: tuple[Reason, ...] = ()
    page: Page | None = None
    later: date | None = None
