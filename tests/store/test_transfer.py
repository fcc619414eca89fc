from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.samples import BEGIN, checkin, full_set, logged, own_exercise, run, session
from tests.store.test_undo import everything
from trainer.domain.change import Change, Changed
from trainer.domain.exercise import Side
from trainer.domain.session import SetStatus
from trainer.domain.transfer import LOG_COLUMNS, ImportBatch, ImportResult
from trainer.errors import NoSuchEntry
from trainer.store import Store

IMPORT = ImportBatch(
    source="strong.csv",
    sessions=(session("i1", prescribed=None), session("i2", prescribed=None, at=BEGIN + timedelta(days=1))),
    sets=(logged("a", "i1"), full_set("b", "i1"), full_set("b", "i1", side=Side.RIGHT), logged("c", "i2")),
    checkins=(checkin("ic"),),
    runs=(run("ir"),),
    exercises=(own_exercise("ie"),),
    names=(("Nordics", "H01"),),
)


def test_rows_come_in_the_order_of_the_export(store: Store) -> None:
    store.save_session(session("late", at=BEGIN + timedelta(days=1)))
    store.save_session(session("b", at=BEGIN))
    store.save_session(session("a", at=BEGIN))
    for key in ("late", "a"):
        store.save_sets([full_set(f"{key}-1", key, 1, side) for side in (Side.BOTH, Side.RIGHT, Side.LEFT)])
        store.save_set(logged(f"{key}-0", key, 0))
    keys = [
        (row.id, None if one is None else (one.set_index, one.side.value)) for row, one in store.log_rows()
    ]
    of_each = [(0, "both"), (1, "left"), (1, "right"), (1, "both")]
    assert keys == [*(("a", key) for key in of_each), ("b", None), *(("late", key) for key in of_each)]


def test_plain_rows_are_named_by_the_columns(store: Store) -> None:
    ended = session(ended_at=BEGIN + timedelta(hours=1), session_rpe=6.5, plan="Plan", note="good")
    store.save_session(ended)
    store.save_set(full_set())
    (row,) = store.log_tuples()
    assert type(row) is tuple
    assert dict(zip(LOG_COLUMNS, row, strict=True)) == {
        "session_id": "s1",
        "started_at_utc": "2026-03-01T17:30:00Z",
        "time_zone": "Europe/Berlin",
        "local_date": "2026-03-01",
        "ended_at_utc": "2026-03-01T18:30:00Z",
        "workout": "Hamstrings for runners",
        "plan": "Plan",
        "session_rpe": 6.5,
        "session_note": "good",
        "set_id": "full",
        "set_index": 1,
        "exercise_id": "H02",
        "exercise": "Slider bridge",
        "side": "left",
        "kind": "hold",
        "target_reps": None,
        "reps": None,
        "target_hold_s": 20.5,
        "hold_s": 18.5,
        "load_g": 7255,
        "tempo": "3-1-1-0",
        "lean_deg": 85,
        "rpe": 8.5,
        "pain": 2,
        "rest_s": 60.5,
        "completed_at_utc": "2026-03-01T17:30:00Z",
        "status": "partial",
        "note": '=1+1; "quoted"\r\nsecond line',
        "target_load_g": 7250,
        "target_rpe": None,
        "pain_area": "hamstring",
        "warm_up": 1,
        "group": "A",
    }


def test_the_running_set_is_partial_as_far_as_it_came(store: Store) -> None:
    store.save_session(session())
    store.save_set(logged(status=SetStatus.RUNNING, reps=3))
    ((_, one),) = store.log_rows()
    assert one is not None
    assert (one.status, one.reps) == (SetStatus.PARTIAL, 3)
    (row,) = store.log_tuples()
    assert dict(zip(LOG_COLUMNS, row, strict=True))["status"] == "partial"


def test_the_running_set_is_nothing_before_its_first_rep(store: Store) -> None:
    store.save_session(session())
    store.save_set(logged(status=SetStatus.RUNNING, reps=0))
    ((row, one),) = store.log_rows()
    assert row == session()
    assert one is None
    (plain,) = store.log_tuples()
    assert dict(zip(LOG_COLUMNS, plain, strict=True))["status"] is None


def test_both_views_hold_the_same_rows(store: Store) -> None:
    store.apply_import(IMPORT)
    plain = [dict(zip(LOG_COLUMNS, row, strict=True)) for row in store.log_tuples()]
    assert [(row["session_id"], row["set_id"], row["side"]) for row in plain] == [
        (row.id, one and one.set_id, one and one.side.value) for row, one in store.log_rows()
    ]


def test_an_empty_log_has_no_rows(store: Store) -> None:
    assert list(store.log_rows()) == []
    assert list(store.log_tuples()) == []
    out = io.StringIO()
    csv.writer(out).writerows(store.log_tuples())
    assert out.getvalue() == ""


