"""Walks all shipped exercises: complete, and as the sources have them."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from trainer.catalog import load_catalog
from trainer.domain.exercise import Evidence, Exercise, Kind, Laterality
from trainer.domain.vocabulary import EQUIPMENT

CATALOG = load_catalog()
EXERCISES = list(CATALOG.exercises.values())

LADDERS: dict[str, str] = {
    "double-leg-glute-bridge": "single-leg-glute-bridge long-lever-bridge-hold",
    "single-leg-glute-bridge": "single-leg-long-lever-bridge-hold hip-thrust",
    "long-lever-bridge-hold": "single-leg-long-lever-bridge-hold hamstring-walk-outs eccentric-slider-bridge",
    "single-leg-long-lever-bridge-hold": "single-leg-eccentric-slider-bridge hip-extension-45",
    "hamstring-walk-outs": "eccentric-slider-bridge",
    "eccentric-slider-bridge": "single-leg-eccentric-slider-bridge slider-leg-curl",
    "single-leg-eccentric-slider-bridge": "slider-leg-curl band-assisted-nordic",
    "slider-leg-curl": "band-assisted-nordic partial-range-nordic",
    "stability-ball-leg-curl": "slider-leg-curl",
    "band-assisted-nordic": "partial-range-nordic nordic-hamstring-curl",
    "partial-range-nordic": "nordic-hamstring-curl",
    "nordic-hamstring-curl": "",
    "prone-band-leg-curl": "slider-leg-curl stability-ball-leg-curl",
    "hip-hinge-with-dowel": "romanian-deadlift",
    "romanian-deadlift": "single-leg-rdl loaded-single-leg-rdl",
    "single-leg-rdl": "loaded-single-leg-rdl",
    "loaded-single-leg-rdl": "",
    "hip-extension-45": "",
    "diver": "loaded-single-leg-rdl",
    "glider": "nordic-hamstring-curl",
    "extender": "diver",
}
"""Each exercise with the harder ones that the evidence names, those that are not shipped yet included."""

EASIER: dict[str, str] = {
    "stability-ball-leg-curl": "hamstring-walk-outs",
    "band-assisted-nordic": "eccentric-slider-bridge slider-leg-curl",
    "prone-band-leg-curl": "double-leg-glute-bridge",
    "hip-hinge-with-dowel": "double-leg-glute-bridge",
    "single-leg-rdl": "romanian-deadlift hip-hinge-with-dowel",
    "hip-extension-45": "romanian-deadlift",
    "diver": "single-leg-rdl",
    "glider": "diver eccentric-slider-bridge",
    "hip-thrust": "double-leg-glute-bridge single-leg-glute-bridge",
}
"""Easier ones that the evidence names on that side only."""

LEVELS = dict(zip(LADDERS, (1, 2, 2, 3, 3, 3, 4, 4, 3, 4, 4, 5, 2, 1, 3, 3, 4, 3, 3, 4, 1), strict=True))
GRADES = dict(zip(LADDERS, "EEEEPTPPPPTTEPEEPTTTT", strict=True))

EQUAL_RUNGS = {
    "double-leg-glute-bridge → hip-hinge-with-dowel",
    "hamstring-walk-outs → eccentric-slider-bridge",
    "hamstring-walk-outs → stability-ball-leg-curl",
    "single-leg-long-lever-bridge-hold → hip-extension-45",
    "romanian-deadlift → single-leg-rdl",
    "romanian-deadlift → hip-extension-45",
    "single-leg-rdl → diver",
    "single-leg-eccentric-slider-bridge → slider-leg-curl",
    "single-leg-eccentric-slider-bridge → band-assisted-nordic",
    "slider-leg-curl → band-assisted-nordic",
    "slider-leg-curl → partial-range-nordic",
    "band-assisted-nordic → partial-range-nordic",
}
"""Rungs on one level: the evidence's ladders have them in this order all the same."""

REHABILITATION = ("diver", "glider", "extender")


def every_word(exercise: Exercise) -> str:
    texts = (exercise.name, exercise.harder_note, exercise.dose.note, *exercise.faults, *exercise.cautions)
    cues = (exercise.cues.position, exercise.cues.movement, exercise.cues.feel)
    return " ".join(chain(texts, cues))


each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=[exercise.id for exercise in EXERCISES])


def test_both_hamstring_ladders_are_there() -> None:
    assert set(LADDERS) <= set(CATALOG.exercises)


