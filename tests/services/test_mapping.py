from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.stopped_clock import StoppedClock
from tests.services.test_transfer import NORDIC, SESSION, opened
from trainer.catalog import load_catalog
from trainer.domain.transfer import ImportBatch
from trainer.errors import Cancelled
from trainer.exchange.contents import Answers
from trainer.services.incoming import Incoming
from trainer.services.mapping import MOST, mapped_batch, unknown_names
from trainer.services.transfer import Transfer
from trainer.services.watch import Watch
from trainer.store import Store

EXERCISES = load_catalog().exercises
HEADER = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "data") as store:
        yield store


def batch_of(store: Store, folder: Path, *names: str) -> ImportBatch:
    path = folder / "export.csv"
    path.write_text(
        HEADER + "".join(f"2026-01-{15 + n},{name},Legs,20,8,,,\n" for n, name in enumerate(names))
    )
    incoming = Incoming(store, EXERCISES, {})
    return incoming.preview(path, Answers(), StoppedClock().utc_now()).batch


@pytest.mark.parametrize(
    ("name", "suggestion", "sure"),
    [
        ("RDL", "romanian-deadlift", True),
        ("Bulgarian Split Squat (Dumbbell)", "rear-foot-elevated-split-squat", False),
        ("Squat (Barbell)", "bodyweight-squat", False),
        ("bulgarian  split squats", "rear-foot-elevated-split-squat", False),
        ("Split Squat Bulgarian", "rear-foot-elevated-split-squat", True),
        ("Bench Press (Barbell)", "", False),
        ("Lat Pulldown (Cable)", "", False),
        ("Kniebeuge", "", False),
        ("😀", "", False),
        ("(Barbell)", "", False),
    ],
)
def test_what_a_name_resembles(store: Store, tmp_path: Path, name: str, suggestion: str, sure: bool) -> None:
    (unknown,) = unknown_names(batch_of(store, tmp_path, name), tuple(EXERCISES.values()))
    assert (unknown.suggestions[:1] or ("",))[0] == suggestion
    assert unknown.sure is sure


def test_the_most_frequent_come_first_and_not_endlessly_many(store: Store, tmp_path: Path) -> None:
    counted = unknown_names(batch_of(store, tmp_path, "A", "B", "B", "A", "B"), tuple(EXERCISES.values()))
    assert [(one.name, one.count) for one in counted] == [("B", 3), ("A", 2)]
    own = batch_of(store, tmp_path, "Z").exercises[0]
    exercises = tuple(replace(own, id=f"e{number}", name=f"N{number}") for number in range(MOST + 5))
    sets = tuple(replace(NORDIC, exercise_id=one.id, exercise=one.name) for one in exercises)
    many = unknown_names(ImportBatch("x", (SESSION,), sets, exercises=exercises), ())
    assert len(many) == MOST


def test_a_name_of_the_library_asks_nothing(store: Store, tmp_path: Path) -> None:
    batch = batch_of(store, tmp_path, "nordic  HAMSTRING curl")
    assert (batch.exercises, unknown_names(batch, ())) == ((), ())
    assert batch.sets[0].exercise_id == "nordic-hamstring-curl"


def test_a_choice_is_carried_out_and_what_is_not_chosen_stays_ones_own(store: Store, tmp_path: Path) -> None:
    batch = batch_of(store, tmp_path, "One-leg thing", "Own thing", "One-leg thing")
    mapped = mapped_batch(batch, {"One-leg thing": "single-leg-rdl"})
    assert [done.exercise_id == "single-leg-rdl" for done in mapped.sets] == [True, False, True]
    assert [exercise.name for exercise in mapped.exercises] == ["Own thing"]
    assert mapped.names == (("One-leg thing", "single-leg-rdl"),)
    assert mapped_batch(batch, {}) == batch


def test_an_own_exercise_is_known_by_its_name(store: Store, tmp_path: Path) -> None:
    first = batch_of(store, tmp_path, "Own thing")
    store.apply_import(first)
    store.save_exercise(replace(first.exercises[0], name="My own thing"))
    assert batch_of(store, tmp_path, "MY OWN thing").exercises == ()


def test_a_watch_stops_the_work_at_its_next_beat(store: Store, tmp_path: Path) -> None:
    batch_of(store, tmp_path, *"ABCDEFGHIJKLMNOP")
    watch = Watch("Stopped.")
    into = Transfer(store, StoppedClock())
    preview = into.preview(tmp_path / "export.csv", answers=replace(into.answers(), pulse=watch.beat))
    assert watch.done > 0.5
    watch.stop()
    for work in (
        lambda: into.preview(tmp_path / "export.csv", answers=replace(into.answers(), pulse=watch.beat)),
        lambda: into.apply(preview, pulse=watch.beat),
        lambda: into.unknown(preview, watch.beat),
    ):
        with pytest.raises(Cancelled, match="Stopped"):
            work()
    assert (store.sessions(), store.own_exercises(), store.import_batches(), store.undo_label) == (
        [],
        [],
        [],
        None,
    )
