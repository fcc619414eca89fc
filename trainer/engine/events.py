"""What happened in a session; `at` is the moment on the caller's clock, in seconds."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.domain.session import SetStatus
from trainer.engine.timeline import Step


@dataclass(frozen=True, slots=True)
class StepStarted:
    """A step began, at its planned moment however late the tick was."""

    at: float
    step: Step


@dataclass(frozen=True, slots=True)
class WorkProgressed:
    """A rep was completed, or five more seconds held; both counted from the work's start."""

    at: float
    step: Step
    reps: int
    hold_s: float


@dataclass(frozen=True, slots=True)
class WorkEnded:
    """The work of one side is over; `reps` or `hold_s` is its result."""

    at: float
    step: Step
    status: SetStatus
    reps: int | None
    hold_s: float | None


@dataclass(frozen=True, slots=True)
class WorkReopened:
    """A side that had been ended is to be done again; its result no longer counts."""

    at: float
    step: Step


@dataclass(frozen=True, slots=True)
class RestChanged:
    """The pause under way was made longer or shorter."""

    at: float
    step: Step
    by_s: float


@dataclass(frozen=True, slots=True)
class PaceReleased:
    """The paced set under way was turned into own pace."""

    at: float
    step: Step


@dataclass(frozen=True, slots=True)
class CourseChanged:
    """The session goes on by another workout; what follows is numbered by it."""

    at: float


@dataclass(frozen=True, slots=True)
class Paused:
    """The session stands still since `at`; `slept_s` is how long nobody called, if that was the reason."""

    at: float
    slept_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Resumed:
    at: float


@dataclass(frozen=True, slots=True)
class Finished:
    at: float


Event = (
    StepStarted
    | WorkProgressed
    | WorkEnded
    | WorkReopened
    | RestChanged
    | PaceReleased
    | CourseChanged
    | Paused
    | Resumed
    | Finished
)
