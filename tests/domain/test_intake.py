from __future__ import annotations

import pytest

from trainer.catalog import load_catalog
from trainer.domain.exercise import Range
from trainer.domain.intake import (
    HEAVY,
    QUESTIONS,
    answered,
    claim_of,
    cleared,
    clinician_first,
    heavy_plan,
)
from trainer.domain.plan import Footing, Plan, PlannedExercise, PlannedSession, PlannedSet, PlanWeek

CATALOG = load_catalog()
NO = dict.fromkeys(QUESTIONS, False)

TO_ASK = {
    "stress_fracture": ("stress fracture",),
    "low_energy": ("miss periods", "eat too little"),
    "osteoporosis": ("osteoporosis",),
    "pregnancy": ("pregnant",),
    "surgery_or_travel": ("surgery", "long journey"),
    "blood_clot": ("blood clot",),
    "cancer": ("cancer",),
    "numb_feet": ("diabetes", "numb feet"),
    "tendon_drugs": ("fluoroquinolone", "steroids"),
    "under_16": ("younger than 16",),
}
"""The list of evidence D.4, typed out."""


def test_all_of_the_list_is_asked() -> None:
    assert set(QUESTIONS) == set(TO_ASK)
    for question, words in TO_ASK.items():
        text = CATALOG.claims[claim_of(question)].text
        assert all(word in text for word in words)


@pytest.mark.parametrize("question", QUESTIONS)
def test_one_yes_is_enough_and_no_answer_is_none(question: str) -> None:
    assert clinician_first({**NO, question: True})
    assert not cleared({**NO, question: True})
    assert not answered({one: False for one in QUESTIONS if one != question})
    assert cleared(NO)


def plan_of(exercise_id: str, **target: object) -> Plan:
    exercise = PlannedExercise(exercise_id, (PlannedSet(reps=Range(5, 5), **target),), 60)  # type: ignore[arg-type]
    light = PlannedExercise("double-leg-glute-bridge", (PlannedSet(reps=Range(8, 8)),), 60)
    sessions = (PlannedSession((light,)), PlannedSession((light, exercise)))
    return Plan("one", "One", "One's own", Footing.OWN, (PlanWeek(1, sessions[:1]), PlanWeek(2, sessions)))


def test_a_plan_is_heavy_when_one_of_its_sessions_is() -> None:
    assert all(heavy_plan(plan_of(exercise_id), str) for exercise_id in HEAVY)
    assert heavy_plan(plan_of("single-leg-heel-raise", load_rm=8), str)
    assert not heavy_plan(plan_of("single-leg-heel-raise"), str)


def test_one_s_own_version_of_a_heavy_exercise_makes_a_plan_heavy() -> None:
    figures = {"own-nordic": "nordic-hamstring-curl", "double-leg-glute-bridge": "double-leg-glute-bridge"}
    assert heavy_plan(plan_of("own-nordic"), figures.__getitem__)


def test_heavy_exercises_are_known() -> None:
    assert set(CATALOG.exercises) >= HEAVY
