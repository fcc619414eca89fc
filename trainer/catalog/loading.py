"""Loading the content files: all of them, or just one workout with what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from trainer.catalog import exercise_checks
from trainer.catalog.files import read_table, stems
from trainer.catalog.keyed import read_claims, read_references, read_rules
from trainer.catalog.problems import Problems
from trainer.catalog.shapes import WorkoutFile, exercise_from, workout_file_from
from trainer.catalog.workouts import item_findings, workout_from
from trainer.domain.claim import Claim
from trainer.domain.exercise import Exercise, Reference
from trainer.domain.rule import Rule
from trainer.domain.workout import Workout
from trainer.resources import resources_root

_LEVELS = ("easy", "middle", "full")
# Start-up: the first rules that are told need not read again what was read with the catalog.
_sound_references: dict[str, Reference] = {}


@dataclass(frozen=True, slots=True)
class Catalog:
    """All shipped content by id; the mappings cannot be changed."""

    exercises: Mapping[str, Exercise]
    workouts: Mapping[str, Workout]
    references: Mapping[str, Reference]
    claims: Mapping[str, Claim]


def load_catalog(root: Path | None = None) -> Catalog:
    """All exercises, workouts, references and claims below `root` (the shipped resources by default).

    Raises one ContentError that names every bad entry by file and key.
    """
    problems = Problems(root or resources_root())
    references = read_references(problems)
    claims = read_claims(references, problems)
    ids = stems("exercises", problems)
    exercises = read_exercises(ids, problems)
    _check_exercises(ids, exercises, references, claims, problems)
    workouts = _workouts(stems("workouts", problems), ids, exercises, problems)
    problems.raise_if_any()
    if root is None:
        _sound_references.update(references)
    return Catalog(
        MappingProxyType(exercises),
        MappingProxyType(workouts),
        MappingProxyType(references),
        MappingProxyType(claims),
    )


def load_workout(workout_id: str, root: Path | None = None) -> Workout:
    """One workout, reading only its own file and those of its exercises.

    Raises ContentError like `load_catalog`, for those files; links between exercises are not followed.
    """
    problems = Problems(root or resources_root())
    file = _workout_file(workout_id, problems)
    ids = list(dict.fromkeys(item.exercise for item in file.items)) if file else []
    exercises = read_exercises(ids, problems)
    workout = _workout(workout_id, file, ids, exercises, problems)
    problems.raise_if_any()
    if workout is None:
        raise AssertionError("a workout without problems exists")
    return workout


def load_rules(root: Path | None = None) -> Mapping[str, Rule]:
    """The coach's rules by key; those that are shipped are read once.

    Raises ContentError as `load_catalog` does.
    """
    return _shipped_rules() if root is None else _rules(Problems(root))


@cache
def _shipped_rules() -> Mapping[str, Rule]:
    return _rules(Problems(resources_root()), _sound_references)


def _rules(problems: Problems, references: Mapping[str, Reference] | None = None) -> Mapping[str, Rule]:
    rules = read_rules(references or read_references(problems), problems)
    problems.raise_if_any()
    return MappingProxyType(rules)


def read_exercises(ids: list[str], problems: Problems) -> dict[str, Exercise]:
    """The exercises of these ids that can be read, each checked by itself."""
    found: dict[str, Exercise] = {}
    for exercise_id in ids:
        file = f"exercises/{exercise_id}.toml"
        table = read_table(file, problems)
        if table is None:
            continue
        if "id" in table:
            problems.add(file, "id", "does not belong here, the file's name is the id")
        try:
            found[exercise_id] = exercise_from(exercise_id, table)
        except Exception as error:  # noqa: BLE001 - cattrs raises groups of every kind; all are told
            problems.add_error(file, "", error)
            continue
        for key, what in exercise_checks.within(found[exercise_id]):
            problems.add(file, key, what)
    return found


def _check_exercises(
    ids: list[str],
    exercises: dict[str, Exercise],
    references: dict[str, Reference],
    claims: dict[str, Claim],
    problems: Problems,
) -> None:
    """Checks that need more than one file."""
    for exercise in exercises.values():
        findings = [
            *exercise_checks.links(exercise, ids, exercises),
            *exercise_checks.sources(exercise, references, claims),
        ]
        for key, what in findings:
            problems.add(f"exercises/{exercise.id}.toml", key, what)
    for exercise_id in exercise_checks.circles(exercises):
        problems.add(f"exercises/{exercise_id}.toml", "harder", "leads back to this exercise")
    for exercise_id, key, what in exercise_checks.doubled(exercises.values()):
        problems.add(f"exercises/{exercise_id}.toml", key, what)


def _workouts(
    workout_ids: list[str], ids: list[str], exercises: dict[str, Exercise], problems: Problems
) -> dict[str, Workout]:
    found: dict[str, Workout] = {}
    for workout_id in workout_ids:
        workout = _workout(workout_id, _workout_file(workout_id, problems), ids, exercises, problems)
        if workout is not None:
            found[workout_id] = workout
    return found


def _workout_file(workout_id: str, problems: Problems) -> WorkoutFile | None:
    file = f"workouts/{workout_id}.toml"
    table = read_table(file, problems)
    if table is None:
        return None
    try:
        shape = workout_file_from(table)
    except Exception as error:  # noqa: BLE001 - cattrs raises groups of every kind; all are told
        problems.add_error(file, "", error)
        return None
    if shape.level not in _LEVELS:
        problems.add(file, "level", f"must be one of {', '.join(_LEVELS)}")
    if not shape.items:
        problems.add(file, "items", "is empty")
    return shape


def _workout(
    workout_id: str,
    file: WorkoutFile | None,
    ids: list[str],
    exercises: dict[str, Exercise],
    problems: Problems,
) -> Workout | None:
    """The workout, or None when something is wrong with it or with one of its exercises."""
    if file is None or not file.items:
        return None
    sound = True
    for number, item in enumerate(file.items, 1):
        for key, what in item_findings(item, ids, exercises):
            problems.add(f"workouts/{workout_id}.toml", f"items.{number}.{key}", what)
            sound = False
    readable = all(item.exercise in exercises for item in file.items)
    return workout_from(workout_id, file, exercises) if sound and readable else None
