from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.domain.exercise import Kind, Laterality
from trainer.domain.targets import (
    MOST_SETS,
    alike,
    amount,
    warm_ups,
    with_amount,
    with_own_pace,
    with_set,
    with_set_count,
    with_side,
    with_tempo,
    with_warm_up_count,
    with_working,
    without_set,
    working,
)
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, WorkoutItem

EIGHT = SetTarget(Kind.REPS, reps=8, tempo=Tempo(3, 1, 1, 0), load_kg=40.0)
HOLD = SetTarget(Kind.HOLD, hold_s=30.0)


def item(*sets: SetTarget) -> WorkoutItem:
    return WorkoutItem("x", "X", "X", Laterality.BOTH, sets, 60)


def reps(made: WorkoutItem) -> list[int | None]:
    return [target.reps for target in made.sets]


def test_more_sets_ask_for_what_the_last_one_does() -> None:
    made = item(EIGHT, replace(EIGHT, reps=6))
    assert reps(with_set_count(made, 4)) == [8, 6, 6, 6]
    assert reps(with_set_count(made, 1)) == [8]


@given(st.integers(-5, 50))
def test_there_is_one_set_at_least_and_twenty_at_most(count: int) -> None:
    assert 1 <= len(with_set_count(item(EIGHT), count).sets) <= MOST_SETS


def test_a_set_to_warm_up_asks_for_half_and_comes_first() -> None:
    made = with_warm_up_count(item(EIGHT, EIGHT), 1)
    first = made.sets[0]
    assert (first.warm_up, first.reps, first.load_kg) == (True, 4, 20.0)
    assert with_warm_up_count(made, 0) == item(EIGHT, EIGHT)
    assert warm_ups(with_warm_up_count(item(HOLD), 2))[1].hold_s == 15


def test_sets_to_warm_up_stay_when_working_sets_change() -> None:
    made = with_warm_up_count(item(EIGHT, EIGHT), 1)
    assert reps(with_set_count(made, 3)) == [4, 8, 8, 8]
    assert reps(with_working(made, lambda target: with_amount(target, 10))) == [4, 10, 10]


@pytest.mark.parametrize("wanted", [0, 1, 5])
def test_an_amount_is_one_at_least(wanted: int) -> None:
    assert amount(with_amount(EIGHT, wanted)) == max(1, wanted)
    assert amount(with_amount(HOLD, wanted)) == max(1, wanted)


def test_one_set_can_differ() -> None:
    made = with_set(item(EIGHT, EIGHT), 1, replace(EIGHT, reps=5))
    assert reps(made) == [8, 5]
    assert not alike(made)


def test_a_set_that_is_made_one_to_warm_up_goes_first() -> None:
    made = with_set(item(EIGHT, EIGHT), 1, replace(EIGHT, reps=3, warm_up=True))
    assert reps(made) == [3, 8]


def test_the_last_working_set_stays() -> None:
    made = with_warm_up_count(item(EIGHT), 1)
    assert without_set(made, 1) == made
    assert with_set(made, 1, replace(EIGHT, warm_up=True)) == made
    assert reps(without_set(made, 0)) == [8]


def test_tempo_and_own_pace_are_those_of_all_reps() -> None:
    made = with_tempo(with_warm_up_count(item(EIGHT), 1), Tempo(5, 0, 1, 0))
    assert {str(target.tempo) for target in made.sets} == {"5-0-1-0"}
    assert all(target.own_pace for target in with_own_pace(made, own_pace=True).sets)
    assert with_tempo(item(HOLD), Tempo(5, 0, 1, 0)) == item(HOLD)
    assert with_own_pace(item(HOLD), own_pace=True) == item(HOLD)


def test_a_chosen_side_is_marked_as_chosen() -> None:
    made = with_side(item(EIGHT), Laterality.EACH)
    assert made.side is Laterality.EACH
    assert made.own_side


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=6),
    st.integers(0, 5),
    st.integers(0, 25),
)
def test_every_change_leaves_a_workout_that_can_be_done(amounts: list[int], before: int, count: int) -> None:
    made = item(*(replace(EIGHT, reps=one) for one in amounts))
    made = with_set_count(with_warm_up_count(made, before), count)
    assert [target.warm_up for target in made.sets] == sorted(
        (target.warm_up for target in made.sets), reverse=True
    )
    assert working(made)
    assert all(target.complete for target in made.sets)
