"""Workouts that are short enough to be run through by hand."""

from __future__ import annotations

from trainer.domain.exercise import Kind, Laterality
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, Workout, WorkoutItem

CURL = WorkoutItem(
    exercise_id="nordic-hamstring-curl",
    exercise="Nordic hamstring curl",
    short_name="Nordic curl",
    side=Laterality.BOTH,
    sets=(SetTarget(Kind.REPS, reps=3, tempo=Tempo.parse("2-0-1-0")),) * 2,
    rest_s=60,
    logs_lean=True,
)
HINGE = WorkoutItem(
    exercise_id="single-leg-rdl",
    exercise="Single-leg RDL",
    short_name="Single-leg RDL",
    side=Laterality.EACH,
    sets=(SetTarget(Kind.REPS, reps=2, tempo=Tempo.parse("3-1-1-0"), load_kg=12.5),) * 2,
    rest_s=40,
)
HOLD = WorkoutItem(
    exercise_id="long-lever-bridge-hold",
    exercise="Long-lever bridge hold",
    short_name="Long-lever bridge",
    side=Laterality.BOTH,
    sets=(SetTarget(Kind.HOLD, hold_s=20),),
    rest_s=40,
)
LIMIT = WorkoutItem(
    exercise_id="nordic-hamstring-curl",
    exercise="Nordic hamstring curl",
    short_name="Nordic curl",
    side=Laterality.BOTH,
    sets=(SetTarget(Kind.REPS, reps=5, tempo=Tempo.parse("2-0-1-0"), own_pace=True),) * 2,
    rest_s=30,
)


def workout(*items: WorkoutItem) -> Workout:
    return Workout("test", "Test workout", items)


MIXED = workout(CURL, HINGE, HOLD)
