"""Which version of the seed workout is next. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.domain.workout import Workout

SEED = "hamstrings-for-runners"
NO_ANCHOR = "-no-anchor"
LEVELS = ("easy", "middle", "full")


def seed_id(level: str) -> str:
    """The id of the seed workout's version of that level."""
    return SEED if level == "middle" else f"{SEED}-{level}"


def level_of(workout_id: str) -> str:
    """The level that a version has; easy for anything else."""
    plain = workout_id.removesuffix(NO_ANCHOR)
    return next((level for level in LEVELS if seed_id(level) == plain), "easy")


def has_no_anchor_version(level: str, workouts: Sequence[Workout]) -> bool:
    """Whether this level can be done without anything to hold the ankles."""
    return seed_id(level) + NO_ANCHOR in {workout.id for workout in workouts}


def version_id(level: str, *, without_anchor: bool, workouts: Sequence[Workout]) -> str:
    """The workout of that level, without an anchor where that is asked and there is such a version."""
    if without_anchor and has_no_anchor_version(level, workouts):
        return seed_id(level) + NO_ANCHOR
    return seed_id(level)
