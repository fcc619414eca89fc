"""How a content file becomes a frozen dataclass: strict types, no unknown keys, every failure named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from typing import Any, get_origin

from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn, override

from trainer.catalog.plan_shapes import PlanFile
from trainer.domain.claim import Claim
from trainer.domain.complaint import Feeling
from trainer.domain.exercise import (
    Contraction,
    Evidence,
    Exercise,
    Kind,
    Laterality,
    Range,
    Reference,
)
from trainer.domain.hurt import How, PageText, RedFlag
from trainer.domain.plan import Footing, Statement
from trainer.domain.proposal import Page
from trainer.domain.rule import Rule
from trainer.domain.tempo import Phase, Tempo


@dataclass(frozen=True, slots=True)
class WarmUpFile:
    """One of the `warm_ups` of an item; what it does not say is as in the working sets, but for the load."""

    reps: int | None = None
    hold_s: float | None = None
    tempo: Tempo | None = None
    load_kg: float | None = None


@dataclass(frozen=True, slots=True)
class ItemFile:
    """One `[[items]]` of a workout file; the tempo is the exercise's where none is given.

    `sets` counts the working sets; with `warm_up` all of them are to warm up.
    """

    exercise: str
    sets: int
    rest_s: float
    reps: int | None = None
    hold_s: float | None = None
    tempo: Tempo | None = None
    load_kg: float | None = None
    rpe: float | None = None
    to_limit: bool = False
    own_pace: bool = False
    warm_up: bool = False
    warm_ups: tuple[WarmUpFile, ...] = ()
    group: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class WorkoutFile:
    """A workout as its file says it."""

    name: str
    level: str
    items: tuple[ItemFile, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceFile:
    """A place as its file says it; `flags` are ids, without those that are asked everywhere."""

    steps: tuple[tuple[str, ...], ...]
    flags: tuple[str, ...]
    hold_back: tuple[Statement, ...]
    hold_back_exercises: tuple[str, ...]
    look_again_d: int
    references: tuple[str, ...]
    first: tuple[Statement, ...] = ()
    notes: tuple[Statement, ...] = ()
    rather: tuple[tuple[str, ...], ...] = ()
    how: tuple[How, ...] = ()
    sided: bool = True


def _text(value: object, _: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError("must be a text in quotes that is not empty")
    return value.strip()


def _whole(value: object, _: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("must be a whole number")
    return value


def _number(value: object, _: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("must be a number")
    return float(value)


def _truth(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("must be true or false")
    return value


def _range(value: object, _: object) -> Range:
    ends = value if isinstance(value, list) else [value, value]
    if len(ends) != 2 or not all(isinstance(end, int) and not isinstance(end, bool) for end in ends):
        raise TypeError("must be a whole number, or its least and its most like [2, 3]")
    return Range(*ends)


def _tempo(value: object, _: object) -> Tempo:
    if not isinstance(value, str):
        raise TypeError('must be a tempo in quotes, like "3-1-1-0"')
    return Tempo.parse(value)


def _choice(value: object, kind: type[StrEnum]) -> StrEnum:
    choices = [member.value for member in kind]
    if value not in choices:
        raise ValueError(f"must be one of {', '.join(choices)}, not {value!r}")
    return kind(value)


def _list_only(wanted: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """Made because cattrs alone would take a text for a list of letters."""
    inner = homogenous_tuple_structure_factory(wanted, converter)

    def structure(value: object, _: object) -> Any:
        if not isinstance(value, list):
            raise TypeError("must be a list in square brackets")
        return inner(value, wanted)

    return structure


def _table_only(wanted: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    of_own = ("own", "figure") if wanted is Exercise else ()
    hidden: dict[str, Any] = {name: override(omit=True) for name in of_own}
    inner = make_dict_structure_fn(wanted, converter, _cattrs_forbid_extra_keys=True, **hidden)

    def structure(value: object, _: object) -> Any:
        if not isinstance(value, dict):
            raise TypeError("must be a table of keys and values")
        return inner(value, wanted)

    return structure


_HOOKS: dict[type, Callable[[object, Any], object]] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _truth,
    Range: _range,
    Tempo: _tempo,
    # Each by name, or the hook for texts would serve them as well.
    **dict.fromkeys((Contraction, Evidence, Feeling, Footing, Kind, Laterality, Page, Phase), _choice),
}


def _is_tuple(wanted: Any) -> bool:
    return get_origin(wanted) is tuple


def _converter() -> Converter:
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook_factory(is_dataclass)(_table_only)
    converter.register_structure_hook_factory(_is_tuple)(_list_only)
    for kind, hook in _HOOKS.items():
        converter.register_structure_hook(kind, hook)
    return converter


_CONVERTER = _converter()


def exercise_from(exercise_id: str, table: dict[str, Any]) -> Exercise:
    """The exercise that a file's table describes; raises what `Problems.add_error` can tell."""
    return _CONVERTER.structure({**table, "id": exercise_id}, Exercise)


def reference_from(key: str, table: dict[str, Any]) -> Reference:
    """The source under its key; raises what `Problems.add_error` can tell."""
    return _CONVERTER.structure({**table, "key": key}, Reference)


def claim_from(key: str, table: dict[str, Any]) -> Claim:
    """The claim under its key; raises what `Problems.add_error` can tell."""
    return _CONVERTER.structure({**table, "key": key}, Claim)


def rule_from(key: str, table: dict[str, Any]) -> Rule:
    """The coach's rule under its key; raises what `Problems.add_error` can tell."""
    return _CONVERTER.structure({**table, "key": key}, Rule)


def red_flag_from(key: str, table: dict[str, Any]) -> RedFlag:
    """The red flag under its key; raises what `Problems.add_error` can tell."""
    return _CONVERTER.structure({**table, "id": key}, RedFlag)


def page_text_from(key: str, table: dict[str, Any]) -> PageText:
    """What the plain page of this name says; raises what `Problems.add_error` can tell."""
    return _CONVERTER.structure({**table, "page": key}, PageText)


def place_file_from(table: dict[str, Any]) -> PlaceFile:
    """A place as written, its flags not looked up yet; raises what `Problems.add_error` can tell."""
    return _CONVERTER.structure(table, PlaceFile)


def workout_file_from(table: dict[str, Any]) -> WorkoutFile:
    """A workout as written, its exercises not looked up yet; raises what `Problems.add_error` can tell."""
    return _CONVERTER.structure(table, WorkoutFile)


def plan_file_from(table: dict[str, Any]) -> PlanFile:
    """A plan as written, its exercises not looked up yet; raises what `Problems.add_error` can tell."""
    return _CONVERTER.structure(table, PlanFile)
