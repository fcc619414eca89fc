from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.store.samples import BEGIN, HandClock, full_set, logged, own_exercise, session, wall
from trainer.catalog import load_catalog
from trainer.domain.exercise import Laterality, Side
from trainer.domain.session import SetStatus
from trainer.domain.stats import Period
from trainer.errors import NoSuchEntry, StoreError
from trainer.paths import paths_for
from trainer.services.editing import Editing, SessionEntry
from trainer.services.history import History
from trainer.services.library import Library
from trainer.services.transfer import Transfer
from trainer.store import Store

DAY = timedelta(days=1)
EDITS = 60


def numbered() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


@pytest.fixture
def clock() -> HandClock:
    return HandClock(BEGIN + 3 * DAY)


@pytest.fixture
def log(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path), clock=clock)
    store.save_session(session(ended_at=BEGIN + timedelta(minutes=20), session_rpe=6))
    store.save_sets(
        (
            logged("a", index=1),
            full_set("b", index=2, side=Side.LEFT),
            full_set("b", index=2, side=Side.RIGHT),
            logged("c", index=3, status=SetStatus.SKIPPED, reps=None, completed_at=None, tempo=""),
        )
    )
    store.save_session(session("s2", at=BEGIN + DAY, ended_at=BEGIN + DAY + timedelta(minutes=40)))
    store.save_sets((logged("d", "s2", 1, completed_at=BEGIN + DAY),))
    yield store
    store.close()


@pytest.fixture
def editing(log: Store, clock: HandClock) -> Editing:
    return Editing(log, clock, numbered())


def rows_of(editing: Editing, set_id: str, session_id: str = "s1") -> list[object]:
    return [row for row in editing.detail(session_id).rows if row.set_id == set_id]


def keys(editing: Editing, session_id: str = "s1") -> list[tuple[int, str, str]]:
    return [(row.set_index, row.set_id, row.side.value) for row in editing.detail(session_id).rows]


def move(editing: Editing, begun: datetime, minutes: float, undo: str) -> None:
    entry = editing.detail("s1").entry
    editing.change_session("s1", replace(entry, begun=begun, minutes=minutes), undo)


def exported(store: Store, clock: HandClock, out: Path) -> bytes:
    Transfer(store, clock).export(out)
    return out.read_bytes()


def test_another_result_decides_anew_whether_the_set_is_done(editing: Editing) -> None:
    (before,) = rows_of(editing, "a")
    editing.change_set(replace(before, reps=3), "Change")
    (partial,) = rows_of(editing, "a")
    assert (partial.reps, partial.status) == (3, SetStatus.DONE)  # its target is open: what was done is done
    editing.change_set(replace(partial, reps=0), "Change")
    (none,) = rows_of(editing, "a")
    assert (none.status, none.completed_at) == (SetStatus.SKIPPED, None)


def test_a_hold_short_of_its_target_is_partial(editing: Editing) -> None:
    left, _ = rows_of(editing, "b")
    editing.change_set(replace(left, hold_s=20.5), "Change")
    assert [row.status for row in rows_of(editing, "b")] == [SetStatus.DONE, SetStatus.PARTIAL]
    editing.change_set(replace(rows_of(editing, "b")[0], hold_s=20.0), "Change")
    assert rows_of(editing, "b")[0].status is SetStatus.PARTIAL


def test_a_skipped_set_that_was_done_after_all_has_what_was_asked_for(editing: Editing, log: Store) -> None:
    (skipped,) = rows_of(editing, "c")
    editing.change_set(replace(skipped, status=SetStatus.DONE), "Change")
    (done,) = rows_of(editing, "c")
    assert (done.reps, done.tempo) == (5, "5-0-0-4")
    assert done.completed_at == BEGIN + timedelta(minutes=1)  # when the last one before it was over
    log.undo()
    assert rows_of(editing, "c") == [skipped]


def test_a_set_said_to_be_skipped_has_no_result_left(editing: Editing) -> None:
    (before,) = rows_of(editing, "a")
    editing.change_set(replace(before, status=SetStatus.SKIPPED), "Change")
    (after,) = rows_of(editing, "a")
    assert (after.reps, after.completed_at, after.status) == (None, None, SetStatus.SKIPPED)


def test_what_both_sides_said_changes_on_both_and_what_differed_does_not(editing: Editing) -> None:
    left, right = rows_of(editing, "b")
    editing.change_set(replace(left, load_kg=10.0, rpe=9.0, note="new", reps=None, pain=4), "Change")
    left, right = rows_of(editing, "b")
    assert (right.load_kg, right.rpe, right.note) == (10.0, 9.0, "new")
    assert (left.pain, right.pain) == (4, 2)
    editing.change_set(replace(right, load_kg=12.0), "Change")
    editing.change_set(replace(rows_of(editing, "b")[0], load_kg=12.0), "Change")
    left, right = rows_of(editing, "b")
    editing.change_set(replace(right, warm_up=False), "Change")
    assert [row.warm_up for row in rows_of(editing, "b")] == [False, False]


