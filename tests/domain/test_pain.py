from __future__ import annotations

import pytest

from trainer.domain.pain import PAIN_TABLE, PLACES, Clinician, Limits, PainAnswer, PainGroup, answer_to


@pytest.mark.parametrize(
    ("pain", "tendon", "groin"),
    [
        (0, PainAnswer(may_progress=True), PainAnswer(may_progress=True)),
        (2, PainAnswer(may_progress=True), PainAnswer(may_progress=True)),
        (3, PainAnswer(), PainAnswer()),
        (4, PainAnswer(), PainAnswer(easier=True)),
        (5, PainAnswer(), PainAnswer(easier=True)),
        (6, PainAnswer(True, False, True, Clinician.SOON), PainAnswer(True, False, True, Clinician.SOON)),
        (10, PainAnswer(True, False, True, Clinician.SOON), PainAnswer(True, False, True, Clinician.SOON)),
    ],
)
def test_the_table(pain: int, tendon: PainAnswer, groin: PainAnswer) -> None:
    assert answer_to(pain, "achilles") == tendon
    assert answer_to(pain, "knee-front") == tendon
    assert answer_to(pain, "groin") == groin
    assert answer_to(pain, "hamstring") == groin
    assert answer_to(pain, "") == groin


def test_any_pain_of_a_suspected_bone_or_fresh_strain_stops() -> None:
    assert all(answer.stop and answer.clinician is Clinician.NOW for answer in PAIN_TABLE[PainGroup.SUSPECT])


@pytest.mark.parametrize("pain", [-1, 11])
def test_beyond_the_scale(pain: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        answer_to(pain, "groin")


def test_there_are_fourteen_places_each_once() -> None:
    assert len({place.id for place in PLACES}) == len({place.label for place in PLACES}) == 14


@pytest.mark.parametrize(
    ("pain", "limits", "answer"),
    [
        (1, Limits(progress=0), PainAnswer()),
        (2, Limits(progress=1), PainAnswer()),
        (3, Limits(stop=3), PainAnswer(stop=True, easier=True)),
        (6, Limits(stop=3), PainAnswer(stop=True, easier=True, clinician=Clinician.SOON)),
        (5, Limits(stop=6), PainAnswer()),
        (0, Limits(0, 1), PainAnswer(may_progress=True)),
    ],
)
def test_limits_tighten_the_table(pain: int, limits: Limits, answer: PainAnswer) -> None:
    assert answer_to(pain, "achilles", limits) == answer


def test_a_suspected_place_is_the_last_column_whatever_its_own() -> None:
    assert answer_to(0, "achilles", suspects={"achilles"}).clinician is Clinician.NOW
    assert answer_to(0, "achilles", suspects={"shin"}).clinician is Clinician.NO
