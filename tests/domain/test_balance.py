from __future__ import annotations

import pytest

from trainer.catalog import load_catalog, load_rules
from trainer.domain.balance import BALANCE_RULE, Balance, balance_of
from trainer.domain.targets import with_warm_up_count
from trainer.services.trial import least_of

CATALOG = load_catalog()


def balance(*ids: str) -> Balance:
    return balance_of([least_of(CATALOG.exercises[one]) for one in ids], CATALOG.exercises)


@pytest.mark.rule("balance-both")
@pytest.mark.parametrize("workout", [one for one in CATALOG.workouts if one.startswith("hamstrings")])
def test_the_seed_routine_has_both(workout: str) -> None:
    found = balance_of(CATALOG.workouts[workout].items, CATALOG.exercises)
    assert found.hamstrings
    assert found.lacks == ()


@pytest.mark.rule("balance-both")
def test_what_a_hamstring_workout_lacks_is_named() -> None:
    assert balance("nordic-hamstring-curl").lacks == ("shortening", "hip")
    assert balance("nordic-hamstring-curl", "romanian-deadlift").lacks == ()
    assert balance("romanian-deadlift").lacks == ("knee",)
    assert balance("long-lever-bridge-hold").lacks == ("lengthening", "shortening", "knee")


def test_sets_are_counted_once_whatever_their_sides() -> None:
    sets = CATALOG.exercises["single-leg-rdl"].dose.sets.low
    assert balance("single-leg-rdl") == Balance(
        sets, lengthening=sets, shortening=sets, hip=sets, hamstrings=True
    )


def test_sets_to_warm_up_do_not_count() -> None:
    item = least_of(CATALOG.exercises["romanian-deadlift"])
    longer = with_warm_up_count(item, 2)
    assert balance_of([longer], CATALOG.exercises) == balance_of([item], CATALOG.exercises)


def test_only_hamstring_sets_count_where_there_are_such() -> None:
    assert balance("nordic-hamstring-curl", "wall-sit") == balance("nordic-hamstring-curl")


def test_without_hamstrings_all_sets_count_and_nothing_is_missing() -> None:
    found = balance("wall-sit", "bodyweight-squat")
    assert not found.hamstrings
    assert found.sets == sum(CATALOG.exercises[one].dose.sets.low for one in ("wall-sit", "bodyweight-squat"))
    assert found.lacks == ()


def test_an_exercise_that_is_no_more_is_left_out() -> None:
    item = least_of(CATALOG.exercises["diver"])
    assert balance_of([item], {}) == Balance()


def test_its_rule_is_the_apps_own() -> None:
    assert load_rules()[BALANCE_RULE].own_rule
