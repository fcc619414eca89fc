from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.session_workouts import CURL, HINGE, HOLD, LIMIT, MIXED, workout
from trainer.domain.exercise import Side
from trainer.domain.pain import Limits
from trainer.domain.session import SetLog, SetStatus
from trainer.domain.workout import Workout, WorkoutItem
from trainer.engine.runner import SessionRunner
from trainer.engine.timeline import StepKind
from trainer.errors import StoreNotWritable
from trainer.paths import paths_for
from trainer.services.active_session import ActiveSession
from trainer.services.just_done import JustDone
from trainer.services.training import Training
from trainer.store import Store, new_id


class Athlete:
    """Runs a session on a clock of its own and records it, as the driver does."""

    def __init__(self, active: ActiveSession, clock: FakeClock, start_at: int = 0) -> None:
        self.active, self.clock = active, clock
        self.runner = SessionRunner(active.timeline, start_at=start_at)
        active.record(self.runner.start(clock.monotonic()))

    def wait(self, seconds: float) -> None:
        while seconds > 0:
            self.clock.advance(min(0.5, seconds))
            seconds -= 0.5
            self.active.record(self.runner.tick(self.clock.monotonic()))

    def until(self, kind: StepKind) -> None:
        self.wait(0.5)
        while self.runner.step.kind is not kind:
            self.wait(0.5)

    def ask(self, action: str) -> None:
        self.active.record(getattr(self.runner, action)(self.clock.monotonic()))


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


def begin(training: Training, clock: FakeClock, what: Workout = MIXED) -> Athlete:
    return Athlete(training.begin(what), clock)


def rows(store: Store, athlete: Athlete) -> list[SetLog]:
    return store.sets_of(athlete.active.log.id)


def told(row: SetLog) -> tuple[object, ...]:
    return row.set_index, str(row.side), str(row.status), row.reps, row.hold_s


def test_a_session_is_in_the_log_from_its_start_with_what_was_prescribed(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock)
    kept = store.session(athlete.active.log.id)
    assert kept.prescribed == MIXED
    assert kept.unfinished
    assert kept.time_zone == "Europe/Berlin"


def test_the_running_set_is_noted_with_each_rep_and_its_end_is_on_disk_at_once(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock)
    assert rows(store, athlete) == []
    athlete.wait(10)
    assert [told(r) for r in rows(store, athlete)] == [(1, "both", "running", None, None)]
    athlete.wait(3)
    assert [told(r) for r in rows(store, athlete)] == [(1, "both", "running", 1, None)]
    athlete.wait(3)
    assert [told(r) for r in rows(store, athlete)] == [(1, "both", "running", 2, None)]
    athlete.wait(3)
    (row,) = rows(store, athlete)
    assert told(row) == (1, "both", "done", 3, None)
    assert row.completed_at == clock.utc_now()
    assert row.tempo == "2-0-1-0"
    assert row.rest_s == 60


def test_a_hold_is_noted_every_five_seconds(training: Training, store: Store, clock: FakeClock) -> None:
    athlete = begin(training, clock, workout(HOLD))
    athlete.wait(10 + 14)
    assert [told(r) for r in rows(store, athlete)] == [(1, "both", "running", None, 10.0)]
    athlete.wait(6)
    assert [told(r) for r in rows(store, athlete)] == [(1, "both", "done", None, 20.0)]


def test_both_sides_share_a_set_id_and_keep_the_prescribed_load(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(HINGE))
    athlete.wait(10 + 10 + 8 + 10)
    left, right = rows(store, athlete)
    assert (left.side, right.side) == (Side.LEFT, Side.RIGHT)
    assert left.set_id == right.set_id
    assert [row.load_kg for row in (left, right)] == [12.5, 12.5]


def test_what_is_said_in_the_rest_updates_the_same_row(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(CURL))
    athlete.until(StepKind.REST)
    said = JustDone(athlete.active)
    said.follow(athlete.active.timeline.steps[1])
    said.change_result(-1)
    said.rate(8.5)
    said.load(7.5)
    said.lean(0)
    said.lean(2)
    said.hurt(3, "hamstring")
    said.note("  steady ")
    (row,) = rows(store, athlete)
    assert told(row) == (1, "both", "partial", 2, None)
    assert (row.rpe, row.load_kg, row.lean_deg, row.pain, row.pain_area, row.note) == (
        8.5,
        7.5,
        55,
        3,
        "hamstring",
        "steady",
    )
    said.change_result(+1)
    assert told(rows(store, athlete)[0]) == (1, "both", "done", 3, None)


