"""What must hold within a plan and between plans, beyond the types of their fields."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from trainer.catalog.keyed import cited
from trainer.catalog.plan_shapes import PlanExerciseFile, PlanFile, PlanSessionFile, PlanSetFile
from trainer.domain.exercise import Exercise, Kind, Reference
from trainer.domain.plan import Footing, Plan, Statement

Finding = tuple[str, str]
"""The key and what is wrong with it."""

STATEMENTS: Final = ("whose", "tried_in", "outcome", "uncertain", "seen", "cautions")
_DAYS = 7


def within(
    plan: PlanFile,
    ids: Collection[str],
    exercises: Mapping[str, Exercise],
    references: Mapping[str, Reference],
) -> Iterator[Finding]:
    """What a plan's file says wrongly by itself; `ids` are all exercises, `exercises` those it names."""
    if plan.footing is Footing.OWN:
        yield "footing", "own is what users make; it is no footing of a file"
    if plan.least_gap_d < 1:
        yield "least_gap_d", "must be one day at least"
    yield from _weeks(plan)
    for number, block in enumerate(plan.blocks, 1):
        if not block.sessions:
            yield f"blocks.{number}.sessions", "is empty"
        count = sum(session.times for session in block.sessions)
        if plan.self_start and (count - 1) * plan.least_gap_d >= _DAYS:
            yield f"blocks.{number}.sessions", f"{count} of them do not fit into a week with that least gap"
        for place, session in enumerate(block.sessions, 1):
            for key, what in _session(session, ids, exercises):
                yield f"blocks.{number}.sessions.{place}.{key}", what
    yield from _statements(plan, references)


def _weeks(plan: PlanFile) -> Iterator[Finding]:
    """Each week from the first to the last stands there once."""
    weeks = sorted(week for block in plan.blocks for week in block.weeks)
    if not weeks or weeks != list(range(1, len(weeks) + 1)):
        yield "blocks", "must have each week once, from 1 on without a gap"


def _session(
    session: PlanSessionFile, ids: Collection[str], exercises: Mapping[str, Exercise]
) -> Iterator[Finding]:
    for key in ("times", "per_day"):
        if getattr(session, key) < 1:
            yield key, "must be one at least"
    if not session.exercises:
        yield "exercises", "is empty"
    for number, exercise in enumerate(session.exercises, 1):
        for key, what in _exercise(exercise, ids, exercises):
            yield f"exercises.{number}.{key}", what


def _exercise(
    planned: PlanExerciseFile, ids: Collection[str], exercises: Mapping[str, Exercise]
) -> Iterator[Finding]:
    if planned.exercise not in ids:
        yield "exercise", f"{planned.exercise!r} is not an exercise"
    if planned.rest_s < 0:
        yield "rest_s", "cannot be below zero"
    if not planned.sets:
        yield "sets", "is empty"
    exercise = exercises.get(planned.exercise)
    if exercise is None:
        return
    if exercise.kind is Kind.HOLD and planned.tempo is not None:
        yield "tempo", "does not belong to an exercise of the kind hold"
    for number, one in enumerate(planned.sets, 1):
        for key, what in _set(one, exercise.kind):
            yield f"sets.{number}.{key}", what


def _set(one: PlanSetFile, kind: Kind) -> Iterator[Finding]:
    """A hold says its seconds, and its reps where a set is several holds; reps say their number."""
    if one.times < 1:
        yield "times", "must be one at least"
    if kind is Kind.REPS and one.hold_s is not None:
        yield "hold_s", "does not belong to an exercise of the kind reps"
    if kind is Kind.REPS and one.reps is None:
        yield "reps", "must say how many, for an exercise of the kind reps"
    if kind is Kind.HOLD and (one.hold_s is None or one.hold_s <= 0):
        yield "hold_s", "must say how long, for an exercise of the kind hold"
    if one.reps is not None and one.reps.low < 1:
        yield "reps", "must be one at least"
    if one.load_rm is not None and one.load_rm < 1:
        yield "load_rm", "must be one at least"


def _statements(plan: PlanFile, references: Mapping[str, Reference]) -> Iterator[Finding]:
    for key in STATEMENTS:
        statements: tuple[Statement, ...] = getattr(plan, key)
        if not statements:
            yield key, "is empty"
        for number, statement in enumerate(statements, 1):
            for what in _grounds(statement, references):
                yield f"{key}.{number}.references", what


def _grounds(statement: Statement, references: Mapping[str, Reference]) -> Iterator[str]:
    if not statement.references and not statement.own_rule:
        yield "must be there, unless own_rule is true"
    if len(set(statement.references)) < len(statement.references):
        yield "names one twice"
    yield from cited(statement.references, references)


def between(plans: Mapping[str, Plan], ids: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Id, key and sentence of what does not agree with other plans; `ids` are all plan files."""
    for plan in plans.values():
        if plan.afterwards and plan.afterwards not in ids:
            yield plan.id, "afterwards", f"{plan.afterwards!r} is not a plan"
    for plan_id, name in _doubled(plans.values()):
        yield plan_id, "name", f"is the name of {name!r} already"


def _doubled(plans: Iterable[Plan]) -> Iterator[tuple[str, str]]:
    owner: dict[str, str] = {}
    for plan in plans:
        name = plan.name.casefold()
        if name in owner:
            yield plan.id, owner[name]
        owner.setdefault(name, plan.id)
