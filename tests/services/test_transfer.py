from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from tests.exchange import wild
from tests.services.round_trips import assert_same_bytes
from tests.services.stopped_clock import StoppedClock
from trainer.catalog import load_catalog
from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Exercise, Kind, Laterality, Side
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.transfer import ImportBatch
from trainer.domain.workout import SetTarget
from trainer.errors import ExchangeError
from trainer.paths import paths_for
from trainer.services.transfer import Transfer
from trainer.store import Store

CLOCK = StoppedClock()
AT = datetime(2026, 1, 31, 6, 30, tzinfo=UTC)
SESSION = SessionLog("s1", AT, "Europe/Berlin", "", "Hamstrings")


def shipped() -> dict[str, Exercise]:
    known = load_catalog().exercises
    return {name: known[name] for name in ("nordic-hamstring-curl", "single-leg-rdl")}


def transfer(store: Store) -> Transfer:
    return Transfer(store, CLOCK, shipped=shipped)


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    store = Store.open(paths_for(folder), clock=CLOCK)
    try:
        yield store
    finally:
        store.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "data") as store:
        yield store


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "other") as store:
        yield store


def a_set(set_id: str, exercise_id: str, exercise: str, side: Side = Side.BOTH) -> SetLog:
    return SetLog(
        set_id=set_id,
        session_id="s1",
        set_index=int(set_id[1:]),
        exercise_id=exercise_id,
        exercise=exercise,
        side=side,
        target=SetTarget(Kind.REPS, reps=8),
        rest_s=60.0,
        status=SetStatus.DONE,
        completed_at=AT,
        reps=8,
    )


NORDIC = a_set("t1", "nordic-hamstring-curl", "Nordic")


def test_a_second_import_adds_nothing(store: Store, other: Store, tmp_path: Path) -> None:
    store.apply_import(ImportBatch("x", sessions=(SESSION,), sets=(NORDIC,)))
    assert transfer(store).export(tmp_path / "log.csv") == 1
    into = transfer(other)
    preview = into.preview(tmp_path / "log.csv")
    assert (preview.added.sessions, preview.added.sets, preview.known.total) == (1, 1, 0)
    assert into.apply(preview).added == 2
    again = into.preview(tmp_path / "log.csv")
    assert (again.added.total, again.known.total) == (0, 2)
    assert into.apply(again).batch_id == ""


def test_a_preview_writes_nothing(store: Store, other: Store, tmp_path: Path) -> None:
    store.apply_import(ImportBatch("x", sessions=(SESSION,), sets=(a_set("t1", "wall-sit", "Wall sit"),)))
    transfer(store).export(tmp_path / "log.csv")
    transfer(other).preview(tmp_path / "log.csv", {"Wall sit": "single-leg-rdl"})
    assert list(other.log_tuples()) == []
    assert other.names() == {}


def test_an_unknown_exercise_becomes_ones_own(store: Store, other: Store, tmp_path: Path) -> None:
    sets = (a_set("t1", "wall-sit", "Wall sit", Side.LEFT), a_set("t2", "wall-sit", "Wall sit"), NORDIC)
    sets = (*sets[:2], replace(NORDIC, set_id="t3", set_index=3))
    store.apply_import(ImportBatch("x", sessions=(SESSION,), sets=sets))
    transfer(store).export(tmp_path / "log.csv")
    preview = transfer(other).preview(tmp_path / "log.csv")
    assert preview.own == ("Wall sit",)
    transfer(other).apply(preview)
    (own,) = other.own_exercises()
    assert (own.id, own.name, own.side, own.own) == ("wall-sit", "Wall sit", Laterality.EACH, True)


def test_an_exercise_that_was_deleted_does_not_come_back_with_a_second_import(
    store: Store, other: Store, tmp_path: Path
) -> None:
    store.apply_import(ImportBatch("x", sessions=(SESSION,), sets=(a_set("t1", "wall-sit", "Wall sit"),)))
    transfer(store).export(tmp_path / "log.csv")
    transfer(other).apply(transfer(other).preview(tmp_path / "log.csv"))
    other.delete_exercise("wall-sit")
    preview = transfer(other).preview(tmp_path / "log.csv")
    assert preview.own == ()
    assert transfer(other).apply(preview).batch_id == ""
    assert other.own_exercises() == []


