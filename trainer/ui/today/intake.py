"""What is asked before heavy work, and of which workouts. No Qt.

The list is the app's own (evidence file, section D, rule 4); no clinician has signed it.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer.domain.workout import Workout, WorkoutItem

QUESTIONS: tuple[tuple[str, str], ...] = (
    ("stress_fracture", "An earlier stress fracture"),
    ("low_energy", "Missed periods, or eating too little for what you do"),
    ("osteoporosis", "Osteoporosis"),
    ("pregnancy", "Pregnancy"),
    ("surgery_or_travel", "Surgery, or a long journey, in the last weeks"),
    ("blood_clot", "A blood clot, now or earlier"),
    ("cancer", "Cancer, now or earlier"),
    ("numb_feet", "Diabetes with numb feet"),
    ("tendon_drugs", "Fluoroquinolone antibiotics or steroids"),
    ("under_16", "Younger than 16"),
)
"""Id and text of each question; every one answered with yes asks for a clinician first."""

HEAVY = frozenset(
    {
        "nordic-hamstring-curl",
        "double-leg-pogo-hops",
        "single-leg-hops-in-place",
        "romanian-deadlift",
        "loaded-single-leg-rdl",
        "hip-thrust",
        "goblet-squat",
        "rear-foot-elevated-split-squat",
        "bent-knee-heel-raise",
        "loaded-single-leg-heel-raise",
    }
)
"""Full Nordics, hops, and what is done with a weight."""


def heavy(workout: Workout) -> bool:
    """Whether the questions come first: full Nordics, hops, or anything with a load."""
    return any(_heavy_item(item) for item in workout.items)


def _heavy_item(item: WorkoutItem) -> bool:
    """By the figure too: one's own version of a heavy exercise is as heavy."""
    ids = {item.exercise_id, item.figure_id}
    return not HEAVY.isdisjoint(ids) or any(target.load_kg for target in item.sets)


def answered(answers: Mapping[str, bool]) -> bool:
    """Whether every question has its answer."""
    return all(question in answers for question, _ in QUESTIONS)


def clinician_first(answers: Mapping[str, bool]) -> bool:
    """Whether one of the answers asks for a clinician."""
    return any(answers.get(question, False) for question, _ in QUESTIONS)
