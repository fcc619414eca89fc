"""An overruling: the athlete chose otherwise than the coach proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from trainer.domain.workout import WorkoutItem


@dataclass(frozen=True, slots=True)
class Overruling:
    """`exercise_id` is the template's; what was `chosen` holds until the coach would change it again."""

    id: str
    at: datetime
    exercise_id: str
    rule: str
    proposed: WorkoutItem | None
    chosen: WorkoutItem
    workout_id: str = ""