def test_new_sets_join_a_session_that_is_known(store: Store, other: Store, tmp_path: Path) -> None:
    store.apply_import(ImportBatch("x", sessions=(SESSION,), sets=(NORDIC,)))
    transfer(store).export(tmp_path / "log.csv")
    transfer(other).apply(transfer(other).preview(tmp_path / "log.csv"))
    store.save_set(a_set("t2", "single-leg-rdl", "RDL"))
    transfer(store).export(tmp_path / "log.csv")
    preview = transfer(other).preview(tmp_path / "log.csv")
    assert (preview.added.sessions, preview.added.sets, preview.known.total) == (0, 1, 2)
    transfer(other).apply(preview)
    assert [done.set_id for done in other.sets_of("s1")] == ["t1", "t2"]


def test_a_name_stands_for_an_exercise_now_and_next_time(store: Store, other: Store, tmp_path: Path) -> None:
    store.apply_import(ImportBatch("x", sessions=(SESSION,), sets=(a_set("t1", "rdl", "One-legged RDL"),)))
    transfer(store).export(tmp_path / "first.csv")
    into = transfer(other)
    into.apply(into.preview(tmp_path / "first.csv", {"one-legged rdl": "single-leg-rdl"}))
    store.apply_import(ImportBatch("x", sets=(a_set("t2", "rdl", "One-legged RDL"),)))
    transfer(store).export(tmp_path / "second.csv")
    into.apply(into.preview(tmp_path / "second.csv"))
    assert {done.exercise_id for done in other.sets_of("s1")} == {"single-leg-rdl"}
    assert {done.exercise for done in other.sets_of("s1")} == {"One-legged RDL"}
    assert other.own_exercises() == []


def test_a_name_cannot_stand_for_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="no such exercise"):
        transfer(store).preview(tmp_path / "log.csv", {"RDL": "nonsense"})


def test_refused_lines_stay_out_and_are_told(store: Store, other: Store, tmp_path: Path) -> None:
    store.apply_import(
        ImportBatch("x", sessions=(SESSION,), sets=(NORDIC, a_set("t2", "single-leg-rdl", "RDL")))
    )
    path = tmp_path / "log.csv"
    transfer(store).export(path)
    path.write_bytes(
        path.read_bytes().replace(b"t2,2,single-leg-rdl,RDL,both", b"t2,2,single-leg-rdl,RDL,up")
    )
    preview = transfer(other).preview(path)
    assert [refused.line for refused in preview.refused] == [3]
    assert "left, right, both" in preview.refused[0].reason
    assert transfer(other).apply(preview).sets == 1


def test_notes_tell_of_unknown_columns_and_of_the_future(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "runs.csv"
    path.write_text(
        "schema_version,run_id,started_at_utc,time_zone,cadence\n1,r1,2031-01-01T00:00:00Z,UTC,180\n"
    )
    preview = transfer(store).preview(path)
    assert preview.source == "Stride Trainer"
    assert len(preview.notes) == 2
    assert "cadence" in preview.notes[0]
    assert "future" in preview.notes[1]


def test_all_fills_a_folder(store: Store, other: Store, tmp_path: Path) -> None:
    store.apply_import(ImportBatch("x", sessions=(SESSION,), sets=(NORDIC,)))
    store.save_checkin(CheckIn("c1", AT, "UTC", "groin", Side.LEFT, pain=3))
    store.save_run(Run("r1", AT, "UTC", distance_km=10.5))
    assert transfer(store).export_all(tmp_path / "out") == 3
    for name in ("log", "checkins", "runs"):
        transfer(other).apply(transfer(other).preview(tmp_path / "out" / f"{name}.csv"))
    transfer(other).export_all(tmp_path / "again")
    for name in ("log", "checkins", "runs"):
        assert (tmp_path / f"again/{name}.csv").read_bytes() == (tmp_path / f"out/{name}.csv").read_bytes()
    assert (
        b"1,r1,2026-01-31T06:30:00Z,UTC,2026-01-31,10.5,,,,,\r\n" in (tmp_path / "out/runs.csv").read_bytes()
    )


def test_a_folder_that_cannot_be_made(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExchangeError, match="cannot be made"):
        transfer(store).export_all(tmp_path / "file")


def test_a_running_set_leaves_as_no_result(store: Store, tmp_path: Path) -> None:
    running = replace(NORDIC, status=SetStatus.RUNNING, reps=3)
    store.save_session(SESSION)
    store.save_set(running)
    transfer(store).export(tmp_path / "log.csv")
    assert b"running" not in (tmp_path / "log.csv").read_bytes()


@settings(max_examples=25)
@given(wild.logs(), wild.checkins, wild.runs)
def test_export_import_export_gives_the_same_bytes(log: Any, checkins: Any, runs: Any) -> None:
    """`python -m tests.fuzz.round_trip` tries it with 10,000 of them."""
    with TemporaryDirectory() as folder:
        assert_same_bytes(Path(folder), log, checkins, runs)
