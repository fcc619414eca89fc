"""Exercises and workouts as JSON text: they are read and written whole, never searched by SQL."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

from trainer.domain.exercise import Exercise
from trainer.domain.workout import Workout
from trainer.errors import NotAStore

if TYPE_CHECKING:
    from cattrs import Converter


T = TypeVar("T")


@cache
def _converter() -> Converter:
    from cattrs import Converter  # start-up saving: an empty log has no bodies

    return Converter(detailed_validation=False)


def _text(value: object) -> str:
    return json.dumps(_converter().unstructure(value), ensure_ascii=False, separators=(",", ":"))


def _value(text: str, kind: type[T]) -> T:
    try:
        return _converter().structure(json.loads(text), kind)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotAStore(
            f"An entry ({kind.__name__.lower()}) in the log cannot be read; restore a backup."
        ) from error


def workout_to_text(workout: Workout) -> str:
    return _text(workout)


@lru_cache(maxsize=512)  # the same workout is performed again and again
def workout_from_text(text: str) -> Workout:
    return _value(text, Workout)


def exercise_to_text(exercise: Exercise) -> str:
    return _text(exercise)


def exercise_from_text(text: str) -> Exercise:
    return _value(text, Exercise)
