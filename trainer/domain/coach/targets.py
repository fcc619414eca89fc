"""A proposed target, how far it may be overruled, and what it is worked out on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import IntEnum

from trainer.domain.coach.base import (
    Slot,
)
from trainer.domain.coach.shelf import Shelf
from trainer.domain.coach.situation import Situation
from trainer.domain.exercise import Exercise
from trainer.domain.plan import Plan
from trainer.domain.proposal import Move
from trainer.domain.rule import Reason
from trainer.domain.workout import WorkoutItem


class Room(IntEnum):
    """How far the athlete may overrule, by the pain table."""

    NONE = 0
    LESS = 1
    """What is proposed, or less."""
    SAME = 2
    """What was asked for last, or less."""
    STEP = 3
    """One step up, too."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is proposed, from what it was moved, and how far the athlete may choose otherwise."""

    exercise: Exercise
    item: WorkoutItem
    base: WorkoutItem
    move: Move
    reasons: tuple[Reason, ...]
    room: Room = Room.STEP
    eased: bool = False
    """Whether it is an easier rung already, for pain or soreness."""

    def held(self, reason: Reason, room: Room = Room.STEP) -> Target:
        """The same without its step up, for another reason; what is no step up only gets less room."""
        if self.move is not Move.UP:
            return replace(self, room=min(self.room, room))
        exercise = self.exercise
        return replace(
            self,
            item=self.base,
            exercise=exercise,
            move=Move.HOLD,
            reasons=(reason,),
            room=min(self.room, room),
        )


@dataclass(frozen=True, slots=True)
class Ground:
    """What a target is worked out on."""

    slot: Slot
    situation: Situation
    shelf: Shelf
    taken: Collection[str]
    plan: Plan | None = None
    """The plan whose table the targets follow; None where the coach moves them."""
