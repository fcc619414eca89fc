"""What FIT's profile calls an exercise."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from fit_tool.profile import profile_type
from fit_tool.profile.profile_type import ExerciseCategory

from trainer.resources import resource_path

UNKNOWN = int(ExerciseCategory.UNKNOWN.value)
NO_NAME = 0xFFFF


@dataclass(frozen=True, slots=True)
class FitExercise:
    """The numbers of a category and of a name in it; `NO_NAME` where the profile has none."""

    category: int
    name: int


def fit_exercises() -> Mapping[str, FitExercise]:
    """By our ids, those that the profile knows."""
    with resource_path("fit/exercises.toml").open("rb") as file:
        named = tomllib.load(file)
    return {key: _numbers(*words) for key, words in named.items()}


def _numbers(category: str, name: str = "") -> FitExercise:
    number = int(ExerciseCategory[category.upper()].value)
    if not name:
        return FitExercise(number, NO_NAME)
    names = getattr(profile_type, f"{category.title().replace('_', '')}ExerciseName")
    return FitExercise(number, int(names[name.upper()].value))