def test_an_import_adds_everything_once(store: Store) -> None:
    seen: list[Change] = []
    store.subscribe(seen.append)
    first = store.apply_import(IMPORT)
    assert first == ImportResult(first.batch_id, sessions=2, sets=4, checkins=1, runs=1, exercises=1, known=0)
    assert first.added == 9
    coached = {Changed.PLANS, Changed.CALENDAR, Changed.COMPLAINTS, Changed.OVERRULINGS}
    never_imported = coached | {Changed.WORKOUTS, Changed.FAVOURITES}
    assert seen == [Change(frozenset(Changed) - never_imported)]
    before = everything(store)
    assert store.apply_import(IMPORT) == ImportResult("", known=9)
    assert everything(store) == before
    (record,) = store.import_batches()
    assert (record.source, record.rows, record.at) == ("strong.csv", 9, BEGIN)
    assert store.session("i1").import_batch == first.batch_id
    assert store.names() == {"Nordics": "H01"}


def test_what_is_there_stays_as_it_is(store: Store) -> None:
    store.save_session(session("i1", note="mine"))
    store.save_set(logged("a", "i1", rpe=9.5))
    result = store.apply_import(IMPORT)
    assert (result.sessions, result.sets, result.known) == (1, 3, 2)
    assert store.session("i1").note == "mine"
    assert store.sets_of("i1")[0].rpe == 9.5


def test_a_row_that_comes_twice_in_one_file_is_added_once(store: Store) -> None:
    twice = replace(IMPORT, sets=(*IMPORT.sets, replace(IMPORT.sets[0], note="second")))
    result = store.apply_import(twice)
    assert (result.sets, result.known) == (4, 1)
    assert next(one for one in store.sets_of("i1") if one.set_id == "a").note == ""


def test_a_preview_knows_what_is_there(store: Store) -> None:
    store.apply_import(replace(IMPORT, runs=(), sets=IMPORT.sets[:2]))
    known = store.known_keys(IMPORT)
    assert known["sessions"] == {("i1",), ("i2",)}
    assert known["sets"] == {("a", "both"), ("b", "left")}
    assert known["runs"] == set()


def test_an_import_is_one_undo_step(store: Store) -> None:
    store.save_session(session())
    before = everything(store)
    store.apply_import(IMPORT)
    after = everything(store)
    assert store.undo() == "Import strong.csv"
    assert everything(store) == before
    store.redo()
    assert everything(store) == after
    assert store.integrity() == []


def test_a_broken_batch_adds_nothing(store: Store) -> None:
    before = everything(store)
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        store.apply_import(replace(IMPORT, sets=(*IMPORT.sets, logged("x", "nowhere"))))
    assert everything(store) == before
    assert store.undo_label is None


def test_an_import_can_be_taken_back_later(store: Store) -> None:
    store.save_session(session())
    batch_id = store.apply_import(IMPORT).batch_id
    store.save_set(logged("mine", "i1", 9))
    store.save_run(run("other"))
    before = everything(store)
    store.undo_import(batch_id)
    assert [one.id for one in store.sessions()] == ["s1"]
    assert store.set_count() == 0
    assert store.checkins() == []
    assert [one.id for one in store.runs()] == ["other"]
    assert store.own_exercises() == []
    assert store.import_batches() == []
    assert store.undo() == "Take back import"
    assert everything(store) == before
    store.redo()
    with pytest.raises(NoSuchEntry, match="import"):
        store.undo_import(batch_id)
    assert store.integrity() == []


def test_sets_that_joined_a_known_session_are_taken_back_too(store: Store) -> None:
    store.save_session(session())
    store.save_set(logged("mine", "s1", 1))
    before = everything(store)
    joined = tuple(logged(f"late-{number}", "s1", 2 + number) for number in range(300))
    batch_id = store.apply_import(ImportBatch("grown.csv", sets=joined)).batch_id
    store.undo_import(batch_id)
    assert [done.set_id for done in store.sets_of("s1")] == ["mine"]
    assert everything(store) == before
    store.undo()
    assert store.set_count() == 301
    assert store.integrity() == []


def test_an_imported_exercise_that_is_used_by_now_stays(store: Store) -> None:
    batch_id = store.apply_import(IMPORT).batch_id
    store.save_session(session())
    store.save_set(logged("mine", exercise_id="ie"))
    store.undo_import(batch_id)
    assert store.own_exercises() == [own_exercise("ie")]
    assert store.integrity() == []
    store.undo()
    assert len(store.sessions()) == 3


def test_editing_an_imported_exercise_keeps_its_batch(store: Store) -> None:
    batch_id = store.apply_import(IMPORT).batch_id
    store.save_exercise(own_exercise("ie", level=4), undo="Edit")
    store.undo_import(batch_id)
    assert store.own_exercises() == []


def test_a_large_import_and_its_undo(store: Store) -> None:
    sets = tuple(full_set(f"{number:05}", "i1", number, side) for number in range(2500) for side in Side)
    store.apply_import(ImportBatch("large.csv", sessions=(session("i1"),), sets=sets))
    assert store.sets_of("i1") == sorted(sets, key=lambda one: (one.set_index, list(Side).index(one.side)))
    before = everything(store)
    store.undo()
    assert store.sessions() == []
    store.redo()
    assert everything(store) == before
