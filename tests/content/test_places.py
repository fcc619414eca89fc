"""The 14 places as the evidence file has them: steps, what to hold back, every red flag, the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.content import hurts_transcribed as written
from trainer.catalog import load_catalog, load_pages, load_places, load_rules
from trainer.domain.complaint import Feeling
from trainer.domain.hurt import HurtPlace, RedFlag
from trainer.domain.pain import PLACES
from trainer.domain.plan import Statement
from trainer.domain.proposal import Page
from trainer.domain.red_flags import questions

CATALOG = load_catalog()
HURTS = load_places()
PAGES = load_pages()
FLAGS = {flag.id: flag for place in HURTS.values() for flag in place.flags}

DIAGNOSES = re.compile(
    r"(?i)tendin|tendon(itis|osis)|fasci[io]|syndrome|fracture|rupture|avulsion|strain(ed)?\b.*\byou\b|thrombos|"
    r"cauda|bursitis|arthritis|you have (a|an)\b|patellofemoral|splints|sciatica|rhabdo"
)
PROMISES = re.compile(r"(?i)prevent|fewer injur|cure|heals|guarantee|proven")

each_place = pytest.mark.parametrize("place_id", list(written.STEPS))
each_page = pytest.mark.parametrize("page", list(Page))


def statements() -> Iterator[tuple[str, Statement | RedFlag]]:
    for place in HURTS.values():
        for said in (*place.first, *place.hold_back, *place.notes):
            yield said.text, said
        for how in place.how:
            yield how.text, Statement(how.text, how.references, how.own_rule)
    for flag in FLAGS.values():
        yield flag.question, flag
    for text in PAGES.values():
        for said in text.sentences:
            yield said.text, said


STATEMENTS = list(statements())


def test_the_places_are_those_of_the_pain_table_in_its_order() -> None:
    assert list(HURTS) == [place.id for place in PLACES]
    assert set(HURTS) == set(written.STEPS)
    assert len(HURTS) == 14


@each_place
def test_steps_are_those_of_the_table(place_id: str) -> None:
    steps = [sorted(step) for step in HURTS[place_id].steps]
    assert steps == [sorted(step) for step in written.STEPS[place_id]]


@each_place
def test_what_is_held_back_is_that_of_the_table(place_id: str) -> None:
    place = HURTS[place_id]
    assert set(place.hold_back_exercises) == written.HOLD_BACK[place_id]
    words = " ".join(said.text for said in place.hold_back)
    for word in written.HOLD_BACK_WORDS[place_id]:
        assert word in words
    assert set(place.hold_back_exercises) <= set(CATALOG.exercises)


@each_place
def test_it_rests_on_what_the_table_names(place_id: str) -> None:
    assert list(HURTS[place_id].references) == written.CITED[place_id]
    assert all(CATALOG.references[key].mark != "M" for key in HURTS[place_id].references)


@each_place
def test_its_own_questions_come_first_and_none_is_missing(place_id: str) -> None:
    place = HURTS[place_id]
    here = [flag.id for flag in place.flags if not flag.everywhere]
    assert set(here) == set(written.HERE[place_id])
    assert [flag.id for flag in place.flags[: len(here)]] == here
    everywhere = {flag.id for flag in place.flags[len(here) :]}
    assert everywhere == set(written.EVERYWHERE) | set(written.SORENESS)


FLAGS_WRITTEN = [
    *((place, flag, said) for place, flags in written.HERE.items() for flag, said in flags.items()),
    *(("shin", flag, said) for flag, said in written.EVERYWHERE.items()),
    *(("calf", flag, said) for flag, said in written.SORENESS.items()),
]


@pytest.mark.parametrize(
    ("place_id", "flag_id", "said"),
    FLAGS_WRITTEN,
    ids=[f"{place}-{flag}" for place, flag, _ in FLAGS_WRITTEN],
)
def test_each_red_flag_has_its_words_and_its_page(place_id: str, flag_id: str, said: tuple[str, str]) -> None:
    flag = next(one for one in HURTS[place_id].flags if one.id == flag_id)
    page, words = said
    assert flag.page.value == page
    assert flag.own_rule
    asked = set(re.findall(r"\w+", flag.question.casefold()))
    assert set(words.casefold().split()) <= asked


@each_place
@pytest.mark.parametrize("feeling", [Feeling.PAIN, Feeling.TIGHTNESS])
def test_pain_and_tightness_are_asked_all_that_the_table_has(place_id: str, feeling: Feeling) -> None:
    place = HURTS[place_id]
    asked = questions(place, feeling)
    covered = {one for flag in asked for one in flag.covers}
    wanted = set(written.HERE[place_id]) | set(written.EVERYWHERE)
    assert {flag.id for flag in asked} == wanted - covered
    assert not covered & {flag.id for flag in asked}


@each_place
def test_what_covers_another_question_is_no_less_urgent(place_id: str) -> None:
    urgency = list(Page)
    for flag in HURTS[place_id].flags:
        for covered in flag.covers:
            assert urgency.index(flag.page) <= urgency.index(FLAGS[covered].page)


@each_place
def test_soreness_is_told_from_injury_and_never_loses_an_urgent_question(place_id: str) -> None:
    place = HURTS[place_id]
    asked = {flag.id for flag in questions(place, Feeling.SORENESS)}
    assert set(written.SORENESS) <= asked
    urgent = [flag for flag in place.flags if flag.page is not Page.SOON and Feeling.PAIN in flag.asked_of]
    covered = {one for flag in questions(place, Feeling.SORENESS) for one in flag.covers}
    assert {flag.id for flag in urgent} - covered - asked <= {"hip-hop", "hip-night"}  # hops and nights ache


@each_place
@pytest.mark.parametrize("feeling", list(Feeling))
def test_no_two_questions_are_worded_alike(place_id: str, feeling: Feeling) -> None:
    asked = [flag.question for flag in questions(HURTS[place_id], feeling)]
    assert len(set(asked)) == len(asked)


@each_place
def test_one_looks_again_within_two_weeks(place_id: str) -> None:
    assert 7 <= HURTS[place_id].look_again_d <= 14


@pytest.mark.parametrize(("text", "said"), STATEMENTS)
def test_nothing_is_said_without_ground_and_no_place_is_given_a_diagnosis(
    text: str, said: Statement | RedFlag
) -> None:
    assert said.own_rule or said.references
    assert all(CATALOG.references[key].mark != "M" for key in said.references)
    assert not DIAGNOSES.search(text)
    assert not PROMISES.search(text)


@each_page
def test_each_plain_page_says_whom_to_turn_to_and_offers_nothing_to_train_on(page: Page) -> None:
    text = PAGES[page]
    words = f"{text.title} {' '.join(said.text for said in text.sentences)}"
    wanted = {
        Page.EMERGENCY: "emergency number",
        Page.TODAY: "See a clinician today",
        Page.SOON: "See a clinician soon",
    }
    assert wanted[page] in words
    assert not any(exercise.name in words for exercise in CATALOG.exercises.values())
    assert "does not know what it is" in words


def test_the_low_back_holds_no_side() -> None:
    assert [place.id for place in HURTS.values() if not place.sided] == ["low-back"]


def test_rules_and_places_say_the_same_days() -> None:
    formula = load_rules()["hurts-look-again"].formula
    days = {place.look_again_d for place in HURTS.values()}
    assert all(str(day) in formula for day in days)


def first_step_at_home(place: HurtPlace) -> list[str]:
    from trainer.domain.coach.shelf import AT_HOME

    return [one for one in place.steps[0] if AT_HOME.issuperset(CATALOG.exercises[one].equipment)]


@each_place
def test_the_first_step_can_be_begun_in_any_home(place_id: str) -> None:
    assert first_step_at_home(HURTS[place_id])
