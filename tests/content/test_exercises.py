"""Walks all shipped exercises: complete, and as the sources have them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

import pytest

from tests.content.transcribed import DROPPED, links, read_rows
from trainer.catalog import load_catalog
from trainer.domain.exercise import Evidence, Exercise, Kind, Laterality
from trainer.domain.vocabulary import EQUIPMENT
from trainer.domain.workout import Workout

CATALOG = load_catalog()
EXERCISES = list(CATALOG.exercises.values())

ROWS = read_rows()

EQUAL_RUNGS = {
    "adductor-ball-squeeze → side-lying-adduction",
    "band-assisted-nordic → partial-range-nordic",
    "band-eversion → single-leg-balance",
    "double-leg-glute-bridge → hip-hinge-with-dowel",
    "hamstring-walk-outs → eccentric-slider-bridge",
    "hamstring-walk-outs → stability-ball-leg-curl",
    "isometric-heel-raise-hold → single-leg-heel-raise",
    "loaded-single-leg-heel-raise → double-leg-pogo-hops",
    "romanian-deadlift → hip-extension-45",
    "romanian-deadlift → single-leg-rdl",
    "side-lying-hip-abduction → banded-side-step",
    "side-lying-hip-abduction → hip-hike",
    "single-leg-eccentric-slider-bridge → band-assisted-nordic",
    "single-leg-eccentric-slider-bridge → slider-leg-curl",
    "single-leg-long-lever-bridge-hold → hip-extension-45",
    "slider-leg-curl → band-assisted-nordic",
    "slider-leg-curl → partial-range-nordic",
    "step-up → lateral-step-down",
    "wall-sit → bodyweight-squat",
}
"""Rungs on one level: the evidence's ladders have them in this order all the same."""

SOURCED_TEMPO = {"copenhagen-adduction", "towel-toe-heel-raise"}
"""The only exercises whose seconds a source gives."""

WITHOUT_CAUTION = {
    "band-eversion",
    "band-inversion",
    "toe-yoga",
}

ONE_SIDED = """
    band-eversion band-inversion bird-dog clamshell copenhagen-adduction dead-bug diver extender glider
    heel-drop-bent-knee heel-drop-straight-knee hip-hike lateral-step-down loaded-single-leg-heel-raise
    loaded-single-leg-rdl long-lever-copenhagen-hold pallof-press prone-band-leg-curl
    rear-foot-elevated-split-squat reverse-lunge short-foot short-lever-copenhagen-hold side-lying-adduction
    side-lying-hip-abduction side-plank side-plank-with-top-leg-abduction single-leg-balance
    single-leg-box-squat single-leg-eccentric-slider-bridge single-leg-glute-bridge single-leg-heel-raise
    single-leg-hops-in-place single-leg-long-lever-bridge-hold single-leg-rdl split-squat
    standing-band-hip-flexion step-up towel-toe-heel-raise
"""
HOLDS = """
    adductor-ball-squeeze double-leg-pogo-hops front-plank isometric-heel-raise-hold isometric-hip-abduction
    long-lever-bridge-hold long-lever-copenhagen-hold short-foot short-lever-copenhagen-hold side-plank
    single-leg-balance single-leg-hops-in-place single-leg-long-lever-bridge-hold spanish-squat-hold wall-sit
"""
"""Timed sets; hops are timed because nobody counts contacts at two a second."""

FINDING = (
    r"\bstud(?:y|ies)\b|research|%|\b(?:RR|HR|OR|CI)\s\d|\breduce|\bimprove|\bprevent|significan|"
    r"\bfound\b|\bshow(?:s|ed)\b"
)

REHABILITATION = ("diver", "glider", "extender")

IRREPLACEABLE = {("tibialis-raise", "wall")}
"""No other exercise loads the front of the shin; sitting, as its note says, it needs no wall."""


def every_word(exercise: Exercise) -> str:
    texts = (exercise.name, exercise.harder_note, exercise.dose.note, *exercise.faults, *exercise.cautions)
    cues = (exercise.cues.position, exercise.cues.movement, exercise.cues.feel)
    return " ".join(chain(texts, cues))


def findings_in(text: str) -> list[str]:
    """Words of a finding; a load in % of one's own maximum is none."""
    own_load = re.sub(r"\d+ to \d+ % of your one-rep maximum", "", text)
    return re.findall(FINDING, own_load, re.IGNORECASE)


each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=[exercise.id for exercise in EXERCISES])


def test_all_exercises_of_the_evidence_are_there_and_no_other() -> None:
    assert len(ROWS) == 66
    assert set(CATALOG.exercises) == set(ROWS)


@each_exercise
def test_level_grade_and_sources_are_those_of_the_evidence(exercise: Exercise) -> None:
    row = ROWS[exercise.id]
    assert exercise.level == row.level
    assert exercise.evidence is Evidence(row.grade)
    assert sorted(exercise.references) == sorted(row.sources)


def test_every_link_of_the_evidence_is_there_and_no_other() -> None:
    shipped = {(exercise.id, rung) for exercise in EXERCISES for rung in exercise.harder}
    assert shipped == links(ROWS) - set(DROPPED)


