"""`plan list`, `plan show`."""

from __future__ import annotations

import argparse
import json
from typing import Any

from trainer.cli.own_sessions import needs_workouts, written_out
from trainer.cli.plan_text import told
from trainer.cli.surroundings import Surroundings
from trainer.cli.tables import columns
from trainer.domain.exercise import Range
from trainer.domain.plan import Footing, Plan, PlannedSession, PlannedSet
from trainer.engine.rehearsal import plain_number
from trainer.errors import UsageError

_FOOTINGS = {
    Footing.PUBLISHED: "published",
    Footing.PARTLY: "partly",
    Footing.OWN_RULE: "own rule",
    Footing.OWN: "yours",
}


def plan(asked: argparse.Namespace, around: Surroundings) -> int:
    """Prints all plans, or one of them with its weeks. Raises UsageError."""
    if asked.what == "list":
        return _list(asked, around)
    return _show(asked, around)


def _list(asked: argparse.Namespace, around: Surroundings) -> int:
    plans = around.plans()
    if asked.json:
        print(json.dumps([_line_json(one) for one in plans.values()], indent=2, ensure_ascii=False))
        return 0
    head = ("ID", "NAME", "WEEKS", "SESSIONS", "WHOSE")
    print(*columns([head, *map(_line, plans.values())]), sep="\n")
    return 0


def _line(one: Plan) -> tuple[str, ...]:
    whose = _FOOTINGS[one.footing] + ("" if one.self_start else ", information only")
    return one.id, one.name, str(len(one.weeks)), str(one.session_count), whose


def _line_json(one: Plan) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "source": one.source,
        "footing": one.footing.value,
        "weeks": len(one.weeks),
        "sessions": one.session_count,
        "self_start": one.self_start,
    }


def _show(asked: argparse.Namespace, around: Surroundings) -> int:
    plans = around.plans()
    if asked.plan not in plans:
        raise UsageError(f"There is no plan “{asked.plan}”; there are {', '.join(plans)}.")
    one = _written_out(plans[asked.plan], around)
    if asked.json:
        print(json.dumps(plan_json(one), indent=2, ensure_ascii=False))
        return 0
    with around.library() as library:
        names = {exercise.id: exercise.name for exercise in library.exercises()}
    print(*told(one, names), sep="\n")
    return 0


def _written_out(one: Plan, around: Surroundings) -> Plan:
    if not needs_workouts(one):
        return one
    with around.library() as library:
        return written_out(one, library)


def plan_json(one: Plan) -> dict[str, Any]:
    """A plan as `plan show --json` prints it; what a set or a session does not ask for has no key."""
    return {
        "id": one.id,
        "name": one.name,
        "source": one.source,
        "weeks": [
            {"week": week.week, "sessions": [_session_json(session) for session in week.sessions]}
            for week in one.weeks
        ],
    }


def _session_json(session: PlannedSession) -> dict[str, Any]:
    exercises = [
        {"exercise_id": planned.exercise_id, "sets": [_set_json(one) for one in planned.sets]}
        for planned in session.exercises
    ]
    return {"exercises": exercises} | ({"per_day": session.per_day} if session.per_day > 1 else {})


def _set_json(one: PlannedSet) -> dict[str, Any]:
    values = {
        "reps": _reps_json(one.reps),
        "hold_s": None if one.hold_s is None else plain_number(one.hold_s),
        "load_rm": one.load_rm,
        "to_limit": one.to_limit or None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _reps_json(reps: Range | None) -> int | list[int] | None:
    if reps is None:
        return None
    return reps.low if reps.low == reps.high else [reps.low, reps.high]