def test_rating_counts_for_the_whole_set_and_reps_for_the_chosen_side(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(HINGE))
    athlete.until(StepKind.REST)
    said = JustDone(athlete.active)
    said.follow(next(s for s in athlete.active.timeline.steps if s.side is Side.RIGHT))
    said.rate(7)
    said.choose(Side.LEFT)
    said.change_result(-1)
    left, right = rows(store, athlete)
    assert (left.rpe, right.rpe) == (7, 7)
    assert (left.reps, right.reps) == (1, 2)


@pytest.mark.parametrize("rpe", [0.5, 10.5, 7.2])
def test_a_rating_off_the_scale_is_refused(training: Training, clock: FakeClock, rpe: float) -> None:
    athlete = begin(training, clock)
    with pytest.raises(ValueError, match="RPE"):
        JustDone(athlete.active).rate(rpe)


def test_a_set_gone_back_to_keeps_its_result_until_the_second_try_has_one(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(CURL))
    athlete.until(StepKind.REST)
    athlete.ask("back")
    athlete.ask("back")
    assert athlete.runner.step.kind is StepKind.WORK
    assert [told(r) for r in rows(store, athlete)] == [(1, "both", "done", 3, None)]
    athlete.wait(3)
    assert [told(r) for r in rows(store, athlete)] == [(1, "both", "running", 1, None)]
    athlete.until(StepKind.REST)
    assert [told(r) for r in rows(store, athlete)] == [(1, "both", "done", 3, None)]


def test_a_slip_back_and_on_again_loses_nothing(training: Training, store: Store, clock: FakeClock) -> None:
    athlete = begin(training, clock, workout(CURL))
    athlete.until(StepKind.REST)
    before = rows(store, athlete)
    athlete.ask("back")
    athlete.ask("back")
    athlete.ask("skip")
    assert rows(store, athlete) == before


def test_skipping_a_set_that_was_begun_keeps_what_was_done(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(CURL))
    athlete.wait(10 + 4)
    athlete.ask("skip")
    assert told(rows(store, athlete)[0]) == (1, "both", "partial", 1, None)


def test_skipping_a_set_at_once_is_a_gap_and_no_zero(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(CURL))
    athlete.wait(10)
    athlete.ask("skip")
    (row,) = rows(store, athlete)
    assert told(row) == (1, "both", "skipped", None, None)
    assert row.completed_at is None


def test_an_own_pace_set_counts_its_target_without_a_tempo(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(LIMIT))
    athlete.wait(10 + 30)
    athlete.ask("press")
    (row,) = rows(store, athlete)
    assert told(row) == (1, "both", "done", 5, None)
    assert row.tempo == ""


@pytest.mark.parametrize(("item", "reps", "hold_s"), [(CURL, 7, None), (HOLD, None, 20)])
def test_a_set_to_the_limit_is_kept_past_its_target_when_it_is_cut_off(
    training: Training, store: Store, clock: FakeClock, item: WorkoutItem, reps: int | None, hold_s: float
) -> None:
    limit = replace(item, sets=(replace(item.sets[0], to_limit=True),))
    athlete = begin(training, clock, workout(limit))
    athlete.wait(10 + 23)
    (row,) = rows(store, athlete)
    assert told(row) == (1, "both", "running", reps, hold_s)
    recovery = training.recoverable()
    assert recovery is not None
    assert (recovery.saved, recovery.reps or None, recovery.hold_s or None) == (0, reps, hold_s)
    training.finish(recovery)
    assert told(rows(store, athlete)[0]) == (1, "both", "partial", reps, hold_s)


