"""`rehearse`."""

from __future__ import annotations

import argparse
import json

from trainer.audio.voices import load_voice
from trainer.cli.surroundings import Surroundings
from trainer.cli.tables import clock_time, columns
from trainer.domain.workout import Workout
from trainer.engine.rehearsal import rehearsal
from trainer.engine.timeline import Step, build_timeline
from trainer.errors import NoSuchEntry, UsageError
from trainer.settings import VOICE


def rehearse(asked: argparse.Namespace, around: Surroundings) -> int:
    """Prints every step of a session and when it begins, or steps and cues as JSON. Raises UsageError."""
    workout = _workout(asked.workout, around)
    if asked.json:
        voice = load_voice(VOICE.default)
        print(json.dumps(rehearsal(workout, voice.phrase_s), indent=2, ensure_ascii=False))
        return 0
    timeline = build_timeline(workout)
    print(f"{workout.name}: {clock_time(timeline.duration_s)}")
    print(*columns([_line(step) for step in timeline.steps]), sep="\n")
    return 0


def _workout(workout_id: str, around: Surroundings) -> Workout:
    with around.library() as library:
        try:
            return library.workout(workout_id)
        except NoSuchEntry:
            known = ", ".join(workout.id for workout in library.workouts())
    raise UsageError(f"There is no workout “{workout_id}”; there are {known}.")


def _line(step: Step) -> tuple[str, ...]:
    lasts = f"{step.duration_s:g} s" + (" or as long as it takes" if step.open else "")
    kind = "warm-up" if step.target.warm_up else "set"
    what = f"{step.item.exercise}, {kind} {step.set_no} of {step.of_sets}"
    side = "" if step.side.value == "both" else step.side.value
    return clock_time(step.at_s), step.kind.replace("_", " "), lasts, what, side