def test_rungs_on_one_level_are_known_one_by_one() -> None:
    equal = {
        f"{exercise.id} → {rung}"
        for exercise in EXERCISES
        for rung in exercise.harder
        if CATALOG.exercises[rung].level == exercise.level
    }
    assert equal == EQUAL_RUNGS


@each_exercise
def test_exercise_is_complete(exercise: Exercise) -> None:
    assert exercise.synonyms
    assert exercise.secondary_muscles
    assert len(exercise.faults) >= 2
    assert exercise.easier or exercise.harder or exercise.harder_note
    assert exercise.dose.note or exercise.evidence is Evidence.TRIAL
    assert bool(exercise.cautions) == (exercise.id not in WITHOUT_CAUTION)
    assert not exercise.own


@each_exercise
def test_sentences_are_plain(exercise: Exercise) -> None:
    text = every_word(exercise)
    assert not re.search(r"!|\[mem\]|PRODUCT|\b[HCGQAFT]\d\d\b|<|>", text)
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
def test_findings_stand_in_claims_alone(exercise: Exercise) -> None:
    """A dose note may name the trial a dose is from, or deny one; nothing tells what a study found."""
    assert not findings_in(every_word(exercise))
    beside_the_dose = every_word(replace(exercise, dose=replace(exercise.dose, note="")))
    assert not re.search(r"\btrial", beside_the_dose, re.IGNORECASE)


@pytest.mark.parametrize("workout", CATALOG.workouts.values(), ids=list(CATALOG.workouts))
def test_findings_stand_in_claims_alone_for_workouts_too(workout: Workout) -> None:
    assert not findings_in(" ".join([workout.name, workout.note, *(item.why for item in workout.items)]))


def test_study_talk_is_seen() -> None:
    for talk in (
        "In a small study the force fell",
        "Improves economy by 4 %",
        "RR 0.49",
        "It prevents strains",
    ):
        assert findings_in(talk)
    assert not findings_in(
        "At 60 to 80 % of your one-rep maximum. A general strength dose, not one from a trial."
    )


@each_exercise
def test_numbers_that_no_source_gives_are_called_our_own(exercise: Exercise) -> None:
    if exercise.evidence is not Evidence.TRIAL:
        assert "dose" in exercise.own_rules
    counted = exercise.kind is Kind.REPS and exercise.id not in SOURCED_TEMPO
    assert ("tempo" in exercise.own_rules) == counted


@each_exercise
def test_what_needs_equipment_can_be_replaced(exercise: Exercise) -> None:
    replaced = {substitute.without for substitute in exercise.substitutes}
    everyday = {"mat", "knee-pad", "dowel"}
    if exercise.id not in REHABILITATION:
        missing = set(exercise.equipment) - everyday - replaced
        assert {(exercise.id, item) for item in missing} == {
            pair for pair in IRREPLACEABLE if pair[0] == exercise.id
        }
    for substitute in exercise.substitutes:
        if substitute.without in EQUIPMENT:
            assert substitute.without not in CATALOG.exercises[substitute.exercise_id].equipment


def test_nordics_and_only_they_log_lean() -> None:
    leaning = {exercise.id for exercise in EXERCISES if exercise.logs_lean}
    assert leaning == {"band-assisted-nordic", "partial-range-nordic", "nordic-hamstring-curl"}


@pytest.mark.parametrize("exercise_id", REHABILITATION)
def test_rehabilitation_is_said_to_belong_to_a_clinician(exercise_id: str) -> None:
    assert any("clinician" in caution for caution in CATALOG.exercises[exercise_id].cautions)


@each_exercise
def test_nothing_leads_from_training_into_rehabilitation_or_back(exercise: Exercise) -> None:
    """It is no plan to start by oneself, so no ladder and no replacement may bring one there."""
    led_to = {*exercise.easier, *exercise.harder, *(one.exercise_id for one in exercise.substitutes)}
    if exercise.id in REHABILITATION:
        assert led_to <= set(REHABILITATION)
    else:
        assert not led_to & set(REHABILITATION)


def test_heavy_work_names_the_questions_that_come_before_it() -> None:
    heavy = {exercise.id for exercise in EXERCISES if "weights" in exercise.equipment}
    heavy |= {"nordic-hamstring-curl", "double-leg-pogo-hops", "single-leg-hops-in-place"}
    asking = {
        exercise.id for exercise in EXERCISES if "asks before heavy work" in " ".join(exercise.cautions)
    }
    assert asking == heavy


def test_hard_lengthening_work_keeps_clear_of_hard_runs() -> None:
    nordics = [exercise for exercise in EXERCISES if exercise.logs_lean]
    assert all("48 hours before a race" in " ".join(nordic.cautions) for nordic in nordics)
    assert all("48 hours before a race" in workout.note for workout in CATALOG.workouts.values())


def test_one_sided_exercises_are_done_on_each_side() -> None:
    each = {exercise.id for exercise in EXERCISES if exercise.side is Laterality.EACH}
    assert each == set(ONE_SIDED.split())


def test_holds_are_timed() -> None:
    assert {exercise.id for exercise in EXERCISES if exercise.kind is Kind.HOLD} == set(HOLDS.split())


@each_exercise
def test_what_was_tried_or_measured_is_told_in_a_claim(exercise: Exercise) -> None:
    assert exercise.claims or exercise.evidence is Evidence.PRACTICE
