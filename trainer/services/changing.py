"""What the athlete changes of a session that runs: a set more, an easier rung instead, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from trainer.domain.exercise import Exercise
from trainer.domain.workout import Workout, WorkoutItem
from trainer.engine.changing import Change, exchanged, item_under_way, one_set_more, undone
from trainer.engine.timeline import Step
from trainer.services.active_session import ActiveSession
from trainer.services.trial import in_place_of


class Obstacle(Enum):
    """Why a change cannot be made."""

    NO_RUNG = auto()
    NOTHING_LEFT = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change, the way back from it, and the exercise that it is about: as it will be."""

    change: Change
    back: Change
    item: WorkoutItem


Plan = Callable[[Step], Proposal | Obstacle]


class Changing:
    """Plans changes to the session as it stands; `ActiveSession.adopt` writes them, the runner follows them.

    `easier` names the rung to swap each exercise for, where there is one.
    """

    def __init__(self, active: ActiveSession, easier: Mapping[str, Exercise]) -> None:
        self._active = active
        self._easier = easier
        self._back: list[Change] = []

    def set_more(self, step: Step) -> Proposal | Obstacle:
        """One set more of the exercise under way."""
        obstacle = self.obstacle_to_more(step)
        if obstacle is not None:
            return obstacle
        at, _ = self._under_way(step)
        change = one_set_more(self._workout, at)
        return Proposal(change, undone(self._workout, change), change.timeline.workout.items[at])

    def easier(self, step: Step, of: Step | None = None) -> Proposal | Obstacle:
        """The easier rung for all that is to be done at `step` of the exercise under way, or of `of`'s."""
        at, item = self._under_way(of or step)
        rung = self._easier.get(item.exercise_id)
        if item.exercise_id in self._active.stopped:
            return Obstacle.STOPPED
        if rung is None:
            return Obstacle.NO_RUNG
        made = partial(in_place_of, exercise=rung)
        both = exchanged(self._workout, at, step, self._active.results, made)
        if both is None:
            return Obstacle.NOTHING_LEFT
        change, back = both
        items = change.timeline.workout.items
        return Proposal(change, back, items[at + len(items) - len(self._workout.items)])

    def obstacle_to_more(self, step: Step) -> Obstacle | None:
        """Why the exercise under way cannot have a set more."""
        _, item = self._under_way(step)
        return Obstacle.STOPPED if item.exercise_id in self._active.stopped else None

    def obstacle_to_easier(self, step: Step) -> Obstacle | None:
        """Why the exercise under way cannot be made easier."""
        proposal = self.easier(step)
        return proposal if isinstance(proposal, Obstacle) else None

    def made(self, proposal: Proposal) -> None:
        """A proposal was followed: it is the next to be undone."""
        self._back.append(proposal.back)

    def last_undo(self) -> Change | None:
        """The way back from the last change, unless a set of it has a result."""
        if not self._back:
            return None
        results = self._active.results
        back = self._back[-1]
        return None if any(done and index not in back.moved for index, done in results.items()) else back

    def taken_back(self) -> None:
        """The last change was undone."""
        self._back.pop()

    @property
    def _workout(self) -> Workout:
        return self._active.timeline.workout

    def _under_way(self, step: Step) -> tuple[int, WorkoutItem]:
        at = item_under_way(self._workout, step)
        return at, self._workout.items[at]
