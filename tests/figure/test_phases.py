"""When in a rep the figure is where: whole tables of phases."""

from __future__ import annotations

import pytest

from trainer.domain.tempo import Tempo
from trainer.figure.figure import Figure, thigh_lean_deg
from trainer.figure.loading import load_figure


def table(figure: Figure, tempo: str, seconds: str) -> list[float]:
    return [round(figure.phase_at(float(one), Tempo.parse(tempo)), 3) for one in seconds.split()]


def test_lowering_first_lasts_as_long_as_the_tempo_says() -> None:
    figure = load_figure("single-leg-rdl")
    assert table(figure, "3-1-2-1", "0 1.5 3 3.5 4 5 6 6.5 7") == [0, 0.5, 1, 1, 1, 1.5, 2, 2, 2]


def test_lifting_first_swaps_the_halves() -> None:
    figure = load_figure("double-leg-glute-bridge")
    assert table(figure, "2-0.5-1-2", "0 0.5 1 2 3 4 5 5.5") == [0, 0.5, 1, 1, 1, 1.5, 2, 2]


def test_the_catch_of_a_nordic_uses_the_time_after_the_lowering() -> None:
    figure = load_figure("nordic-hamstring-curl")
    assert table(figure, "5-0-0-4", "0 2.5 5 6 7 8 9") == [0, 0.5, 1, 1.25, 1.5, 1.75, 2]


def test_a_reset_without_time_of_its_own_is_added_after_the_rep() -> None:
    figure = load_figure("eccentric-slider-bridge")
    assert table(figure, "4-0-0-0", "0 1 2 3 4 5.25 6.5 9") == [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2]
    assert figure.cycle_s(Tempo.parse("4-0-0-0")) == 6.5
    assert figure.cycle_s((3, 1, 1, 0)) == 5


def test_a_tempo_may_be_four_numbers() -> None:
    figure = load_figure("single-leg-rdl")
    assert figure.phase_at(1.5, (3, 1, 1, 0)) == figure.phase_at(1.5, Tempo(3, 1, 1, 0)) == 0.5


def test_a_hold_stays_and_breathes() -> None:
    figure = load_figure("long-lever-bridge-hold")
    assert table(figure, "1-0-1-0", "0 1 2 4 5") == [0, 0.5, 1, 0, 0.5]
    calm, full = figure.pose(0.0), figure.pose(1.0)
    assert calm.bones == full.bones
    assert calm.breath == 0.0
    assert full.breath == pytest.approx(1.0)
    assert figure.entry_pose(0.0).bones != calm.bones
    assert figure.entry_pose(1.0).bones == calm.bones


def test_start_and_end_of_a_round_are_the_same_pose() -> None:
    for exercise_id in ("nordic-hamstring-curl", "eccentric-slider-bridge", "romanian-deadlift"):
        figure = load_figure(exercise_id)
        assert figure.pose(0.0) == figure.pose(2.0) == figure.start_pose()
        last = figure.pose(1.99999)
        assert last.point("crown") == pytest.approx(figure.start_pose().point("crown"), abs=1e-3)


def test_both_ways_meet_at_the_turning_point() -> None:
    figure = load_figure("nordic-hamstring-curl")
    assert figure.pose(1.00001).point("crown") == pytest.approx(figure.pose(1.0).point("crown"), abs=1e-3)


def test_a_part_of_the_range_turns_back_where_it_is_told_to() -> None:
    full = load_figure("single-leg-rdl")
    half = full.with_range(0.5)
    assert half.pose(1.0) == full.pose(0.5)
    assert half.pose(1.5) == half.pose(0.5)
    assert full.range == 1.0


@pytest.mark.parametrize("lean", [10, 20, 45, 70])
def test_the_lean_of_a_nordic_is_the_thighs(lean: int) -> None:
    figure = load_figure("nordic-hamstring-curl").with_lean(lean)
    assert thigh_lean_deg(figure.pose(1.0)) == pytest.approx(lean, abs=0.1)
    assert figure.pose(1.5) == figure.pose(0.5)


def test_only_nordics_are_measured_by_their_lean() -> None:
    with pytest.raises(ValueError, match="lean"):
        load_figure("diver").with_lean(20)


def test_the_partial_nordic_is_the_nordic_at_a_part_of_its_range() -> None:
    partial, full = load_figure("partial-range-nordic"), load_figure("nordic-hamstring-curl")
    assert partial.out == full.out
    assert thigh_lean_deg(partial.pose(1.0)) == pytest.approx(32, abs=0.1)
