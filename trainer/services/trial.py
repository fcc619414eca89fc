"""An exercise tried by itself."""

from __future__ import annotations

from trainer.domain.dosing import (
    FALLBACK_HOLD_S,
    FALLBACK_REPS,
    FALLBACK_TEMPO,
    in_place_of,
    least_of,
)
from trainer.domain.exercise import Exercise
from trainer.domain.workout import Workout

__all__ = ["FALLBACK_HOLD_S", "FALLBACK_REPS", "FALLBACK_TEMPO", "in_place_of", "least_of", "trial_of"]


def trial_of(exercise: Exercise) -> Workout:
    """A workout of this exercise alone, at the least of its dose."""
    return Workout(id=f"try-{exercise.id}", name=exercise.name, items=(least_of(exercise),))
