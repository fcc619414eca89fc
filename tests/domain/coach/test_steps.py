from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.coach.athlete import known, workout_of
from trainer.domain.coach import steps
from trainer.domain.coach.steps import Unit
from trainer.domain.tempo import Tempo
from trainer.domain.workout import WorkoutItem


def at(exercise_id: str, sets: int = 3, **amount: object) -> WorkoutItem:
    return workout_of(exercise_id, sets=sets, **amount).items[0]


@pytest.mark.rule("up-sets", "up-reps", "up-seconds", "up-load", "up-lean", "up-rung")
@pytest.mark.parametrize(
    ("item", "usual_sets", "unit", "sets", "amount"),
    [
        (at("single-leg-rdl", reps=6), 3, Unit.REPS, 3, 7),
        (at("single-leg-rdl", sets=2, reps=8), 3, Unit.SETS, 3, 8),  # a set that a step down took
        (at("single-leg-rdl", reps=10), 3, None, 0, 0),  # only a rung is left
        (at("eccentric-slider-bridge", sets=2, reps=8), 2, Unit.SETS, 3, 5),
        (at("long-lever-bridge-hold", hold_s=20), 3, Unit.SECONDS, 3, 25),
        (at("long-lever-bridge-hold", hold_s=38), 3, Unit.SECONDS, 3, 40),
        (at("long-lever-bridge-hold", hold_s=40), 3, Unit.SETS, 4, 20),
        (at("hip-thrust", reps=9, load_kg=20.0), 3, Unit.REPS, 3, 10),
        (at("hip-thrust", reps=10, load_kg=20.0), 3, Unit.LOAD, 3, 6),
        (at("partial-range-nordic", reps=6, lean_deg=30), 3, Unit.LEAN, 3, 6),
        (at("partial-range-nordic", reps=6, lean_deg=60), 3, None, 0, 0),
        (at("nordic-hamstring-curl", reps=6, lean_deg=60), 3, Unit.LEAN, 3, 6),
        (at("nordic-hamstring-curl", reps=6, lean_deg=90), 3, None, 0, 0),
    ],
)
def test_one_step_up(item: WorkoutItem, usual_sets: int, unit: Unit | None, sets: int, amount: float) -> None:
    step = steps.up(item, known()[item.exercise_id], usual_sets)
    if unit is None:
        assert step is None
        return
    assert step is not None
    assert (step.unit, len(step.item.sets)) == (unit, sets)
    assert {steps.amount(target) for target in step.item.sets} == {amount}


@pytest.mark.rule("up-load")
@pytest.mark.parametrize(
    ("load_kg", "heavier"),
    [
        (100, 102.5),
        (50, 52.5),
        (24, 25),
        (20, 21),
        (10, 11),
        (7.5, 8),
        (6, 6.5),
        (5, 5.5),
        (4, 4.25),
        (2, None),
    ],
)
def test_the_next_load_lies_within_2_to_10_per_cent(load_kg: float, heavier: float | None) -> None:
    assert steps.heavier_kg(load_kg) == heavier
    if heavier is not None:
        assert 1.02 <= heavier / load_kg <= 1.10 + 1e-9
    assert (steps.LOAD_LEAST, steps.LOAD_MOST) == (0.02, 0.10)


@pytest.mark.rule("up-tempo")
def test_a_slower_lowering_where_there_is_no_rung() -> None:
    item = at("dead-bug", reps=10)
    exercise = known()["dead-bug"]
    first = steps.slower(item, exercise)
    assert first is not None
    assert first.item.sets[0].tempo == Tempo(4, 0, 1, 0)
    assert first.item.sets[0].reps == 6
    second = steps.slower(first.item, exercise)
    assert second is not None
    assert second.item.sets[0].tempo == Tempo(5, 0, 1, 0)
    assert steps.slower(second.item, exercise) is None


@pytest.mark.rule("down-short")
def test_one_rep_or_five_seconds_fewer_but_not_below_the_dose() -> None:
    rdl, bridge = known()["single-leg-rdl"], known()["long-lever-bridge-hold"]
    fewer = steps.lower(at("single-leg-rdl", reps=8), rdl)
    shorter = steps.lower(at("long-lever-bridge-hold", hold_s=30), bridge)
    assert fewer is not None
    assert shorter is not None
    assert {target.reps for target in fewer.item.sets} == {7}
    assert {target.hold_s for target in shorter.item.sets} == {25}
    assert steps.lower(at("single-leg-rdl", reps=6), rdl) is None


@pytest.mark.rule("light-week")
@pytest.mark.parametrize(("sets", "half"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_half_the_sets_rounded_up(sets: int, half: int) -> None:
    assert len(steps.half(at("single-leg-rdl", sets=sets)).sets) == half


def test_warm_ups_are_left_alone() -> None:
    item = at("hip-thrust", reps=10, load_kg=40.0)
    warm_up = replace(item.sets[0], reps=8, load_kg=20.0, warm_up=True)
    with_warm_up = replace(item, sets=(warm_up, *item.sets))
    step = steps.up(with_warm_up, known()["hip-thrust"], 3)
    assert step is not None
    assert step.item.sets[0] == warm_up
    assert [target.load_kg for target in step.item.sets[1:]] == [42.5] * 3


@pytest.mark.rule("back-one")
def test_a_step_back_is_a_tenth_of_the_load_or_a_set() -> None:
    loaded, bare = steps.back(at("hip-thrust", load_kg=40.0)), steps.back(at("single-leg-rdl"))
    assert loaded is not None
    assert bare is not None
    assert {target.load_kg for target in loaded.item.sets} == {36.0}
    assert len(bare.item.sets) == 2
    assert steps.back(at("single-leg-rdl", sets=1)) is None
