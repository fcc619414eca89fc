"""A small notation for sessions: workouts from a line, events as lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from trainer.domain.exercise import Kind, Laterality
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, Workout, WorkoutItem
from trainer.engine.events import (
    CourseChanged,
    Event,
    Finished,
    PaceReleased,
    Paused,
    RestChanged,
    Resumed,
    StepStarted,
    WorkEnded,
    WorkProgressed,
    WorkReopened,
)
from trainer.engine.timeline import Step


def item(text: str) -> WorkoutItem:
    """`nordic 2x5@5-0-0-4 rest 60`, `plank 1x20s rest 30 each`, `squat 1x8 own`, `… limit`, `… group A`.

    `… warm 1` has the first of its sets warm up.
    """
    name, sets, *words = text.split()
    count, _, amount = sets.partition("x")
    options = dict(pairwise(words))
    own, limit = "own" in words, "limit" in words
    if amount.endswith("s"):
        target = SetTarget(Kind.HOLD, hold_s=float(amount[:-1]), to_limit=limit)
    else:
        reps, _, tempo = amount.partition("@")
        target = SetTarget(
            Kind.REPS, reps=int(reps), tempo=Tempo.parse(tempo or "2-0-1-0"), own_pace=own, to_limit=limit
        )
    return WorkoutItem(
        exercise_id=name,
        exercise=name.capitalize(),
        short_name=name,
        side=Laterality.EACH if "each" in words else Laterality.BOTH,
        sets=tuple(
            replace(target, warm_up=number < int(options.get("warm", "0"))) for number in range(int(count))
        ),
        rest_s=float(options.get("rest", "0")),
        group=options.get("group", ""),
    )


def workout(*lines: str) -> Workout:
    return Workout("test", "Test", tuple(item(line) for line in lines))


def step_line(step: Step) -> str:
    warm = "warm-up " if step.target.warm_up else ""
    return f"{step.kind} {step.item.exercise_id} {warm}{step.set_no}/{step.of_sets} {step.side}"


def lines(events: Iterable[Event]) -> list[str]:
    return [line(event) for event in events]


def line(event: Event) -> str:
    at = f"{event.at:g}"
    match event:
        case StepStarted(_, step):
            return f"{at} {step_line(step)}"
        case WorkProgressed(_, _, reps, hold_s):
            return f"{at} … {reps} reps {hold_s:g} s"
        case WorkEnded(_, step, status, reps, hold_s):
            what = f"{reps} reps" if hold_s is None else f"{hold_s:g} s"
            return f"{at} {status} {step.side} {what}"
        case WorkReopened(_, step):
            return f"{at} reopened {step.set_no} {step.side}"
        case RestChanged(_, _, by_s):
            return f"{at} rest {by_s:+g}"
        case PaceReleased():
            return f"{at} own pace"
        case Paused(_, slept_s):
            return f"{at} paused" + (f" slept {slept_s:g}" if slept_s else "")
        case Resumed():
            return f"{at} resumed"
        case CourseChanged() | Finished():
            return f"{at} other course" if isinstance(event, CourseChanged) else f"{at} finished"
