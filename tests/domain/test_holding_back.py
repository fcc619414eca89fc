"""What waits while a place hurts, why, and until when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.domain.hurts import NOW, PLACE, complaint
from trainer.catalog import load_catalog, load_places, load_rules
from trainer.domain.complaint import Feeling
from trainer.domain.holding_back import SORE_D, held_back
from trainer.domain.proposal import Page

PLACES = {"shin": PLACE}
DAY = NOW.date()
SHIPPED = load_places()


@pytest.mark.rule("hurts-held", "hurts-later-step")
def test_new_pain_holds_what_the_place_names_and_all_later_steps() -> None:
    held = held_back([complaint(0, 3)], PLACES)
    assert {one: reason.rule for one, reason in held.items()} == {
        "hops": "hurts-held",
        "d1": "hurts-held",
        "b1": "hurts-later-step",
        "b2": "hurts-later-step",
        "c1": "hurts-later-step",
    }
    assert held["hops"].numbers == {
        "place": "Shin",
        "level": 3,
        "day": DAY.isoformat(),
        "until": (DAY + timedelta(days=7)).isoformat(),
    }


@pytest.mark.rule("hurts-held", "hurts-later-step")
def test_a_step_that_is_reached_is_not_held_even_where_the_place_names_it() -> None:
    assert set(held_back([complaint(0, 1, since_d=42)], PLACES)) == {"hops"}
    assert set(held_back([complaint(0, 3, since_d=42)], PLACES)) == {"hops", "c1", "d1"}


@pytest.mark.rule("hurts-held")
def test_pain_holds_until_it_is_ended_however_long_ago_it_was_told() -> None:
    assert held_back([complaint(300, 3)], PLACES, DAY)
    assert not held_back([complaint(1, 3, ended_days_ago=0)], PLACES, DAY)


@pytest.mark.rule("hurts-sore-held")
@pytest.mark.parametrize(
    ("days", "level", "held"), [(0, 4, True), (1, 8, True), (2, 8, False), (0, 3, False)]
)
def test_soreness_holds_for_two_days_from_four_on(days: int, level: int, held: bool) -> None:
    sore = complaint(days, level, feeling=Feeling.SORENESS)
    found = held_back([sore], PLACES, DAY)
    assert set(found) == ({"hops", "d1"} if held else set())
    assert all(reason.rule == "hurts-sore-held" for reason in found.values())
    assert f"{SORE_D} days" in load_rules()["hurts-sore-held"].formula


def test_tightness_holds_nothing_nor_does_a_place_that_is_not_known() -> None:
    assert not held_back([complaint(0, 9, feeling=Feeling.TIGHTNESS)], PLACES)
    assert not held_back([complaint(0, 9, area="elbow")], PLACES)


def test_where_several_hold_the_worst_says_why() -> None:
    sore, little, much = (
        complaint(0, 9, feeling=Feeling.SORENESS),
        complaint(1, 2),
        complaint(2, 5, page=Page.SOON),
    )
    for order in ([sore, little, much], [much, sore, little], [little, much, sore]):
        assert held_back(order, PLACES)["hops"].numbers["level"] == 5


@pytest.mark.parametrize("place_id", list(SHIPPED))
def test_every_reason_fills_the_words_of_its_rule(place_id: str) -> None:
    rules, catalog = load_rules(), load_catalog()
    for feeling in Feeling:
        for exercise_id, reason in held_back(
            [complaint(0, 4, area=place_id, feeling=feeling)], SHIPPED
        ).items():
            assert exercise_id in catalog.exercises
            assert rules[reason.rule].text.format(**reason.numbers)
    named = set(SHIPPED[place_id].hold_back_exercises)
    assert named <= set(held_back([complaint(0, 4, area=place_id)], SHIPPED))


def test_days_are_those_of_the_place_where_it_was_told() -> None:
    late = complaint(0, 3, at=NOW.replace(hour=23), time_zone="Pacific/Auckland")
    assert held_back([late], PLACES)["hops"].numbers["day"] == date(2026, 5, 21).isoformat()


@pytest.mark.rule("hurts-harder")
@pytest.mark.parametrize(
    ("since_d", "level", "waits", "stays"),
    [
        (3, 1, {"slider-leg-curl", "single-leg-rdl", "hip-extension-45"}, {"hip-hinge-with-dowel"}),
        (28, 1, {"slider-leg-curl"}, {"single-leg-rdl", "hip-extension-45"}),
        (90, 1, set(), {"slider-leg-curl", "single-leg-rdl"}),
    ],
)
def test_what_is_harder_than_the_reached_steps_waits_though_no_step_names_it(
    since_d: int, level: int, waits: set[str], stays: set[str]
) -> None:
    hurts = complaint(0, level, area="hamstring", since_d=since_d)
    held = held_back([hurts], SHIPPED, DAY, load_catalog().exercises)
    assert {one for one in waits if held[one].rule == "hurts-harder"} == waits
    assert not stays & set(held)
    assert "split-squat" not in held, "it loads another place"
    sore = complaint(0, 6, area="hamstring", feeling=Feeling.SORENESS)
    assert "slider-leg-curl" not in held_back([sore], SHIPPED, DAY, load_catalog().exercises)


@pytest.mark.rule("hurts-harder")
def test_what_follows_a_later_step_on_its_ladder_waits_with_it() -> None:
    held = held_back([complaint(0, 2, area="heel-under")], SHIPPED, DAY, load_catalog().exercises)
    assert held["single-leg-heel-raise"].rule == "hurts-later-step"
    assert held["loaded-single-leg-heel-raise"].rule == "hurts-harder"
    assert "double-leg-heel-raise" not in held
    hip = held_back([complaint(0, 2, area="hip-outside")], SHIPPED, DAY, load_catalog().exercises)
    assert "single-leg-glute-bridge" in hip
    assert "nordic-hamstring-curl" not in hip, "another kind of work"