def test_the_reps_really_done_at_own_pace_are_said_by_one_key_each(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(LIMIT))
    athlete.wait(10 + 30)
    athlete.ask("press")
    said = JustDone(athlete.active)
    said.follow(athlete.active.timeline.steps[1])
    said.change_result(+1)
    assert told(rows(store, athlete)[0]) == (1, "both", "done", 6, None)
    said.change_result(-2)
    assert told(rows(store, athlete)[0]) == (1, "both", "done", 4, None)


def test_finishing_early_writes_what_was_never_begun_as_skipped(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock)
    athlete.wait(10 + 4)
    log = athlete.active.finish(6.0, "short of time")
    assert store.session(log.id) == log
    assert (log.session_rpe, log.note, log.ended_at) == (6.0, "short of time", clock.utc_now())
    statuses = [str(row.status) for row in rows(store, athlete)]
    assert statuses == ["partial"] + ["skipped"] * 6
    assert store.unfinished_session() is None


def test_a_session_is_backed_up_when_it_is_finished_and_only_then(store: Store, clock: FakeClock) -> None:
    backups: list[str] = []
    training = Training(store, clock, iter(f"b{n}" for n in range(99)).__next__, lambda: backups.append("x"))
    athlete = begin(training, clock, workout(HOLD))
    athlete.wait(15)
    assert backups == []
    athlete.active.finish()
    assert backups == ["x"]


def test_discarding_is_undoable(training: Training, store: Store, clock: FakeClock) -> None:
    athlete = begin(training, clock)
    athlete.until(StepKind.REST)
    before = rows(store, athlete)
    athlete.active.discard("Discard session")
    assert store.sessions() == []
    assert store.undo() == "Discard session"
    assert rows(store, athlete) == before


def test_a_session_cut_off_in_a_set_says_how_far_it_came(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock)
    athlete.until(StepKind.REST)
    athlete.until(StepKind.WORK)
    athlete.wait(7)
    recovery = training.recoverable()
    assert recovery is not None
    assert (recovery.saved, recovery.of, recovery.reps) == (1, 5, 2)
    assert recovery.next_step is not None
    assert recovery.next_step.set_index == 2


def test_a_skipped_set_is_not_told_as_saved(training: Training, clock: FakeClock) -> None:
    athlete = begin(training, clock, workout(CURL, HOLD))
    athlete.until(StepKind.REST)
    athlete.until(StepKind.WORK)
    athlete.ask("skip")
    athlete.until(StepKind.WORK)
    athlete.wait(2)
    recovery = training.recoverable()
    assert recovery is not None
    assert [str(row.status) for row in recovery.rows] == ["done", "skipped", "running"]
    assert recovery.next_step is not None
    assert (recovery.saved, recovery.of, recovery.next_step.set_index) == (1, 3, 3)


def test_a_session_cut_off_between_the_sides_goes_on_with_the_other_side(
    training: Training, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(HINGE))
    athlete.until(StepKind.CHANGE_SIDES)
    recovery = training.recoverable()
    assert recovery is not None
    assert (recovery.saved, recovery.of) == (0, 2)
    active, start_at = training.resume(recovery)
    assert start_at is not None
    step = active.timeline.steps[start_at]
    assert (step.kind, step.side) == (StepKind.CHANGE_SIDES, Side.RIGHT)


def test_a_resumed_session_goes_on_in_the_same_rows(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(CURL))
    athlete.wait(10 + 7)
    recovery = training.recoverable()
    assert recovery is not None
    active, start_at = training.resume(recovery)
    again = Athlete(active, clock, start_at or 0)
    again.until(StepKind.WORK)
    assert [told(r) for r in rows(store, again)] == [(1, "both", "running", 2, None)]
    again.until(StepKind.REST)
    again.until(StepKind.WORK)
    again.wait(9)
    assert [told(r) for r in rows(store, again)] == [
        (1, "both", "done", 3, None),
        (2, "both", "done", 3, None),
    ]


def test_a_session_of_which_only_the_end_was_missing_has_nothing_left_to_do(
    training: Training, clock: FakeClock
) -> None:
    athlete = begin(training, clock, workout(HOLD))
    athlete.wait(31)
    recovery = training.recoverable()
    assert recovery is not None
    assert (recovery.saved, recovery.of, recovery.next_step) == (1, 1, None)
    assert training.resume(recovery)[1] is None
    assert training.finish(recovery).ended_at is not None
    assert training.recoverable() is None