def test_levels_and_grades_are_those_of_the_evidence() -> None:
    shipped = {exercise_id: CATALOG.exercises[exercise_id] for exercise_id in LADDERS}
    assert {key: exercise.level for key, exercise in shipped.items()} == LEVELS
    assert {key: exercise.evidence for key, exercise in shipped.items()} == {
        key: Evidence(grade) for key, grade in GRADES.items()
    }


def test_every_link_of_the_evidence_whose_ends_are_shipped_is_there_and_no_other() -> None:
    """When an exercise that waits is added, this says which links are due."""
    named = {(low, high) for low, highs in LADDERS.items() for high in highs.split()}
    named |= {(low, high) for high, lows in EASIER.items() for low in lows.split()}
    due = {(low, high) for low, high in named if {low, high} <= set(CATALOG.exercises)}
    shipped = {(low, high) for low in LADDERS for high in CATALOG.exercises[low].harder}
    shipped |= {(low, high) for high in LADDERS for low in CATALOG.exercises[high].easier}
    assert shipped == due


def test_rungs_on_one_level_are_known_one_by_one() -> None:
    hamstring = [CATALOG.exercises[exercise_id] for exercise_id in LADDERS]
    equal = {
        f"{exercise.id} → {rung}"
        for exercise in hamstring
        for rung in exercise.harder
        if rung in LADDERS and CATALOG.exercises[rung].level == exercise.level
    }
    assert equal == EQUAL_RUNGS


@each_exercise
def test_exercise_is_complete(exercise: Exercise) -> None:
    assert exercise.synonyms
    assert exercise.secondary_muscles
    assert len(exercise.faults) >= 2
    assert exercise.easier or exercise.harder
    assert exercise.dose.note or exercise.evidence is Evidence.TRIAL
    assert exercise.cautions or exercise.id == "prone-band-leg-curl"
    assert not exercise.own


@each_exercise
def test_sentences_are_plain(exercise: Exercise) -> None:
    text = every_word(exercise)
    assert not re.search(r"!|\[mem\]|PRODUCT|\bH\d\d\b|<|>", text)
    sentences = (exercise.cues.position, exercise.cues.movement, exercise.cues.feel, *exercise.cautions)
    for sentence in sentences:
        assert sentence[0].isupper()
        assert sentence.endswith(".")
    for fault in exercise.faults:
        assert fault[0].isupper()
        assert not fault.endswith(".")


@each_exercise
def test_nothing_is_claimed_that_must_not_be(exercise: Exercise) -> None:
    forbidden = r"prevent|injury[- ]proof|guarantee|proven|overworked|works as well|51 ?%|cure|heal"
    assert not re.search(forbidden, every_word(exercise), re.IGNORECASE)


@each_exercise
def test_numbers_that_no_source_gives_are_called_our_own(exercise: Exercise) -> None:
    if exercise.evidence is not Evidence.TRIAL:
        assert "dose" in exercise.own_rules
    assert ("tempo" in exercise.own_rules) == (exercise.kind is Kind.REPS)


@each_exercise
def test_what_needs_equipment_can_be_replaced(exercise: Exercise) -> None:
    replaced = {substitute.without for substitute in exercise.substitutes}
    everyday = {"mat", "knee-pad", "dowel"}
    if exercise.id not in REHABILITATION:
        assert set(exercise.equipment) - everyday <= replaced
    for substitute in exercise.substitutes:
        if substitute.without in EQUIPMENT:
            assert substitute.without not in CATALOG.exercises[substitute.exercise_id].equipment


def test_nordics_and_only_they_log_lean() -> None:
    leaning = {exercise.id for exercise in EXERCISES if exercise.logs_lean}
    assert leaning == {"band-assisted-nordic", "partial-range-nordic", "nordic-hamstring-curl"}


@pytest.mark.parametrize("exercise_id", REHABILITATION)
def test_rehabilitation_is_said_to_belong_to_a_clinician(exercise_id: str) -> None:
    assert any("clinician" in caution for caution in CATALOG.exercises[exercise_id].cautions)


def test_one_legged_exercises_are_done_on_each_side() -> None:
    each = {exercise_id for exercise_id in LADDERS if CATALOG.exercises[exercise_id].side is Laterality.EACH}
    assert each == {
        "single-leg-glute-bridge",
        "single-leg-long-lever-bridge-hold",
        "single-leg-eccentric-slider-bridge",
        "prone-band-leg-curl",
        "single-leg-rdl",
        "loaded-single-leg-rdl",
        *REHABILITATION,
    }
