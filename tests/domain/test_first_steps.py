"""How far along the steps one goes: by how much it hurts and since when."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.hurts import PLACE, hurt
from trainer.catalog import load_catalog, load_places, load_rules
from trainer.domain import first_steps
from trainer.domain.complaint import Feeling
from trainer.domain.first_steps import AT_HAND, MOST, reach, reason, routine
from trainer.domain.vocabulary import EQUIPMENT

CATALOG, PLACES = load_catalog(), load_places()
RULES = load_rules()
WHOLE_HOUSE = frozenset(EQUIPMENT)

pains = st.integers(0, 10)
days = st.none() | st.integers(0, 400)
owned = st.sets(st.sampled_from(sorted(EQUIPMENT)))
places = st.sampled_from(list(PLACES.values()))


@pytest.mark.rule("hurts-first-step", "hurts-much-first-step", "hurts-two-steps", "hurts-more-steps")
@pytest.mark.parametrize(
    ("level", "since_d", "steps", "rule"),
    [
        (0, None, 1, "hurts-first-step"),
        (2, 0, 1, "hurts-first-step"),
        (2, 13, 1, "hurts-first-step"),
        (2, 14, 2, "hurts-more-steps"),
        (2, 27, 2, "hurts-more-steps"),
        (2, 28, 3, "hurts-more-steps"),
        (1, 42, 4, "hurts-more-steps"),
        (0, 400, 4, "hurts-more-steps"),
        (3, 13, 1, "hurts-first-step"),
        (3, 14, 2, "hurts-two-steps"),
        (3, 400, 2, "hurts-two-steps"),
        (4, 400, 1, "hurts-much-first-step"),
        (5, None, 1, "hurts-much-first-step"),
    ],
)
def test_how_many_steps_are_open(level: int, since_d: int | None, steps: int, rule: str) -> None:
    told = hurt(level, since_d)
    assert reach(told, PLACE) == steps
    assert reason(told, PLACE).rule == rule


@pytest.mark.rule("hurts-sore-easy", "hurts-sore-little")
@pytest.mark.parametrize(
    ("level", "rule"), [(0, "hurts-sore-little"), (3, "hurts-sore-little"), (4, "hurts-sore-easy")]
)
def test_soreness_opens_the_first_step_alone(level: int, rule: str) -> None:
    told = hurt(level, 400, Feeling.SORENESS)
    assert reach(told, PLACE) == 1
    assert reason(told, PLACE).rule == rule


@pytest.mark.rule("hurts-at-hand")
def test_what_cannot_be_done_is_left_out_and_nothing_takes_its_place() -> None:
    old = hurt(1, 400)
    oldest = routine(old, PLACES["hamstring"], CATALOG.exercises, ())
    assert oldest == ["double-leg-glute-bridge", "long-lever-bridge-hold", "hamstring-walk-outs"]
    everything = routine(old, PLACES["hamstring"], CATALOG.exercises, WHOLE_HOUSE)
    assert everything[-1] == "band-assisted-nordic"
    assert "partial-range-nordic" not in everything
    no_band = routine(old, PLACES["hamstring"], CATALOG.exercises, {"ankle-anchor", "knee-pad"})
    assert no_band[-1] == "partial-range-nordic"


@pytest.mark.rule("hurts-at-hand")
def test_where_kneeling_hurts_nothing_kneels() -> None:
    old, hamstring = hurt(1, 400), PLACES["hamstring"]
    standing = routine(old, hamstring, CATALOG.exercises, WHOLE_HOUSE, kneeling_hurts=True)
    assert standing[-1] == "romanian-deadlift"


@pytest.mark.rule("hurts-at-hand")
def test_heavy_slow_stands_for_heel_drops_where_there_are_weights() -> None:
    old, achilles = hurt(1, 400), PLACES["achilles"]
    light = routine(old, achilles, CATALOG.exercises, {"step"})
    assert light[-2:] == ["heel-drop-straight-knee", "heel-drop-bent-knee"]
    heavy = routine(old, achilles, CATALOG.exercises, {"step", "weights"})
    assert heavy[-1] == "loaded-single-leg-heel-raise"
    assert not {"heel-drop-straight-knee", "heel-drop-bent-knee"} & set(heavy)


@given(place=places, level=pains, since_d=days, have=owned)
def test_a_routine_is_one_to_seven_of_the_places_own_first_ones_first(
    place: object, level: int, since_d: int | None, have: set[str]
) -> None:
    assert isinstance(place, type(PLACE))
    told = hurt(level, since_d)
    ids = routine(told, place, CATALOG.exercises, have)
    order = [one for step in place.steps for one in step]
    assert 1 <= len(ids) <= MOST
    assert ids == sorted(set(ids), key=order.index)
    assert all((AT_HAND | have).issuperset(CATALOG.exercises[one].equipment) for one in ids)
    assert set(ids) <= {one for step in place.steps[: reach(told, place)] for one in step}
    if since_d is None or since_d < first_steps.STEP_D or level >= 4:
        assert set(ids) <= set(place.steps[0])


@given(place=places, level=st.integers(0, 9), since_d=days, more=st.integers(0, 100))
def test_more_pain_never_goes_further_and_time_never_goes_back(
    place: object, level: int, since_d: int | None, more: int
) -> None:
    assert isinstance(place, type(PLACE))
    assert reach(hurt(level + 1, since_d), place) <= reach(hurt(level, since_d), place)
    if since_d is not None:
        assert reach(hurt(level, since_d + more), place) >= reach(hurt(level, since_d), place)


@pytest.mark.rule(
    "hurts-first-step", "hurts-two-steps", "hurts-more-steps", "hurts-sore-easy", "hurts-at-hand"
)
def test_the_rules_say_the_numbers_that_the_code_has() -> None:
    for key, numbers in (
        ("hurts-first-step", {first_steps.STEP_D}),
        ("hurts-two-steps", {first_steps.SOME, first_steps.STEP_D}),
        ("hurts-more-steps", {0, first_steps.LITTLE, first_steps.STEP_D}),
    ):
        assert {int(one) for one in re.findall(r"\d+", RULES[key].formula)} == numbers
    assert f"Soreness of {first_steps.SORE} or more" in RULES["hurts-sore-easy"].formula
    assert "mat, wall, rail, box, ball, towel, belt" in RULES["hurts-at-hand"].formula
    assert {"mat", "wall", "rail", "box", "ball", "towel", "belt"} == AT_HAND
