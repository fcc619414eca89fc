"""What is asked before heavy work, and of what.

The list is the app's own (evidence file, section D, rule 4); no clinician has signed it. The questions' words
are claims at the place "intake".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.domain.plan import Plan
from trainer.domain.workout import Workout, WorkoutItem

QUESTIONS: tuple[str, ...] = (
    "stress_fracture",
    "low_energy",
    "osteoporosis",
    "pregnancy",
    "surgery_or_travel",
    "blood_clot",
    "cancer",
    "numb_feet",
    "tendon_drugs",
    "under_16",
)
"""The id of each question; every one answered with yes asks for a clinician first."""

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


def claim_of(question: str) -> str:
    """The key of the claim that words a question."""
    return f"intake-{question.replace('_', '-')}"


def heavy(workout: Workout) -> bool:
    """Whether the questions come first: full Nordics, hops, or anything with a load."""
    return any(_heavy_item(item) for item in workout.items)


def heavy_plan(plan: Plan, figure_of: Callable[[str], str]) -> bool:
    """Whether one of the plan's sessions is heavy, so that the questions come before its start.

    `figure_of` is the figure's id of an exercise: one's own version of a heavy exercise is as heavy.
    """
    planned = {
        (one.exercise_id, any(target.load_rm is not None for target in one.sets))
        for week in plan.weeks
        for session in week.sessions
        for one in session.exercises
    }
    return any(loaded or not HEAVY.isdisjoint({key, figure_of(key)}) for key, loaded in planned)


def answered(answers: Mapping[str, bool]) -> bool:
    """Whether every question has its answer."""
    return all(question in answers for question in QUESTIONS)


def clinician_first(answers: Mapping[str, bool]) -> bool:
    """Whether one of the answers asks for a clinician."""
    return any(answers.get(question, False) for question in QUESTIONS)


def cleared(answers: Mapping[str, bool]) -> bool:
    """Whether heavy work may begin without another word."""
    return answered(answers) and not clinician_first(answers)


def _heavy_item(item: WorkoutItem) -> bool:
    """By the figure too: one's own version of a heavy exercise is as heavy."""
    ids = {item.exercise_id, item.figure_id}
    return not HEAVY.isdisjoint(ids) or any(target.load_kg for target in item.sets)