def test_loads_that_differ_by_side_stay_apart(editing: Editing, log: Store) -> None:
    log.save_sets((replace(full_set("b", index=2, side=Side.RIGHT), load_kg=3.0),))
    left, _ = rows_of(editing, "b")
    editing.change_set(replace(left, load_kg=9.0), "Change")
    assert [row.load_kg for row in rows_of(editing, "b")] == [9.0, 3.0]


def test_no_pain_has_no_place(editing: Editing) -> None:
    left, _ = rows_of(editing, "b")
    editing.change_set(replace(left, pain=None), "Change")
    left, right = rows_of(editing, "b")
    assert (left.pain_area, right.pain_area) == ("", "hamstring")


@pytest.mark.parametrize(
    "wrong",
    [
        {"reps": -1},
        {"load_kg": -0.5},
        {"rpe": 0.5},
        {"rpe": 7.3},
        {"pain": 11},
        {"lean_deg": 91},
        {"hold_s": -1.0},
    ],
)
def test_what_no_set_can_be_is_refused_and_nothing_is_written(
    editing: Editing, log: Store, wrong: dict[str, object]
) -> None:
    (before,) = rows_of(editing, "a")
    with pytest.raises(ValueError, match=r"runs from|not below nothing"):
        editing.change_set(replace(before, **wrong), "Change")
    assert rows_of(editing, "a") == [before]
    assert log.undo_label is None


def test_what_changes_nothing_is_no_step(editing: Editing, log: Store) -> None:
    detail = editing.detail("s1")
    editing.change_set(detail.rows[0], "Change")
    editing.change_session("s1", detail.entry, "Move")
    assert log.undo_label is None


def test_a_set_more_follows_the_last_of_its_exercise(editing: Editing) -> None:
    (first,) = rows_of(editing, "a")
    new = editing.add_again(first, "Add")  # its exercise's last is c, the skipped one
    assert keys(editing)[-2:] == [(3, "c", "both"), (4, "new-1", "both")]
    assert (new.status, new.reps) == (SetStatus.DONE, 5)
    left, _ = rows_of(editing, "b")
    again = editing.add_again(left, "Add")
    assert keys(editing) == [
        (1, "a", "both"),
        (2, "b", "left"),
        (2, "b", "right"),
        (3, "new-2", "left"),
        (3, "new-2", "right"),
        (4, "c", "both"),
        (5, "new-1", "both"),
    ]
    assert (again.hold_s, again.load_kg, again.rpe, again.pain, again.note) == (18.5, 7.255, None, None, "")


def test_a_set_of_another_exercise_comes_last_with_both_its_sides(editing: Editing) -> None:
    new = editing.add_exercise("s1", own_exercise(), "Add")
    assert keys(editing)[-2:] == [(4, "new-1", "left"), (4, "new-1", "right")]
    assert (new.exercise, new.reps, new.tempo) == ("Kitchen chair curl", 6, "3-1-1-0")
    editing.add_exercise("s1", own_exercise(side=Laterality.BOTH), "Add")
    assert keys(editing)[-1] == (5, "new-2", "both")


def test_a_set_goes_with_both_sides_or_with_one(editing: Editing, log: Store) -> None:
    left, right = rows_of(editing, "b")
    editing.delete_rows([right], "Delete")
    assert [row.side for row in rows_of(editing, "b")] == [Side.LEFT]
    log.undo()
    editing.delete_rows([left, right], "Delete")
    assert rows_of(editing, "b") == []
    with pytest.raises(NoSuchEntry):
        editing.delete_rows([left], "Delete")
    log.undo()
    assert rows_of(editing, "b") == [left, right]


def test_a_moved_session_is_on_its_new_day_in_every_figure(
    editing: Editing, log: Store, clock: HandClock
) -> None:
    history = History(log, clock, Library(load_catalog(), log).exercises)
    begun = editing.detail("s1").entry.begun
    assert begun == wall(2026, 3, 1, 18, 30)  # in Berlin
    move(editing, wall(2026, 2, 3, 0, 15), 25, "Move")
    detail = editing.detail("s1")
    assert detail.session.started_at == datetime(2026, 2, 2, 23, 15, tzinfo=UTC)
    assert detail.session.local_date == date(2026, 2, 3)
    assert detail.session.time_zone == "Europe/Berlin"
    assert detail.entry.minutes == 25
    assert detail.rows[0].completed_at == datetime(2026, 2, 2, 23, 16, tzinfo=UTC)
    overview = history.overview()
    assert [day.day for day in overview.days] == [date(2026, 2, 3), date(2026, 3, 2)]
    assert overview.burdens[Period.WEEK][date(2026, 2, 2)].load_au == 150.0
    assert [head.day for head in history.sessions()] == [date(2026, 3, 2), date(2026, 2, 3)]


def test_a_session_moved_over_a_change_of_clocks_keeps_its_hour(editing: Editing) -> None:
    move(editing, wall(2025, 7, 1, 18, 30), 20, "Move")
    assert editing.detail("s1").entry.begun == wall(2025, 7, 1, 18, 30)
    assert editing.detail("s1").session.started_at == datetime(2025, 7, 1, 16, 30, tzinfo=UTC)


