from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from trainer.domain.run import Run
from trainer.domain.single_run import Band
from trainer.errors import NoSuchEntry
from trainer.paths import paths_for
from trainer.services.runs import RunEntry, Runs
from trainer.store import Store

NOW = datetime(2026, 3, 4, 18, 30)  # noqa: DTZ001 -- the wall's clock in Berlin, where the fake clock is
TEN = RunEntry(NOW - timedelta(hours=2), 10.0, 3_300.0, 6.0, "windy")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(paths_for(tmp_path), clock=FakeClock())
    yield opened
    opened.close()


@pytest.fixture
def runs(store: Store) -> Runs:
    return Runs(store, FakeClock())


def test_a_run_by_hand_is_logged_as_it_was_entered(runs: Runs, store: Store) -> None:
    run = runs.add(TEN, "Add run")
    assert store.runs() == [run]
    assert run == Run(
        run.id,
        datetime(2026, 3, 4, 15, 30, tzinfo=UTC),
        "Europe/Berlin",
        10.0,
        3_300.0,
        6.0,
        "",
        "hand",
        "windy",
    )
    assert runs.begun(run) == TEN.begun


def test_the_newest_comes_first_with_its_local_day(runs: Runs, store: Store) -> None:
    store.save_run(Run("late", datetime(2026, 3, 1, 23, 30, tzinfo=UTC), "Europe/Berlin", 8.0))
    store.save_run(Run("far", datetime(2026, 3, 1, 23, 0, tzinfo=UTC), "America/New_York", 5.0))
    listed = runs.listed()
    assert [(one.run.id, one.day.day) for one in listed] == [("late", 2), ("far", 1)]
    assert listed[0].lengthening is not None
    assert listed[0].lengthening.band is Band.UP_TO_100
    assert listed[1].lengthening is None


def test_a_change_keeps_where_the_run_came_from(runs: Runs, store: Store) -> None:
    imported = Run(
        "x",
        datetime(2026, 3, 1, 6, 12, 33, tzinfo=UTC),
        "America/New_York",
        10.021,
        3_605,
        None,
        "trail",
        "fit",
    )
    store.save_run(imported)
    begun = runs.begun(imported)
    assert (begun.hour, begun.second) == (1, 33)
    runs.change(imported, RunEntry(begun, 10.021, 3_605, 7.5, "hilly"), "Change run")
    assert store.runs() == [replace(imported, effort=7.5, note="hilly")]
    runs.change(imported, RunEntry(begun.replace(hour=3, second=0), 9.0, None, None, ""), "Change run")
    assert store.runs() == [
        replace(
            imported, started_at=datetime(2026, 3, 1, 8, 12, tzinfo=UTC), distance_km=9.0, duration_s=None
        )
    ]


def test_the_hour_that_comes_twice_stays_the_one_it_was(runs: Runs, store: Store) -> None:
    second = Run("x", datetime(2025, 10, 26, 1, 30, tzinfo=UTC), "Europe/Berlin", 5.0)
    store.save_run(second)
    runs.change(second, RunEntry(runs.begun(second), 5.5, None, None, ""), "Change run")
    assert store.runs()[0].started_at == second.started_at


@pytest.mark.parametrize("zone", ["", "Nowhere/At_All", "../etc"])
def test_a_zone_that_is_not_known_here_counts_as_utc(runs: Runs, store: Store, zone: str) -> None:
    run = Run("x", datetime(2026, 3, 1, 6, 0, tzinfo=UTC), zone, 5.0)
    store.save_run(run)
    assert runs.begun(run).hour == 6
    assert runs.listed()[0].day.day == 1


def test_each_step_is_undone_and_done_again(runs: Runs, store: Store) -> None:
    run = runs.add(TEN, "Add run")
    runs.change(run, replace(TEN, note="calm"), "Change run")
    runs.delete(run.id, "Delete run")
    assert store.runs() == []
    assert (store.undo(), store.runs()[0].note) == ("Delete run", "calm")
    assert (store.undo(), store.runs()[0].note) == ("Change run", "windy")
    assert (store.undo(), store.runs()) == ("Add run", [])
    assert [store.redo() for _ in range(3)] == ["Add run", "Change run", "Delete run"]
    assert store.runs() == []


def test_a_run_that_is_gone_is_told(runs: Runs) -> None:
    with pytest.raises(NoSuchEntry):
        runs.delete("x", "Delete run")


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (TEN, ""),
        (replace(TEN, duration_s=None), ""),
        (replace(TEN, distance_km=None), ""),
        (replace(TEN, begun=NOW), ""),
        (replace(TEN, distance_km=None, duration_s=None), "Give the distance or the time"),
        (replace(TEN, begun=NOW + timedelta(hours=1)), "still to come"),
        (replace(TEN, duration_s=900.0), "faster than anybody has run"),
    ],
)
def test_what_cannot_be_is_said_kindly(runs: Runs, entry: RunEntry, sentence: str) -> None:
    told = runs.wrong(entry)
    assert bool(told) is bool(sentence)
    assert sentence in told
