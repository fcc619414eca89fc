"""Whatever the workout and whatever the athlete does."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.workouts import workouts
from trainer.domain.workout import Workout
from trainer.engine.events import (
    Event,
    Finished,
    PaceReleased,
    Paused,
    RestChanged,
    Resumed,
    StepStarted,
    WorkEnded,
    WorkReopened,
)
from trainer.engine.runner import SessionRunner, State
from trainer.engine.timeline import StepKind, build_timeline

_gaps = st.lists(st.floats(0.25, 1.99), min_size=1, max_size=30)
_actions = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.sampled_from(
            ["press", "done", "skip", "back", "pause", "resume", "release_pace", "longer", "shorter", "sleep"]
        ),
    ),
    max_size=30,
)


def run_out(runner: SessionRunner, now: float, gaps: list[float]) -> list[Event]:
    """Ticks to the end, ending open sets and pauses as they come."""
    events: list[Event] = []
    turn = 0
    while runner.state is not State.FINISHED:
        now += gaps[turn % len(gaps)]
        turn += 1
        events += runner.tick(now)
        if runner.state is State.PAUSED:
            events += runner.resume(now)
        elif runner.state is State.RUNNING and runner.step.open and runner.elapsed_s(now) > 3:
            events += runner.done(now)
    return events


@given(workouts(), _gaps)
def test_left_alone_each_step_comes_once_at_its_planned_moment(planned: Workout, gaps: list[float]) -> None:
    timeline = build_timeline(planned)
    runner = SessionRunner(timeline)
    events = runner.start(0.0) + run_out(runner, 0.0, gaps)
    started = [e for e in events if isinstance(e, StepStarted)]
    assert [e.step.index for e in started] == list(range(len(timeline.steps)))
    ends = [*(e.at for e in started[1:]), events[-1].at]
    for event, end in zip(started, ends, strict=True):
        if not event.step.open:
            assert abs(end - event.at - event.step.duration_s) < 1e-6


@given(workouts(), _actions, _gaps)
def test_whatever_is_done_nothing_is_skipped_or_doubled(
    planned: Workout, actions: list[tuple[int, str]], gaps: list[float]
) -> None:
    timeline = build_timeline(planned)
    runner = SessionRunner(timeline)
    now, events = 0.0, runner.start(0.0)
    for ticks, action in actions:
        for tick in range(ticks):
            now += gaps[tick % len(gaps)]
            events += runner.tick(now)
        if action == "sleep":
            now += 60
        events += act(runner, action, now)
    events += run_out(runner, now, gaps)

    assert isinstance(events[-1], Finished)
    assert all(one.at <= other.at + 1e-9 for one, other in pairwise(events))
    works = {s.index for s in timeline.steps if s.kind is StepKind.WORK}
    assert counted_once(events) == works
    for one, other in pairwise([e for e in events if isinstance(e, StepStarted)]):
        assert other.step.index - one.step.index in (-1, 0, 1)
    assert_time_is_conserved(events)


def act(runner: SessionRunner, action: str, now: float) -> list[Event]:
    if action == "sleep":
        return runner.tick(now) + runner.resume(now)
    if action in ("longer", "shorter"):
        return runner.change_rest(now, 10 if action == "longer" else -10)
    events: list[Event] = getattr(runner, action)(now)
    return events


def counted_once(events: list[Event]) -> set[int]:
    """The work steps with exactly one result that still counts at the end."""
    results: Counter[int] = Counter()
    for event in events:
        if isinstance(event, WorkEnded):
            results[event.step.index] += 1
        elif isinstance(event, WorkReopened) and results[event.step.index]:
            results[event.step.index] -= 1
    assert set(results.values()) <= {1}
    return {index for index, count in results.items() if count == 1}


def assert_time_is_conserved(events: list[Event]) -> None:
    """No step lasted longer than planned, pauses and changes of rest aside."""
    start: StepStarted | None = None
    paused_s = changed_s = 0.0
    paused_at: float | None = None
    for event in events:
        match event:
            case StepStarted(at, step):
                if start is not None and not start.step.open and step.index > start.step.index:
                    paused_s += at - paused_at if paused_at is not None else 0.0
                    assert at - start.at - paused_s <= start.step.duration_s + changed_s + 1e-6
                start, paused_s, changed_s = event, 0.0, 0.0
                paused_at = at if paused_at is not None else None
            case Paused(at):
                paused_at = at
            case Resumed(at) if paused_at is not None:
                paused_s += at - paused_at
                paused_at = None
            case RestChanged(_, _, by_s):
                changed_s += by_s
            case PaceReleased():
                start = None