def test_pain_of_six_ends_the_exercise_also_after_a_restart(training: Training, clock: FakeClock) -> None:
    athlete = begin(training, clock, workout(CURL, HOLD))
    athlete.until(StepKind.REST)
    said = JustDone(athlete.active)
    said.follow(athlete.active.timeline.steps[1])
    said.hurt(5, "knee-front")
    assert athlete.active.stopped == frozenset()
    said.hurt(6, "knee-front")
    assert athlete.active.stopped == {"nordic-hamstring-curl"}
    recovery = training.recoverable()
    assert recovery is not None
    assert recovery.next_step is not None
    assert recovery.next_step.item.exercise_id == "long-lever-bridge-hold"


def test_the_last_result_comes_from_the_newest_finished_session(training: Training, clock: FakeClock) -> None:
    first = begin(training, clock, workout(CURL))
    first.until(StepKind.REST)
    row = first.active.rows[0]
    first.active.amend(replace(row, rpe=9.0))
    first.active.finish()
    clock.advance(86400)
    second = begin(training, clock, workout(CURL))
    second.wait(12)
    found = training.last_results([CURL.exercise_id], but=second.active.log.id)
    assert found["nordic-hamstring-curl", Side.BOTH].rpe == 9.0


class FullDisk:
    """A store that refuses sets until there is room again."""

    def __init__(self, store: Store) -> None:
        self.store, self.full = store, False

    def save_sets(self, done: object) -> None:
        if self.full:
            raise StoreNotWritable("The disk is full; make room.")
        self.store.save_sets(done)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)


def test_what_could_not_be_written_is_written_with_the_next_set(store: Store, clock: FakeClock) -> None:
    disk = FullDisk(store)
    training = Training(disk, clock, iter(f"d{n}" for n in range(99)).__next__)  # type: ignore[arg-type]
    athlete = begin(training, clock, workout(CURL))
    athlete.wait(10 + 8.5)
    disk.full = True
    with pytest.raises(StoreNotWritable, match="make room"):
        athlete.wait(1)
    assert rows(store, athlete)[0].status is SetStatus.RUNNING
    disk.full = False
    athlete.until(StepKind.WORK)
    assert [str(row.status) for row in rows(store, athlete)] == ["done", "running"]


def test_sessions_that_were_left_are_finished_or_forgotten_before_another(
    training: Training, store: Store, clock: FakeClock
) -> None:
    begun = Athlete(training.begin(MIXED), clock)
    begun.until(StepKind.REST)
    clock.advance(60)
    training.begin(MIXED)
    assert training.finish_unfinished() == 1
    assert [session.id for session in store.sessions()] == [begun.active.log.id]
    assert training.recoverable() is None


def test_a_set_cut_off_keeps_its_tempo_and_the_moment_of_its_last_rep(
    training: Training, store: Store, clock: FakeClock
) -> None:
    athlete = Athlete(training.begin(workout(CURL)), clock)
    athlete.until(StepKind.WORK)
    rep_s = athlete.runner.step.target.planned_s / (athlete.runner.step.target.reps or 1)
    athlete.wait(rep_s + 0.5)
    last_rep = clock.utc_now()
    clock.advance(3600)
    assert training.finish_unfinished() == 1
    (row, *_) = store.sets_of(athlete.active.log.id)
    assert (row.status, row.reps, row.tempo) == (SetStatus.PARTIAL, 1, str(CURL.sets[0].tempo))
    assert row.completed_at is not None
    assert abs((row.completed_at - last_rep).total_seconds()) <= 1


def test_ones_own_limit_ends_an_exercise_earlier(store: Store, clock: FakeClock) -> None:
    strict = Training(store, clock, new_id, limits=partial(Limits, stop=3))
    active = strict.begin(workout(CURL))
    athlete = Athlete(active, clock)
    athlete.until(StepKind.WORK)
    athlete.until(StepKind.REST)
    row = active.rows[0]
    active.amend(replace(row, pain=3, pain_area="achilles"))
    assert active.stopped == {CURL.exercise_id}
    assert Limits().stop == 6
