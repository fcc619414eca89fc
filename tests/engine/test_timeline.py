from __future__ import annotations

import pytest

from tests.engine.notation import step_line, workout
from trainer.domain.exercise import Side
from trainer.engine.rehearsal import rehearsal
from trainer.engine.timeline import StepKind, build_timeline


def plan(*lines: str) -> list[str]:
    return [f"{s.at_s:g}–{s.end_s:g} {step_line(s)}" for s in build_timeline(workout(*lines)).steps]


def test_worked_example_of_the_product() -> None:
    assert plan("hold 2x20s rest 60 each") == [
        "0–10 get_ready hold 1/2 left",
        "10–30 work hold 1/2 left",
        "30–38 change_sides hold 1/2 right",
        "38–58 work hold 1/2 right",
        "58–113 rest hold 1/2 right",
        "113–118 get_ready hold 2/2 left",
        "118–138 work hold 2/2 left",
        "138–146 change_sides hold 2/2 right",
        "146–166 work hold 2/2 right",
    ]


def test_rest_and_get_ready_last_the_rest_together() -> None:
    assert plan("a 1x10s rest 90", "b 2x4@2-0-1-0 rest 30") == [
        "0–10 get_ready a 1/1 both",
        "10–20 work a 1/1 both",
        "20–100 rest a 1/1 both",
        "100–110 get_ready b 1/2 both",
        "110–122 work b 1/2 both",
        "122–147 rest b 1/2 both",
        "147–152 get_ready b 2/2 both",
        "152–164 work b 2/2 both",
    ]


@pytest.mark.parametrize(
    ("rest_s", "rest_steps", "ready_s"), [(0, 0, 3), (2, 0, 3), (4, 0, 4), (5, 0, 5), (6, 1, 5)]
)
def test_short_rest_has_no_step_and_three_seconds_of_get_ready_at_least(
    rest_s: int, rest_steps: int, ready_s: int
) -> None:
    steps = build_timeline(workout(f"a 2x10s rest {rest_s}")).steps
    assert [s.kind for s in steps].count(StepKind.REST) == rest_steps
    assert [s.duration_s for s in steps if s.kind is StepKind.GET_READY] == [10, ready_s]


def test_group_goes_round() -> None:
    works = [
        step_line(s)
        for s in build_timeline(workout("a 2x5 rest 0 group A", "b 3x5 rest 60 group A", "c 1x5")).steps
        if s.kind is StepKind.WORK
    ]
    assert works == [
        "work a 1/2 both",
        "work b 1/3 both",
        "work a 2/2 both",
        "work b 2/3 both",
        "work b 3/3 both",
        "work c 1/1 both",
    ]


def test_two_ungrouped_neighbours_are_not_a_group() -> None:
    works = [s for s in build_timeline(workout("a 2x5", "b 2x5")).steps if s.kind is StepKind.WORK]
    assert [s.item.exercise_id for s in works] == ["a", "a", "b", "b"]


def test_way_in_leads_to_the_side() -> None:
    timeline = build_timeline(workout("a 2x5 rest 60 each"))
    assert timeline.steps[timeline.way_in(2, Side.LEFT)].kind is StepKind.GET_READY
    assert timeline.steps[timeline.way_in(2, Side.RIGHT)].kind is StepKind.CHANGE_SIDES
    with pytest.raises(KeyError):
        timeline.way_in(3, Side.LEFT)


def test_rehearsal_says_what_is_open_and_how_long_all_lasts() -> None:
    paper = rehearsal(workout("a 1x5@3-1-1-0 rest 30 own", "b 1x20s"))
    assert paper["duration_s"] == 10 + 25 + 30 + 20
    assert [s.get("open", False) for s in paper["steps"] if s["kind"] == "work"] == [True, False]
    assert paper["steps"][0] == {
        "at_s": 0,
        "kind": "get_ready",
        "duration_s": 10,
        "exercise_id": "a",
        "set": 1,
        "of_sets": 1,
        "side": "both",
    }
