"""Whatever is done and changed: no result is lost, no row doubled, and a resumed session is the same."""

from __future__ import annotations

from collections import Counter
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.workouts import workouts
from tests.fakes import FakeClock
from tests.services.memory_log import MemoryLog
from trainer.catalog import load_catalog
from trainer.domain.exercise import Side
from trainer.domain.session import SetLog, SetStatus
from trainer.domain.workout import Workout
from trainer.engine.changing import Change
from trainer.engine.events import Event, WorkEnded, WorkReopened
from trainer.engine.runner import SessionRunner, State
from trainer.engine.timeline import StepKind
from trainer.services.active_session import has_result
from trainer.services.changing import Changing, Proposal
from trainer.services.training import Training

_ACTS = (
    "add",
    "easier",
    "undo",
    "press",
    "done",
    "skip",
    "back",
    "far_back",
    "pause",
    "release_pace",
    "longer",
    "wait",
)
_acts = st.lists(st.tuples(st.integers(0, 12), st.sampled_from(_ACTS)), max_size=30)
_PLANK, _BRIDGE, _SQUAT = (
    load_catalog().exercises[name] for name in ("side-plank", "single-leg-glute-bridge", "bodyweight-squat")
)
# From each exercise of a random workout down three rungs: with sides, with and without a hold.
EASIER = {f"exercise-{number}": _PLANK for number in range(4)} | {
    "side-plank": _BRIDGE,
    "single-leg-glute-bridge": _SQUAT,
}


class Session:
    """One that is run and recorded as the driver does."""

    def __init__(self, planned: Workout) -> None:
        self.clock, self.log = FakeClock(), MemoryLog()
        ids = count(1)
        self.training = Training(self.log, self.clock, lambda: f"id-{next(ids)}")
        self.active = self.training.begin(planned)
        self.runner = SessionRunner(self.active.timeline)
        self.changing = Changing(self.active, EASIER)
        self.ended: Counter[tuple[str, Side]] = Counter()
        self.record(self.runner.start(0.0))

    @property
    def now(self) -> float:
        return self.clock.monotonic()

    def record(self, events: list[Event]) -> None:
        self.active.record(events)
        for event in events:
            if isinstance(event, WorkEnded | WorkReopened):
                row = self.active.row(event.step.set_index, event.step.side)
                if row is not None:
                    key = row.set_id, row.side
                    self.ended[key] = self.ended[key] + 1 if isinstance(event, WorkEnded) else 0

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.clock.advance(1.0)
            self.record(self.runner.tick(self.now))

    def ask(self, act: str) -> None:
        if self.runner.state not in (State.RUNNING, State.PAUSED):
            return
        self.record(self.runner.tick(self.now))
        match act:
            case "add":
                self.follow(self.changing.set_more(self.runner.step))
            case "easier":
                self.follow(self.changing.easier(self.runner.step))
            case "undo":
                back = self.changing.last_undo()
                if back is not None:
                    self.adopt(back)
                    self.changing.taken_back()
            case "far_back":
                for _ in range(9):
                    self.record(self.runner.back(self.now))
            case "wait":
                self.wait(30)
            case "longer":
                self.record(self.runner.change_rest(self.now, 10))
            case _:
                self.record(getattr(self.runner, act)(self.now))

    def follow(self, proposal: object) -> None:
        if isinstance(proposal, Proposal) and self.runner.state in (State.RUNNING, State.PAUSED):
            self.adopt(proposal.change)
            self.changing.made(proposal)

    def adopt(self, change: Change) -> None:
        self.active.adopt(change)
        self.record(self.runner.change_course(self.now, change))

    def run_out(self) -> None:
        while self.runner.state is not State.FINISHED:
            self.clock.advance(1.5)
            self.record(self.runner.tick(self.now))
            if self.runner.state is State.PAUSED:
                self.record(self.runner.resume(self.now))
            elif self.runner.state is State.RUNNING and self.runner.step.open:
                self.record(self.runner.done(self.now))


def results(rows: list[SetLog]) -> dict[tuple[str, Side], tuple[object, ...]]:
    """What was done, without its place in the session, which may move."""
    return {
        (row.set_id, row.side): (row.exercise_id, row.target, row.reps, row.hold_s)
        for row in rows
        if has_result(row) and row.status is not SetStatus.RUNNING
    }


@given(workouts(), _acts)
def test_no_result_is_lost_and_no_row_doubled(planned: Workout, acts: list[tuple[int, str]]) -> None:
    session = Session(planned)
    for seconds, act in acts:
        session.wait(seconds)
        under_way = session.active.row(*session.runner.step.work)
        before = results(session.log.sets_of(""))
        session.ask(act)
        if act in ("add", "easier", "undo"):
            after = results(session.log.sets_of(""))
            assert set(before) <= set(after)
            assert all(
                after[key] == before[key] for key in before if not under_way or key[0] != under_way.set_id
            )
        check(session)
    session.run_out()
    check(session)
    works = {step.work for step in session.active.timeline.steps if step.kind is StepKind.WORK}
    assert {(row.set_index, row.side) for row in session.log.sets_of("")} == works
    assert set(session.ended.values()) <= {0, 1}
    assert {row.status for row in session.log.sets_of("")}.isdisjoint({SetStatus.RUNNING})
    assert session.training.recoverable() is not None
    assert session.training.recoverable().next_step is None  # type: ignore[union-attr]


def check(session: Session) -> None:
    """The steps have no gap, the rows no double, and each row its own set's exercise and target."""
    runner, timeline = session.runner, session.active.timeline
    assert [step.index for step in runner.steps] == list(range(len(runner.steps)))
    for one, other in zip(timeline.steps, timeline.steps[1:], strict=False):
        assert abs(one.end_s - other.at_s) < 1e-6
    planned = {step.key: step for step in timeline.steps}
    for step in runner.steps:
        plain = planned[step.key]
        assert (step.item, step.set_no, step.of_sets) == (plain.item, plain.set_no, plain.of_sets)
    order = [step.at_s for step in runner.steps]
    assert order == sorted(order)
    rows = session.log.sets_of("")
    assert len({(row.set_index, row.side) for row in rows}) == len(rows)
    for row in rows:
        work = planned[StepKind.WORK, row.set_index, row.side]
        assert (row.exercise_id, row.target) == (work.item.exercise_id, work.target)


@given(workouts(), _acts)
def test_a_resumed_session_is_the_one_that_ran(planned: Workout, acts: list[tuple[int, str]]) -> None:
    session = Session(planned)
    for seconds, act in acts:
        session.wait(seconds)
        session.ask(act)
    recovery = session.training.recoverable()
    assert recovery is not None
    active, start_at = session.training.resume(recovery)
    assert active.timeline == session.active.timeline
    assert active.rows == session.active.rows
    assert active.log.prescribed == planned
    if start_at is not None:
        again = SessionRunner(active.timeline, start_at=start_at)
        assert again.step.set_index == recovery.next_step.set_index  # type: ignore[union-attr]
