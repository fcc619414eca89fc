"""Whatever machine and athlete do: no set is lost, no step comes early, no cue is planned late."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.audio_fake import RecordingAudio
from tests.fakes import FakeClock
from tests.services.memory_log import MemoryLog
from tests.session_workouts import CURL, HINGE, HOLD, LIMIT, workout
from trainer.domain.session import SetStatus
from trainer.engine.runner import GAP_S, State
from trainer.engine.timeline import Step, StepKind
from trainer.services.active_session import has_result
from trainer.services.training import Training
from trainer.ui.session_driver import SLEEP_S, SessionDriver

pytestmark = pytest.mark.usefixtures("qapp")
SHOWN = workout(CURL, HINGE, LIMIT, HOLD)
EARLY_S = 1e-6

_ticks = st.tuples(st.just("ticks"), st.integers(1, 400))
_stalls = st.tuples(st.just("stall"), st.floats(0.1, 40))
_sleeps = st.tuples(st.just("sleep"), st.floats(0.1, 1e5))
_walls = st.tuples(st.just("wall"), st.sampled_from([1.0, -1.0, 3600.0, -3600.0, 3e8, -3e8]))
_acts = st.tuples(
    st.sampled_from(["press", "done", "skip", "back", "pause", "resume", "release_pace", "change_rest"]),
    st.sampled_from([-10, 10]),
)
_story = st.lists(st.one_of(_ticks, _stalls, _sleeps, _walls, _acts), max_size=40)


class Trial:
    """A session that is troubled, and what is expected of it all the while."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.clock.advance(1000)
        self.sound = RecordingAudio(clock=self.clock.monotonic)
        self.sound.start()
        self.log = MemoryLog()
        ids = count()
        active = Training(self.log, self.clock, lambda: f"id-{next(ids)}").begin(SHOWN)
        self.driver = SessionDriver(active, self.clock, self.sound)
        self.driver.stepped.connect(self._on_driver_stepped)
        self.driver.sounded.connect(self._on_driver_sounded)
        self._ran_s = 0.0  # how long the step under way has run
        self._left_alone = False
        self._before: Step | None = None
        self._pulses = 0
        self._early: list[Step] = []  # an exception in a slot would be lost
        self.driver.start()

    def ticks(self, number: int) -> None:
        for _ in range(number):
            self._pass(0.25)

    def stall(self, seconds: float) -> None:
        was_running = self.driver.state is State.RUNNING
        self._pass(seconds)
        if was_running and seconds > GAP_S:
            self._expect_pause()

    def sleep(self, seconds: float) -> None:
        was_running = self.driver.state is State.RUNNING
        self.clock.sleep(seconds)
        self._pass(0.033)
        if was_running and seconds > SLEEP_S:
            self._expect_pause()

    def wall(self, by_s: float) -> None:
        self.clock.set_wall(by_s)

    def act(self, what: str, by_s: int) -> None:
        self._left_alone = False
        act = getattr(self.driver, what)
        act(by_s) if what == "change_rest" else act()
        self._look()

    def run_out(self) -> None:
        """To the end, ending open sets and pauses as they come."""
        while self.driver.state is not State.FINISHED:
            self._pass(0.5)
            if self.driver.state is State.PAUSED:
                self.act("resume", 0)
            elif self.driver.state is State.RUNNING and self.driver.view().step.open:
                self.clock.advance(0.5)
                self.act("done", 0)

    def _pass(self, seconds: float) -> None:
        self.clock.advance(seconds)
        running = self.driver.state is State.RUNNING
        self._left_alone = True
        self._before = self.driver.view().step
        if running and seconds <= GAP_S:
            self._ran_s += seconds
        self._pulses = 0
        self.driver.tick()
        self._look()

    def _expect_pause(self) -> None:
        assert self.driver.state in (State.PAUSED, State.FINISHED)
        if self.driver.state is State.PAUSED:
            assert self._pulses <= 1, "a burst of what was missed"

    def _look(self) -> None:
        assert not self._early, "the step after it began early"
        for at, method, planned in self.sound.calls:
            if method == "schedule":
                assert all(cue_at >= at - EARLY_S for cue_at, _ in planned), "a cue planned into the past"
        self.sound.calls.clear()
        if self.driver.state is State.PAUSED:
            assert self.sound.scheduled == []
        assert all(one <= other for (one, _), (other, _) in pairwise(self.sound.scheduled))

    def _on_driver_stepped(self, _step: Step) -> None:
        before = self._before
        if self._left_alone and before is not None and not before.open:
            if self._ran_s < before.duration_s - EARLY_S:
                self._early.append(before)
            self._ran_s -= before.duration_s
        else:
            self._ran_s = 0.0

    def _on_driver_sounded(self, _cue: object) -> None:
        self._pulses += 1


@contextmanager
def trial() -> Iterator[Trial]:
    one = Trial()
    try:
        yield one
    finally:
        one.driver.stop()
        one.driver.deleteLater()


def tell(one: Trial, story: list[tuple[str, float]]) -> None:
    for what, much in story:
        if what in ("ticks", "stall", "sleep", "wall"):
            getattr(one, what)(much)
        else:
            one.act(what, int(much))


@settings(max_examples=60)
@given(_story)
def test_no_set_is_lost_no_step_comes_early_and_no_cue_is_planned_late(
    story: list[tuple[str, float]],
) -> None:
    with trial() as one:
        tell(one, story)
        one.run_out()
        works = [step for step in one.driver.active.timeline.steps if step.kind is StepKind.WORK]
        rows = {(row.set_index, row.side): row for row in one.log.rows.values()}
        assert set(rows) == {(step.set_index, step.side) for step in works}
        assert {row.status for row in rows.values()} <= {
            SetStatus.DONE,
            SetStatus.PARTIAL,
            SetStatus.SKIPPED,
        }
        assert set(rows.values()) == set(one.driver.active.rows)
        assert all(row.completed_at is not None for row in rows.values() if has_result(row))


@settings(max_examples=60)
@given(st.lists(st.one_of(_ticks, _stalls, _sleeps, _walls), max_size=40))
def test_what_only_the_machine_does_costs_no_rep_and_keeps_the_times_in_order(
    story: list[tuple[str, float]],
) -> None:
    with trial() as one:
        tell(one, story)
        while one.driver.state is not State.FINISHED:
            one.ticks(1)
            if one.driver.state is State.PAUSED:
                one.act("resume", 0)
            elif one.driver.view().step.open and one.driver.view().elapsed_s > 3:
                one.act("done", 0)
        rows = one.driver.active.rows
        assert all(row.status is SetStatus.DONE for row in rows)
        assert all(row.reps == row.target.reps and row.hold_s == row.target.hold_s for row in rows)
        completed = [row.completed_at for row in rows]
        assert None not in completed
        assert completed == sorted(completed, key=str)
