"""`exercises`, `workouts`."""

from __future__ import annotations

import argparse
import json
from typing import Any

from trainer.cli.surroundings import Surroundings
from trainer.cli.tables import clock_time, columns
from trainer.domain.workout import SetTarget, Workout
from trainer.engine.rehearsal import plain_number
from trainer.engine.timeline import build_timeline
from trainer.services.library import exercise_json


def exercises(asked: argparse.Namespace, around: Surroundings) -> int:
    """Prints the library: a line each, or all of it as JSON."""
    with around.library() as library:
        found = library.exercises()
    if asked.json:
        print(json.dumps([exercise_json(exercise) for exercise in found], indent=2, ensure_ascii=False))
        return 0
    head = ("ID", "NAME", "AREA", "LEVEL", "SIDES", "COUNTED IN")
    rows = [(e.id, e.name, e.region or "own", str(e.level), e.side.value, e.kind.value) for e in found]
    print(*columns([head, *rows]), sep="\n")
    return 0


def workouts(asked: argparse.Namespace, around: Surroundings) -> int:
    """Prints the workouts: a line each, or all of them as JSON."""
    with around.library() as library:
        found = library.workouts()
    if asked.json:
        print(json.dumps([workout_json(workout) for workout in found], indent=2, ensure_ascii=False))
        return 0
    head = ("ID", "NAME", "LEVEL", "LASTS", "EXERCISES")
    print(*columns([head, *(_line(workout) for workout in found)]), sep="\n")
    return 0


def _line(workout: Workout) -> tuple[str, ...]:
    names = ", ".join(item.exercise for item in workout.items)
    lasts = clock_time(build_timeline(workout).duration_s)
    return workout.id, workout.name, workout.level or "own", lasts, names


def workout_json(workout: Workout) -> dict[str, Any]:
    """A workout as `workouts --json` prints it; what a set does not ask for has no key."""
    return {
        "id": workout.id,
        "name": workout.name,
        "level": workout.level,
        "own": workout.own,
        "duration_s": plain_number(build_timeline(workout).duration_s),
        "exercises": [
            {
                "exercise_id": item.exercise_id,
                "exercise": item.exercise,
                "side": item.side.value,
                "rest_s": item.rest_s,
                "group": item.group,
                "sets": [_set_json(target) for target in item.sets],
            }
            for item in workout.items
        ],
    }


def _set_json(target: SetTarget) -> dict[str, Any]:
    values = {
        "reps": target.reps,
        "hold_s": target.hold_s,
        "tempo": str(target.tempo) if target.tempo else None,
        "load_kg": target.load_kg,
        "rpe": target.rpe,
        "lean_deg": target.lean_deg,
        "to_limit": target.to_limit or None,
        "own_pace": target.own_pace or None,
        "warm_up": target.warm_up or None,
    }
    return {"kind": target.kind.value} | {name: value for name, value in values.items() if value is not None}
