"""A whole session on paper, as `rehearse --json` prints it."""

from __future__ import annotations

from typing import Any

from trainer.domain.workout import Workout
from trainer.engine.cues import plan_cues
from trainer.engine.speech import PhraseLength, estimated_s
from trainer.engine.timeline import Step, build_timeline


def rehearsal(workout: Workout, phrase_s: PhraseLength = estimated_s) -> dict[str, Any]:
    """The steps and cues of the workout at its planned pace, times in seconds from the start.

    `set` of `of_sets` counts working sets; sets to warm up count by themselves, and say `warm_up` (own rule).
    `phrase_s` knows how long the voice takes, which decides what speech gives way.
    """
    timeline = build_timeline(workout)
    return {
        "workout": workout.id,
        "duration_s": plain_number(timeline.duration_s),
        "steps": [_step(step) for step in timeline.steps],
        "cues": [
            {"at_s": plain_number(c.at_s), "cue": str(c.cue), "text": c.text}
            for c in plan_cues(timeline, phrase_s=phrase_s)
        ],
    }


def _step(step: Step) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "at_s": plain_number(step.at_s),
        "kind": str(step.kind),
        "duration_s": plain_number(step.duration_s),
        "exercise_id": step.item.exercise_id,
        "set": step.set_no,
        "of_sets": step.of_sets,
        "side": str(step.side),
    }
    if step.target.warm_up:
        entry["warm_up"] = True
    if step.open:
        entry["open"] = True
    return entry


def plain_number(seconds: float) -> int | float:
    """Milliseconds at most, and whole seconds without a point."""
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded
