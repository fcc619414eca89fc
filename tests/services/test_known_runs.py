from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.exchange.run_samples import (
    A_RUN,
    START,
    a_fit_run,
    gpx,
    gpx_track,
    strava,
    tcx,
    tcx_activity,
    tcx_lap,
    trk,
)
from tests.services.stopped_clock import StoppedClock
from trainer.domain.run import Run
from trainer.errors import Cancelled, ExchangeError
from trainer.exchange.profile import Records
from trainer.paths import paths_for
from trainer.services.transfer import Transfer
from trainer.services.watch import Watch
from trainer.store import Store

CLOCK = StoppedClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(paths_for(tmp_path / "data"), clock=CLOCK)
    yield opened
    opened.close()


@pytest.fixture
def take(store: Store, tmp_path: Path) -> Callable[[str, str | bytes], tuple[int, int, int]]:
    """Imports a file; how many runs it added, knew and refused."""
    transfer = Transfer(store, CLOCK, shipped=dict)

    def take(name: str, content: str | bytes) -> tuple[int, int, int]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        preview = transfer.preview(path)
        assert transfer.apply(preview).runs == preview.added.runs
        return preview.added.runs, preview.known.runs, len(preview.refused)

    return take


Take = Callable[[str, str | bytes], tuple[int, int, int]]


def test_a_second_import_adds_nothing(take: Take) -> None:
    lap = tcx_lap(0, metres=3_000, seconds=900)
    files = {
        "a.fit": a_fit_run(metres=30_000),
        "a.gpx": gpx(trk(gpx_track(range(3_000)))),
        "a.tcx": tcx(tcx_activity(lap)),
        "activities.csv": strava(A_RUN | {"Distance 2": "20000"}),
    }
    for name, content in files.items():
        assert take(name, content) == (1, 0, 0)
    for name, content in files.items():
        assert take(f"again-{name}", content) == (0, 1, 0)


@pytest.mark.parametrize("first", ["a.fit", "a.tcx", "a.gpx", "activities.csv"])
def test_the_same_run_is_known_in_every_other_format(take: Take, store: Store, first: str) -> None:
    files = {
        "a.fit": a_fit_run(metres=10_020),
        "a.tcx": tcx(tcx_activity(tcx_lap(20, metres=10_100, seconds=3_590))),
        "a.gpx": gpx(trk(gpx_track(range(100, 3_100)))),
        "activities.csv": strava(A_RUN),
    }
    assert take(first, files[first]) == (1, 0, 0)
    for name, content in files.items():
        assert take(f"more-{name}", content) == (0, 1, 0)
    assert len(store.runs()) == 1


def test_other_runs_of_the_day_are_new(take: Take) -> None:
    assert take("a.fit", a_fit_run()) == (1, 0, 0)
    evening = A_RUN | {"Activity ID": "2", "Activity Date": "Nov 3, 2026, 6:12:33 PM"}
    shorter = A_RUN | {"Activity ID": "3", "Distance 2": "4000"}
    assert take("activities.csv", strava(A_RUN, evening, shorter)) == (2, 1, 0)


def test_a_list_that_grew_adds_what_is_new(take: Take) -> None:
    more = A_RUN | {"Activity ID": "2", "Activity Date": "Nov 5, 2026, 6:13:05 AM"}
    assert take("activities.csv", strava(A_RUN)) == (1, 0, 0)
    assert take("activities.csv", strava(A_RUN, more)) == (1, 1, 0)


def test_a_run_by_hand_is_found_again_in_the_watch_s_file(take: Take, store: Store) -> None:
    store.save_run(Run("mine", START - timedelta(minutes=2), "Europe/Berlin", 10, 3_600, 6.0))
    assert take("a.fit", a_fit_run()) == (0, 1, 0)
    assert [run.id for run in store.runs()] == ["mine"]


def test_our_own_file_knows_the_run_under_another_id(take: Take, store: Store, tmp_path: Path) -> None:
    take("a.fit", a_fit_run())
    Transfer(store, CLOCK, shipped=dict).export(tmp_path / "runs.csv", Records.RUNS)
    own = (tmp_path / "runs.csv").read_text()
    assert take("runs.csv", own) == (0, 1, 0)
    (run,) = store.runs()
    assert take("other.csv", own.replace(run.id, "another-id")) == (0, 1, 0)


def test_two_runs_of_ours_that_look_like_one_both_come_back(take: Take, store: Store, tmp_path: Path) -> None:
    twins = [Run(id_, START, "Europe/Berlin", 10, 3_600) for id_ in ("a", "b")]
    for twin in twins:
        store.save_run(twin)
    Transfer(store, CLOCK, shipped=dict).export(tmp_path / "runs.csv", Records.RUNS)
    store.delete_run("b")
    assert take("runs.csv", (tmp_path / "runs.csv").read_text()) == (1, 1, 0)
    assert [replace(run, import_batch="") for run in store.runs()] == twins


def test_an_import_is_taken_back_as_a_whole(take: Take, store: Store) -> None:
    more = A_RUN | {"Activity ID": "2", "Activity Date": "Nov 5, 2026, 6:13:05 AM"}
    take("activities.csv", strava(A_RUN, more))
    (batch,) = store.import_batches()
    store.undo_import(batch.id)
    assert store.runs() == []
    store.undo()
    assert len(store.runs()) == 2


def test_imported_runs_go_out_and_in_to_the_byte(take: Take, store: Store, tmp_path: Path) -> None:
    take("a.fit", a_fit_run())
    take("activities.csv", strava(A_RUN | {"Activity Date": "Nov 5, 2026, 6:13:05 AM"}))
    Transfer(store, CLOCK, shipped=dict).export(tmp_path / "one.csv", Records.RUNS)
    other = Store.open(paths_for(tmp_path / "other"), clock=CLOCK)
    into = Transfer(other, CLOCK, shipped=dict)
    into.apply(into.preview(tmp_path / "one.csv"))
    into.export(tmp_path / "two.csv", Records.RUNS)
    other.close()
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


def test_a_watch_that_is_years_ahead_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "activities.csv").write_text(strava(A_RUN | {"Activity Date": "Nov 3, 2046, 6:12:33 AM"}))
    preview = Transfer(store, CLOCK, shipped=dict).preview(tmp_path / "activities.csv")
    assert preview.notes == ("1 of the times lie in the future; was the clock of that computer right?",)


def test_whoever_watches_the_reading_can_end_it(store: Store, tmp_path: Path) -> None:
    transfer = Transfer(store, CLOCK, shipped=dict)
    watch = Watch("Stopped.")
    watch.stop()
    answers = replace(transfer.answers(), pulse=watch.beat)
    for name, content in (("a.fit", a_fit_run()), ("a.gpx", gpx().encode()), ("a.csv", strava().encode())):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Cancelled):
            transfer.preview(tmp_path / name, answers=answers)


def test_a_file_that_is_gone_is_a_sentence(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="cannot be read"):
        Transfer(store, CLOCK, shipped=dict).preview(tmp_path / "a.fit")