def test_only_what_is_over_has_been(editing: Editing, clock: HandClock) -> None:
    assert editing.wrong(SessionEntry(wall(2026, 3, 1, 9, 0), 60)) == ""
    assert "still to come" in editing.wrong(SessionEntry(wall(2026, 3, 4, 18, 0), 60))
    assert editing.wrong(SessionEntry(wall(2026, 3, 4, 17, 30), 60), editing.detail("s1").session) == ""


def test_a_merged_session_has_all_sets_and_the_other_is_gone(editing: Editing, log: Store) -> None:
    before = (editing.detail("s1"), editing.detail("s2"))
    assert editing.merge("s2", "s1", "Merge") == "s1"
    assert [row.set_id for row in editing.detail("s1").rows] == ["a", "b", "b", "c", "d"]
    assert editing.detail("s1").entry.minutes == 60
    assert log.integrity() == []
    with pytest.raises(NoSuchEntry):
        editing.detail("s2")
    assert log.undo() == "Merge"
    assert (editing.detail("s1"), editing.detail("s2")) == before
    assert log.redo() == "Merge"
    assert [row.set_id for row in editing.detail("s1").rows] == ["a", "b", "b", "c", "d"]


def test_a_session_is_not_merged_with_itself(editing: Editing) -> None:
    with pytest.raises(ValueError, match="another one"):
        editing.merge("s1", "s1", "Merge")
    assert [head.id for head in editing.neighbours("s1")] == ["s2"]


def test_the_nearest_sessions_are_offered_first(editing: Editing, log: Store) -> None:
    log.save_session(session("far", at=BEGIN - 30 * DAY))
    log.save_session(session("near", at=BEGIN + timedelta(hours=1)))
    assert [head.id for head in editing.neighbours("s1")] == ["near", "s2", "far"]


def test_note_and_effort_of_the_session(editing: Editing, log: Store) -> None:
    entry = editing.detail("s1").entry
    editing.change_session("s1", replace(entry, session_rpe=7.5, note=" windy "), "Note")
    assert (log.session("s1").session_rpe, log.session("s1").note) == (7.5, "windy")
    with pytest.raises(ValueError, match="from 0 to 10"):
        editing.change_session("s1", replace(entry, session_rpe=10.5), "Note")


def test_a_session_that_can_be_resumed_is_not_edited(editing: Editing, log: Store) -> None:
    log.save_session(session("open", at=BEGIN + 2 * DAY))
    assert not editing.detail("open").editable
    for edit in (
        lambda: editing.delete("open", "Delete"),
        lambda: editing.merge("s1", "open", "Merge"),
        lambda: editing.change_session("open", editing.detail("open").entry, "Note"),
    ):
        with pytest.raises(StoreError, match="not over yet"):
            edit()
    assert log.undo_label is None


def test_records_follow_an_edit_and_its_undoing(editing: Editing, log: Store, clock: HandClock) -> None:
    history = History(log, clock, Library(load_catalog(), log).exercises)

    def best() -> list[float]:
        return [point.value for points in history.exercise("H01").points.values() for point in points][:2]

    before = best()
    (row,) = rows_of(editing, "d", "s2")
    editing.change_set(replace(row, reps=11), "Change")
    assert best() == [before[0], 11]
    editing.delete("s1", "Delete")
    assert best()[0] == 11
    log.undo()
    log.undo()
    assert best() == before


def test_sixty_edits_are_undone_and_done_again_over_restarts(
    tmp_path: Path, clock: HandClock, log: Store
) -> None:
    before = exported(log, clock, tmp_path / "before.csv")
    editing = Editing(log, clock, numbered())
    states = [before]
    for step in range(EDITS):
        row = editing.detail("s1").rows[0]
        if step % 3 == 0:
            editing.add_again(row, f"Add {step}")
        elif step % 3 == 1:
            editing.change_set(replace(row, reps=step), f"Change {step}")
        else:
            move(editing, wall(2026, 2, 1, 8, 0) + step * DAY / 2, 20 + step, f"Move {step}")
        states.append(exported(log, clock, tmp_path / "now.csv"))
    log.close()
    for step in reversed(range(EDITS)):
        log = reopened(tmp_path, clock, log) if step % 20 == 19 else log
        assert (log.undo() or "").endswith(f" {step}")
        assert exported(log, clock, tmp_path / "now.csv") == states[step]
    log.close()
    for step in range(EDITS):
        log = reopened(tmp_path, clock, log) if step % 20 == 0 else log
        assert (log.redo() or "").endswith(f" {step}")
        assert exported(log, clock, tmp_path / "now.csv") == states[step + 1]
    assert log.integrity() == []
    log.close()


def reopened(tmp_path: Path, clock: HandClock, log: Store) -> Store:
    log.close()
    return Store.open(paths_for(tmp_path), clock=clock)
