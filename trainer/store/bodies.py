"""Exercises, workouts and plans as JSON text: they are read and written whole, never searched by SQL."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

from trainer.domain.exercise import Exercise
from trainer.domain.plan import Plan
from trainer.domain.workout import Workout, WorkoutItem
from trainer.errors import NotAStore

if TYPE_CHECKING:
    from cattrs import Converter


T = TypeVar("T")


@cache
def _converter() -> Converter:
    from cattrs import Converter  # start-up saving: an empty log has no bodies

    return Converter(detailed_validation=False)


@dataclass(frozen=True, slots=True)
class _Course:
    """What stands beside a prescribed workout."""

    changed: Workout | None = None


def _text(value: object) -> str:
    return _dumped(_converter().unstructure(value))


def _dumped(body: object) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


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


def item_to_text(item: WorkoutItem) -> str:
    return _text(item)


@lru_cache(maxsize=512)
def item_from_text(text: str) -> WorkoutItem:
    return _value(text, WorkoutItem)


def course_to_text(prescribed: Workout, changed: Workout | None) -> str:
    """The workout as prescribed, and within it, where it was changed, as it was gone by."""
    body = _converter().unstructure(prescribed)
    if changed is not None:
        body["changed"] = _converter().unstructure(changed)
    return _dumped(body)


@lru_cache(maxsize=512)
def changed_from_text(text: str) -> Workout | None:
    """What `course_to_text` was given as the changed workout."""
    return _value(text, _Course).changed if '"changed":' in text else None


def exercise_to_text(exercise: Exercise) -> str:
    return _text(exercise)


def exercise_from_text(text: str) -> Exercise:
    return _value(text, Exercise)


@dataclass(frozen=True, slots=True)
class _Started:
    """A plan as it was when it was started, and the weekdays that it is trained on."""

    plan: Plan
    weekdays: tuple[int, ...]


def plan_to_text(plan: Plan) -> str:
    return _text(plan)


def plan_from_text(text: str) -> Plan:
    return _value(text, Plan)


def started_to_text(plan: Plan, weekdays: tuple[int, ...]) -> str:
    return _text(_Started(plan, weekdays))


@lru_cache(maxsize=32)  # a plan under way is read again and again
def started_from_text(text: str) -> tuple[Plan, tuple[int, ...]]:
    """The plan and the weekdays that `started_to_text` was given."""
    started = _value(text, _Started)
    return started.plan, started.weekdays
