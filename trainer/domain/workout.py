"""A workout: the template that a session performs."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.domain.exercise import Kind, Laterality
from trainer.domain.tempo import Phase, Tempo


@dataclass(frozen=True, slots=True)
class SetTarget:
    """What one set asks for (of each side, where an exercise has two); None where it is not known.

    `to_limit` and `own_pace` sets are ended by the athlete; until then they are planned at `tempo`.
    """

    kind: Kind
    reps: int | None = None
    hold_s: float | None = None
    tempo: Tempo | None = None
    load_kg: float | None = None
    rpe: float | None = None
    lean_deg: int | None = None
    to_limit: bool = False
    own_pace: bool = False
    warm_up: bool = False

    @property
    def complete(self) -> bool:
        """Whether it says enough to be done: a hold its seconds, reps their number and tempo."""
        if self.kind is Kind.HOLD:
            return self.hold_s is not None and self.hold_s > 0
        return self.reps is not None and self.reps > 0 and self.tempo is not None

    @property
    def open(self) -> bool:
        """Whether the athlete ends it."""
        return self.to_limit or self.own_pace

    @property
    def called(self) -> bool:
        """Whether its reps are called and counted at a tempo."""
        return self.kind is Kind.REPS and self.tempo is not None and not self.own_pace

    @property
    def planned_s(self) -> float:
        """How long it lasts as planned: a hold's seconds, or reps × the tempo's sum."""
        if self.kind is Kind.HOLD:
            return float(self.hold_s or 0)
        return (self.reps or 0) * (self.tempo.rep_s if self.tempo else 0)


@dataclass(frozen=True, slots=True)
class WorkoutItem:
    """An exercise in a workout, with its name copied so that the workout stands by itself.

    `figure` is that of the exercise, where it is one of one's own.
    `why` says in a sentence where the target comes from: a source, or the app's own rule.
    Neighbours with the same non-empty `group` are done in turn, a set of each at a time (superset, circuit).
    `instead_of` is the id of the exercise whose place it took while the session ran; it then begins with
    round `first_round` of its group. With `own_side` its side was chosen for the workout, and stays whatever
    the exercise is.
    """

    exercise_id: str
    exercise: str
    short_name: str
    side: Laterality
    sets: tuple[SetTarget, ...]
    rest_s: float
    group: str = ""
    begins_with: Phase = Phase.LOWERING
    logs_lean: bool = False
    why: str = ""
    figure: str = ""
    instead_of: str = ""
    first_round: int = 1
    own_side: bool = False

    def __post_init__(self) -> None:
        if not self.sets or self.rest_s < 0 or self.first_round < 1:
            raise ValueError("an exercise in a workout has a set at least, and no rest below zero")
        if not all(target.complete for target in self.sets):
            raise ValueError("a hold needs its seconds, reps need their number and a tempo")

    @property
    def figure_id(self) -> str:
        """The id of the figure that shows it; there may be none of that id."""
        return self.figure or self.exercise_id


@dataclass(frozen=True, slots=True)
class Workout:
    """A named list of items, in the order they are done.

    `ignored` are the keys of the builder's warnings that were set aside for it.
    """

    id: str
    name: str
    items: tuple[WorkoutItem, ...]
    level: str = ""
    note: str = ""
    own: bool = False
    ignored: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.items:
            raise ValueError("a workout has an exercise at least")
