"""Ending an exercise for today, and taking that back."""

from __future__ import annotations

from tests.engine.notation import lines, step_line, workout
from trainer.engine.runner import SessionRunner, State
from trainer.engine.timeline import StepKind, build_timeline

TWO = ("curl 3x2 rest 20", "plank 1x10s rest 20 each")


def runner(*items: str, until: float) -> tuple[SessionRunner, float]:
    runner = SessionRunner(build_timeline(workout(*items)))
    now = 0.0
    runner.start(now)
    while now < until:
        now += 0.5
        runner.tick(now)
    return runner, now


def coming(runner: SessionRunner) -> list[str]:
    return [step_line(step) for step in runner.steps[runner.step.index :]]


def test_in_the_rest_the_sets_to_come_are_left_out_and_the_rest_goes_on() -> None:
    run, now = runner(*TWO, until=17)
    assert run.step.kind is StepKind.REST
    assert run.leave_out(now, "curl") == []
    assert coming(run)[:2] == ["rest curl 1/3 both", "get_ready plank 1/1 left"]
    assert [step.index for step in run.steps] == list(range(len(run.steps)))
    assert run.view(now).total_remaining_s == 14 + 10 + 10 + 8 + 10


def test_put_back_restores_the_plan_to_the_step() -> None:
    run, now = runner(*TWO, until=17)
    before = run.steps
    run.leave_out(now, "curl")
    assert run.put_back(now, "curl") == []
    assert run.steps == before
    assert run.put_back(now, "curl") == []


def test_in_its_get_ready_the_next_exercise_begins_at_once_and_undo_goes_back() -> None:
    run, now = runner(*TWO, until=33)
    assert step_line(run.step) == "get_ready curl 2/3 both"
    assert lines(run.leave_out(now, "curl")) == ["33 get_ready plank 1/1 left"]
    assert lines(run.put_back(now + 1, "curl")) == ["34 get_ready curl 2/3 both"]


def test_in_its_work_the_set_ends_as_it_stands() -> None:
    run, now = runner(*TWO, until=14)
    assert lines(run.leave_out(now, "curl")) == ["14 partial both 1 reps", "14 rest curl 1/3 both"]


def test_between_the_sides_the_other_side_is_left_out_too() -> None:
    run, now = runner("plank 1x10s rest 20 each", "curl 1x2", until=22)
    assert run.step.kind is StepKind.CHANGE_SIDES
    assert lines(run.leave_out(now, "plank")) == ["22 rest plank 1/1 right"]


def test_when_nothing_else_is_left_the_session_is_finished() -> None:
    run, now = runner("curl 2x2 rest 20", until=33)
    run.leave_out(now, "curl")
    assert run.state is State.FINISHED


def test_back_after_undo_reopens_the_set_that_was_done() -> None:
    run, now = runner(*TWO, until=33)
    run.leave_out(now, "curl")
    run.put_back(now, "curl")
    run.back(now)
    run.back(now)
    assert lines(run.back(now)) == ["33 reopened 1 both", "33 work curl 1/3 both"]
