"""Changes of a session on a real store: what is on disk afterwards, and what is resumed from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.services.test_training import Athlete, FullDisk, told
from tests.session_workouts import CURL, HINGE, HOLD, MIXED, workout
from trainer.catalog import load_catalog
from trainer.domain.exercise import Kind
from trainer.domain.workout import SetTarget, Workout
from trainer.engine.changing import Change
from trainer.engine.timeline import StepKind
from trainer.errors import StoreNotWritable
from trainer.paths import paths_for
from trainer.services.changing import Changing, Obstacle, Proposal
from trainer.services.just_done import JustDone
from trainer.services.ladder import easier_rung, easier_rungs
from trainer.services.training import Training
from trainer.services.trial import in_place_of
from trainer.store import Store

EXERCISES = load_catalog().exercises
BRIDGE = EXERCISES["eccentric-slider-bridge"]
EASIER = {CURL.exercise_id: BRIDGE, BRIDGE.id: EXERCISES["hamstring-walk-outs"]}


class Changer(Athlete):
    """Changes the course too, as the window does."""

    def begin(self) -> Changer:
        self.changing = Changing(self.active, EASIER)
        return self

    def change(self, what: str) -> None:
        planned: Proposal | Obstacle = getattr(self.changing, what)(self.runner.step)
        assert isinstance(planned, Proposal)
        self.adopt(planned.change)
        self.changing.made(planned)

    def undo(self) -> None:
        back = self.changing.last_undo()
        assert back is not None
        self.adopt(back)
        self.changing.taken_back()

    def adopt(self, change: Change) -> None:
        self.active.adopt(change)
        self.active.record(self.runner.change_course(self.clock.monotonic(), change))

    def back_to(self, set_index: int) -> None:
        """To the get-ready of an earlier set."""
        while (self.runner.step.kind, self.runner.step.set_index) != (StepKind.GET_READY, set_index):
            self.ask("back")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path), clock=clock)
    yield store
    store.close()


@pytest.fixture
def training(store: Store, clock: FakeClock) -> Training:
    ids = count(1)
    return Training(store, clock, lambda: f"id-{next(ids):04}")


def begin(training: Training, clock: FakeClock, what: Workout = MIXED) -> Changer:
    return Changer(training.begin(what), clock).begin()


def names(store: Store, athlete: Changer) -> list[tuple[int, str, str]]:
    rows = store.sets_of(athlete.active.log.id)
    return [(row.set_index, row.exercise_id, str(row.status)) for row in rows]


def test_what_was_prescribed_stays_in_the_log_beside_what_became_of_it(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock)
    athlete.until(StepKind.REST)
    athlete.change("set_more")
    athlete.change("easier")
    log = store.session(athlete.active.log.id)
    assert log.prescribed == MIXED
    assert log.changed is not None
    assert [(item.exercise_id, len(item.sets)) for item in log.changed.items] == [
        (CURL.exercise_id, 1),
        (BRIDGE.id, 2),
        (HINGE.exercise_id, 2),
        (HOLD.exercise_id, 1),
    ]
    athlete.undo()
    athlete.undo()
    assert store.session(athlete.active.log.id).changed is None
    assert athlete.active.timeline.workout == MIXED


def test_a_session_that_was_changed_is_resumed_on_its_own_course(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(CURL, HOLD))
    athlete.wait(14)
    athlete.change("easier")
    athlete.until(StepKind.WORK)
    rep_s = athlete.runner.step.target.tempo.rep_s  # type: ignore[union-attr]
    athlete.wait(rep_s + 1)
    recovery = training.recoverable()
    assert recovery is not None
    assert (recovery.saved, recovery.of, recovery.reps) == (1, 4, 1)
    active, start_at = training.resume(recovery)
    assert active.timeline == athlete.active.timeline
    again = Changer(active, clock, start_at or 0).begin()
    assert (again.runner.step.item.exercise_id, again.runner.step.set_no) == (BRIDGE.id, 1)
    again.change("set_more")
    assert again.runner.step.of_sets == 3
    training.finish(recovery)
    log = store.session(active.log.id)
    assert log.prescribed == workout(CURL, HOLD)
    assert log.changed is not None


def test_the_rows_of_later_sets_move_when_a_set_comes_between(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(CURL, HOLD))
    for _ in range(2):
        athlete.until(StepKind.WORK)
        athlete.until(StepKind.REST)
    said = JustDone(athlete.active)
    athlete.until(StepKind.WORK)
    athlete.wait(7)
    said.follow(athlete.runner.steps[athlete.runner.step.index])
    before = store.sets_of(athlete.active.log.id)[2]
    assert (before.set_index, before.hold_s) == (3, 5)
    athlete.back_to(2)
    athlete.change("set_more")
    moved = store.sets_of(athlete.active.log.id)[2]
    assert moved == replace(before, set_index=4)
    athlete.undo()
    assert store.sets_of(athlete.active.log.id)[2] == before
    athlete.change("set_more")
    assert names(store, athlete) == [
        (1, CURL.exercise_id, "done"),
        (2, CURL.exercise_id, "done"),
        (4, HOLD.exercise_id, "running"),
    ]
    athlete.active.finish()
    assert [status for _, _, status in names(store, athlete)] == ["done", "done", "skipped", "partial"]
    assert said.step is not None
    assert (said.step.set_index, said.step.item) == (4, HOLD)


def test_a_set_that_is_taken_back_takes_its_empty_row_with_it_and_no_result(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(CURL, HOLD))
    athlete.wait(14)
    athlete.change("easier")
    athlete.until(StepKind.WORK)
    assert names(store, athlete)[-1] == (2, BRIDGE.id, "running")
    athlete.undo()
    assert names(store, athlete) == [(1, CURL.exercise_id, "partial")]
    athlete.change("easier")
    athlete.until(StepKind.WORK)
    back = athlete.changing._back[-1]
    athlete.until(StepKind.REST)
    assert athlete.changing.last_undo() is None
    with pytest.raises(ValueError, match="result"):
        athlete.active.adopt(back)
    assert names(store, athlete)[-1] == (2, BRIDGE.id, "done")


def test_a_change_that_cannot_be_written_is_none(store: Store, clock: FakeClock) -> None:
    class FullCourse(FullDisk):
        def save_course(self, *_: object) -> None:
            raise StoreNotWritable("The disk is full; make room.")

    training = Training(FullCourse(store), clock, iter(f"d{n}" for n in range(99)).__next__)  # type: ignore[arg-type]
    athlete = begin(training, clock)
    athlete.until(StepKind.REST)
    before = athlete.active.timeline, athlete.active.rows, athlete.active.log
    with pytest.raises(StoreNotWritable, match="make room"):
        athlete.change("set_more")
    assert (athlete.active.timeline, athlete.active.rows, athlete.active.log) == before
    assert athlete.changing.last_undo() is None


def test_what_could_not_be_written_before_is_written_with_the_change(store: Store, clock: FakeClock) -> None:
    disk = FullDisk(store)
    training = Training(disk, clock, iter(f"d{n}" for n in range(99)).__next__)  # type: ignore[arg-type]
    athlete = begin(training, clock)
    athlete.wait(18.5)
    disk.full = True
    with pytest.raises(StoreNotWritable):
        athlete.wait(1)
    athlete.change("set_more")
    assert told(store.sets_of(athlete.active.log.id)[0]) == (1, "both", "done", 3, None)


def test_marking_a_set_as_warm_up_counts_for_both_sides_and_not_as_the_last_result(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(HINGE))
    athlete.until(StepKind.REST)
    said = JustDone(athlete.active)
    said.follow(next(step for step in athlete.active.timeline.steps if step.kind is StepKind.WORK))
    said.warm_up()
    assert [row.warm_up for row in store.sets_of(athlete.active.log.id)] == [True, True]
    athlete.active.finish()
    assert training.last_results([HINGE.exercise_id]) == {}
    assert store.performances(HINGE.exercise_id) == []


def test_obstacles(training: Training, clock: FakeClock) -> None:
    athlete = begin(training, clock, workout(CURL, HOLD))
    changing = athlete.changing
    assert changing.obstacle_to_easier(athlete.runner.step) is None
    athlete.until(StepKind.REST)
    said = JustDone(athlete.active)
    said.follow(athlete.active.timeline.steps[1])
    said.hurt(6, "groin")
    step = athlete.runner.step
    assert (changing.set_more(step), changing.easier(step)) == (Obstacle.STOPPED, Obstacle.STOPPED)
    said.hurt(2, "groin")
    athlete.until(StepKind.WORK)
    athlete.until(StepKind.REST)
    assert changing.easier(athlete.runner.step) is Obstacle.NOTHING_LEFT
    athlete.until(StepKind.GET_READY)
    assert changing.easier(athlete.runner.step) is Obstacle.NO_RUNG


def test_the_easier_rung_is_the_nearest_that_can_be_done_with_what_is_at_hand() -> None:
    nordic = EXERCISES["nordic-hamstring-curl"]
    assert {*nordic.easier} == {"partial-range-nordic", "band-assisted-nordic"}
    at_hand = {*nordic.equipment}
    assert easier_rung(nordic, EXERCISES, at_hand) == EXERCISES["partial-range-nordic"]
    for exercise in EXERCISES.values():
        rung = easier_rung(exercise, EXERCISES, exercise.equipment)
        assert rung is None or set(rung.equipment) <= set(exercise.equipment)
        everything = {thing for one in EXERCISES.values() for thing in one.equipment}
        nearest = easier_rung(exercise, EXERCISES, everything)
        assert nearest == (EXERCISES[exercise.easier[0]] if exercise.easier else None)
    rungs = easier_rungs([nordic.id, "of one's own"], EXERCISES, everything)
    assert rungs[nordic.id].id == "partial-range-nordic"
    assert rungs["partial-range-nordic"].id == "band-assisted-nordic"
    assert all(rung.id in rungs for rung in rungs.values() if rung.easier)


def test_a_ladder_that_goes_round_ends() -> None:
    one, other = EXERCISES["split-squat"], EXERCISES["step-up"]
    round_about = {
        one.id: replace(one, easier=(other.id,), equipment=("barbell",)),
        other.id: replace(other, easier=(one.id,), equipment=("barbell",)),
    }
    assert easier_rung(round_about[one.id], round_about, set()) is None
    assert easier_rungs([one.id], round_about, {"barbell"}).keys() == {one.id, other.id}


@pytest.mark.parametrize(
    ("asked", "reps"), [(SetTarget(Kind.REPS, reps=1, tempo=CURL.sets[0].tempo, load_kg=20, rpe=8), "low"),
                        (SetTarget(Kind.REPS, reps=99, tempo=CURL.sets[0].tempo, to_limit=True), "high"),
                        (SetTarget(Kind.HOLD, hold_s=30, warm_up=True), "low")]
)  # fmt: skip
def test_the_dose_of_an_easier_rung_is_its_own(asked: SetTarget, reps: str) -> None:
    made = in_place_of(replace(CURL, sets=(asked,) * 2, rest_s=75), BRIDGE)
    assert BRIDGE.dose.reps is not None
    wanted = SetTarget(
        Kind.REPS, reps=getattr(BRIDGE.dose.reps, reps), tempo=BRIDGE.tempo, warm_up=asked.warm_up
    )
    assert (made.sets, made.rest_s, made.side) == ((wanted, wanted), 75, BRIDGE.side)


def test_a_hold_is_asked_for_within_the_dose_and_own_pace_stays() -> None:
    plank = EXERCISES["side-plank"]
    assert plank.dose.hold_s is not None
    made = in_place_of(replace(CURL, sets=(SetTarget(Kind.HOLD, hold_s=500),)), plank)
    assert made.sets == (SetTarget(Kind.HOLD, hold_s=float(plank.dose.hold_s.high)),)
    own = replace(CURL.sets[0], own_pace=True)
    assert in_place_of(replace(CURL, sets=(own,)), BRIDGE).sets[0].own_pace
