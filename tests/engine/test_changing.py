"""A set more and another exercise instead, by whole event lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.engine.notation import item, lines, step_line, workout
from tests.engine.test_leaving_out import coming
from trainer.domain.workout import Workout, WorkoutItem
from trainer.engine.changing import (
    Change,
    exchanged,
    item_under_way,
    one_set_more,
    to_be_done,
    undone,
)
from trainer.engine.runner import SessionRunner, State
from trainer.engine.timeline import StepKind, build_timeline

TWO = ("curl 3x2 rest 20", "plank 1x10s rest 20 each")


def easier(_: WorkoutItem) -> WorkoutItem:
    """Three holds of five seconds on each side, with a rest of 20 s."""
    return item("bridge 3x5s rest 20 each")


class Changed:
    """A session on a clock of half seconds, changed as it stands."""

    def __init__(self, *items: str, until: float) -> None:
        self.workout = workout(*items)
        self.runner = SessionRunner(build_timeline(self.workout))
        self.begun: dict[int, bool] = {}
        self.now = 0.0
        self.runner.start(self.now)
        self.wait(until)

    def wait(self, until: float) -> list[str]:
        events = []
        while self.now < until:
            self.now += 0.5
            events += self.runner.tick(self.now)
            if self.runner.step.kind is StepKind.WORK:
                self.begun[self.runner.step.set_index] = True
        return lines(events)

    def follow(self, change: Change) -> list[str]:
        self.workout = change.timeline.workout
        self.begun = {change.moved[index]: done for index, done in self.begun.items()}
        return lines(self.runner.change_course(self.now, change))

    def add(self) -> tuple[list[str], Change]:
        before = self.workout
        change = one_set_more(before, item_under_way(before, self.runner.step))
        return self.follow(change), undone(before, change)

    def ease(self) -> tuple[list[str], Change]:
        at = item_under_way(self.workout, self.runner.step)
        both = exchanged(self.workout, at, self.runner.step, self.begun, easier)
        assert both is not None
        return self.follow(both[0]), both[1]


def works(planned: Workout) -> list[str]:
    return [step_line(s) for s in build_timeline(planned).steps if s.kind is StepKind.WORK]


def test_a_set_more_comes_after_the_last_and_the_one_under_way_goes_on() -> None:
    session = Changed(*TWO, until=14)
    events, back = session.add()
    assert events == ["14 other course"]
    assert step_line(session.runner.step) == "work curl 1/4 both"
    assert session.runner.elapsed_s(14) == 4
    assert works(session.workout)[2:5] == [
        "work curl 3/4 both",
        "work curl 4/4 both",
        "work plank 1/1 left",
    ]
    assert session.wait(17) == ["16 done both 2 reps", "16 rest curl 1/4 both"]
    assert session.follow(back) == ["17 other course"]
    assert session.workout == workout(*TWO)


def test_a_set_more_in_the_last_rest_is_next_and_the_rest_lasts_as_planned() -> None:
    session = Changed(*TWO, until=72)
    assert step_line(session.runner.step) == "rest curl 3/3 both"
    session.add()
    assert session.wait(95) == [
        "83 get_ready curl 4/4 both",
        "88 work curl 4/4 both",
        "91 … 1 reps 3 s",
        "94 done both 2 reps",
        "94 rest curl 4/4 both",
    ]


def test_a_set_more_in_the_very_last_set_is_taken_back_in_its_rest_and_all_is_done() -> None:
    session = Changed("curl 1x2 rest 20", until=14)
    _, back = session.add()
    session.wait(20)
    assert step_line(session.runner.step) == "rest curl 1/2 both"
    assert session.follow(back) == ["20 other course", "20 finished"]
    assert session.runner.state is State.FINISHED


def test_in_a_superset_a_set_more_is_a_round_more() -> None:
    session = Changed("curl 2x2 rest 0 group A", "plank 2x10s rest 20 group A", "squat 1x2", until=12)
    session.add()
    assert works(session.workout) == [
        "work curl 1/3 both",
        "work plank 1/2 both",
        "work curl 2/3 both",
        "work plank 2/2 both",
        "work curl 3/3 both",
        "work squat 1/1 both",
    ]


def test_in_the_rest_the_sets_to_come_are_exchanged() -> None:
    session = Changed(*TWO, until=18)
    events, back = session.ease()
    assert events == ["18 other course"]
    assert coming(session.runner)[:4] == [
        "rest curl 1/1 both",
        "get_ready bridge 1/2 left",
        "work bridge 1/2 left",
        "change_sides bridge 1/2 right",
    ]
    assert session.runner.view(18).remaining_s == 8
    assert session.wait(27) == ["26 get_ready bridge 1/2 left"]
    assert session.follow(back) == ["27 other course", "27 get_ready curl 2/3 both"]
    assert session.workout == workout(*TWO)


def test_in_its_get_ready_the_other_exercise_gets_ready_instead() -> None:
    session = Changed(*TWO, until=3)
    events, back = session.ease()
    assert events == ["3 other course", "3 get_ready bridge 1/3 left"]
    assert session.runner.view(3).remaining_s == 10
    assert session.follow(back) == ["3 other course", "3 get_ready curl 1/3 both"]


def test_in_its_work_the_set_ends_as_it_stands_and_is_done_again_after_the_rest() -> None:
    session = Changed(*TWO, until=14)
    events, back = session.ease()
    assert events == ["14 other course", "14 partial both 1 reps", "14 rest curl 1/1 both"]
    assert works(session.workout)[:3] == [
        "work curl 1/1 both",
        "work bridge 1/3 left",
        "work bridge 1/3 right",
    ]
    assert session.follow(back) == ["14 other course", "14 reopened 1 both", "14 get_ready curl 1/3 both"]


def test_where_nothing_was_done_no_rest_comes_first() -> None:
    session = Changed(*TWO, until=11)
    assert session.ease()[0] == [
        "11 other course",
        "11 skipped both None reps",
        "11 get_ready bridge 1/3 left",
    ]


def test_between_the_sides_the_other_side_is_skipped_and_the_rest_comes() -> None:
    session = Changed("plank 3x10s rest 20 each", until=22)
    assert step_line(session.runner.step) == "change_sides plank 1/3 right"
    events, back = session.ease()
    assert events == ["22 other course", "22 skipped right None reps", "22 rest plank 1/1 right"]
    assert session.wait(33) == ["32 get_ready bridge 1/3 left"]
    assert session.follow(back) == [
        "33 other course",
        "33 reopened 1 left",
        "33 reopened 1 right",
        "33 get_ready plank 1/3 left",
    ]


def test_in_a_superset_the_other_exercise_takes_its_turns() -> None:
    session = Changed("curl 3x2 rest 0 group A", "plank 3x10s rest 20 group A", until=14)
    _, back = session.ease()
    assert works(session.workout) == [
        "work curl 1/1 both",
        "work plank 1/3 both",
        "work bridge 1/3 left",
        "work bridge 1/3 right",
        "work plank 2/3 both",
        "work bridge 2/3 left",
        "work bridge 2/3 right",
        "work plank 3/3 both",
        "work bridge 3/3 left",
        "work bridge 3/3 right",
    ]
    assert step_line(session.runner.step) == "get_ready plank 1/3 both"
    session.wait(45)
    assert step_line(session.runner.step) == "get_ready bridge 1/3 left"
    assert session.follow(back)[-1] == "45 get_ready curl 2/3 both"


def test_a_set_more_of_what_was_exchanged_is_one_of_the_other_exercise() -> None:
    session = Changed(*TWO, until=18)
    session.ease()
    session.add()
    assert works(session.workout)[-4:-2] == ["work bridge 3/3 left", "work bridge 3/3 right"]


def test_a_later_set_that_was_done_stays_done() -> None:
    session = Changed(*TWO, until=54)
    for _ in range(6):
        session.runner.back(54)
    assert step_line(session.runner.step) == "get_ready curl 1/3 both"
    events, _ = session.ease()
    assert events == [
        "54 other course",
        "54 skipped both None reps",
        "54 skipped both None reps",
        "54 get_ready bridge 1/2 left",
    ]
    assert works(session.workout)[:3] == ["work curl 1/2 both", "work curl 2/2 both", "work bridge 1/2 left"]


def test_what_was_altered_stays_so_on_another_course() -> None:
    session = Changed(*TWO, until=18)
    session.runner.change_rest(18, 30)
    session.runner.pause(18)
    session.now = 40.0
    session.add()
    assert session.runner.state is State.PAUSED
    assert session.runner.view(40).remaining_s == 13 + 30
    session.runner.resume(41)
    session.runner.skip(41)
    session.runner.skip(41)
    session.runner.release_pace(41)
    session.begun[2], session.now = True, 41.0
    session.add()
    assert session.runner.step.open


def test_a_rest_that_has_lasted_longer_than_the_other_course_plans_ends_now() -> None:
    session = Changed("curl 2x2 rest 20", until=30)
    assert session.runner.view(30).remaining_s == 1
    session.ease()
    assert session.wait(32) == ["30 get_ready bridge 1/1 left"]


def test_what_pain_has_ended_stays_out_on_another_course() -> None:
    session = Changed(*TWO, until=18)
    session.runner.leave_out(18, "curl")
    session.runner.skip(18)
    session.add()
    assert coming(session.runner) == [
        "get_ready plank 1/2 left",
        "work plank 1/2 left",
        "change_sides plank 1/2 right",
        "work plank 1/2 right",
        "rest plank 1/2 right",
        "get_ready plank 2/2 left",
        "work plank 2/2 left",
        "change_sides plank 2/2 right",
        "work plank 2/2 right",
    ]
    session.runner.put_back(18, "curl")
    assert coming(session.runner)[0] == "get_ready curl 2/3 both"


def test_after_its_last_set_nothing_is_left_to_exchange() -> None:
    session = Changed(*TWO, until=72)
    step = session.runner.step
    assert to_be_done(session.workout, 0, step, session.begun) == []
    assert exchanged(session.workout, 0, step, session.begun, easier) is None


def test_no_course_changes_before_it_begins_or_after_its_end() -> None:
    change = one_set_more(workout(*TWO), 0)
    runner = SessionRunner(build_timeline(workout(*TWO)))
    with pytest.raises(ValueError, match="under way"):
        runner.change_course(0, change)


def test_warm_ups_are_counted_by_themselves() -> None:
    planned = workout("curl 5x2 rest 20 warm 2")
    assert works(planned) == [
        "work curl warm-up 1/2 both",
        "work curl warm-up 2/2 both",
        "work curl 1/3 both",
        "work curl 2/3 both",
        "work curl 3/3 both",
    ]
    steps = build_timeline(planned).steps
    assert [s.duration_s for s in steps if s.kind is StepKind.GET_READY] == [10, 5, 5, 5, 5]
    assert [s.opens for s in steps if s.kind is StepKind.WORK] == [True, False, False, False, False]
    plain = replace(planned, items=(item("curl 3x2"),))
    opening = [s.opens for s in build_timeline(plain).steps if s.kind is StepKind.WORK]
    assert opening == [True, False, False]
