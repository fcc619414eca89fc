"""Loading the shipped plans; apart from the rest, because few need them and none at start-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from trainer.catalog import plan_checks
from trainer.catalog.files import read_table, stems
from trainer.catalog.keyed import read_references
from trainer.catalog.loading import read_exercises
from trainer.catalog.plan_shapes import PlanExerciseFile, PlanFile, PlanSessionFile
from trainer.catalog.problems import Problems
from trainer.catalog.shapes import plan_file_from
from trainer.domain.plan import Plan, PlannedExercise, PlannedSession, PlannedSet, PlanWeek
from trainer.resources import resources_root


def load_plans(root: Path | None = None) -> Mapping[str, Plan]:
    """The shipped plans by id, in the order of lists, reading of the exercises only those that they name.

    Raises ContentError as `load_catalog` does.
    """
    problems = Problems(root or resources_root())
    plan_ids, exercise_ids = stems("plans", problems), stems("exercises", problems)
    files = {plan_id: file for plan_id in plan_ids if (file := _file(plan_id, problems)) is not None}
    named = {exercise.exercise for file in files.values() for exercise in _exercises(file)}
    exercises = read_exercises(sorted(named & set(exercise_ids)), problems)
    references = read_references(problems)
    for plan_id, file in files.items():
        for key, what in plan_checks.within(file, exercise_ids, exercises, references):
            problems.add(f"plans/{plan_id}.toml", key, what)
    in_order = sorted(files.items(), key=lambda item: item[1].order)
    plans = {plan_id: plan_from(plan_id, file) for plan_id, file in in_order}
    for plan_id, key, what in plan_checks.between(plans, plan_ids):
        problems.add(f"plans/{plan_id}.toml", key, what)
    problems.raise_if_any()
    return MappingProxyType(plans)


def _file(plan_id: str, problems: Problems) -> PlanFile | None:
    file = f"plans/{plan_id}.toml"
    table = read_table(file, problems)
    if table is None:
        return None
    try:
        return plan_file_from(table)
    except Exception as error:  # noqa: BLE001 - cattrs raises groups of every kind; all are told
        problems.add_error(file, "", error)
        return None


def _exercises(file: PlanFile) -> Iterator[PlanExerciseFile]:
    for block in file.blocks:
        for session in block.sessions:
            yield from session.exercises


def plan_from(plan_id: str, file: PlanFile) -> Plan:
    """The plan of a file, its weeks in order and each written out."""
    weeks = [
        PlanWeek(week, tuple(one for session in block.sessions for one in _sessions(session)))
        for block in file.blocks
        for week in block.weeks
    ]
    return Plan(
        id=plan_id,
        name=file.name,
        source=file.source,
        footing=file.footing,
        weeks=tuple(sorted(weeks, key=lambda week: week.week)),
        whose=file.whose,
        tried_in=file.tried_in,
        outcome=file.outcome,
        uncertain=file.uncertain,
        seen=file.seen,
        cautions=file.cautions,
        self_start=file.self_start,
        heavy_hamstring=file.heavy_hamstring,
        least_gap_d=file.least_gap_d,
        afterwards=file.afterwards,
    )


def _sessions(session: PlanSessionFile) -> tuple[PlannedSession, ...]:
    exercises = tuple(_exercise(exercise) for exercise in session.exercises)
    return (PlannedSession(exercises, session.per_day),) * session.times


def _exercise(planned: PlanExerciseFile) -> PlannedExercise:
    sets = tuple(
        one
        for few in planned.sets
        for one in (PlannedSet(few.reps, few.hold_s, few.load_rm, few.to_limit),) * few.times
    )
    return PlannedExercise(planned.exercise, sets, planned.rest_s, planned.tempo, planned.note)
