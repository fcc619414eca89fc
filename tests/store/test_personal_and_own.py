from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.samples import BEGIN, WORKOUT, checkin, logged, own_exercise, run, session
from trainer.errors import NoSuchEntry
from trainer.store import Store


def test_checkins_come_back_oldest_first(store: Store) -> None:
    late, early = checkin("late", at=BEGIN + timedelta(days=1), soreness=None, pain=0), checkin("early")
    store.save_checkin(late)
    store.save_checkin(early)
    store.save_checkin(replace(early, tightness=7), undo="Edit check-in")
    assert store.checkins() == [replace(early, tightness=7), late]
    store.delete_checkin("late")
    assert store.checkins() == [replace(early, tightness=7)]
    with pytest.raises(NoSuchEntry, match="check-in"):
        store.delete_checkin("late")


def test_runs_come_back_oldest_first(store: Store) -> None:
    late, early = run("late", started_at=BEGIN + timedelta(days=1)), run("early")
    store.save_run(late)
    store.save_run(early)
    assert store.runs() == [early, late]
    store.delete_run("early")
    assert store.runs() == [late]
    assert store.undo() == "Delete run"
    assert store.runs() == [early, late]
    with pytest.raises(NoSuchEntry, match="run"):
        store.delete_run("none")


def test_own_exercises_come_back_by_name(store: Store) -> None:
    second, first = own_exercise("1", name="Zigzag"), own_exercise("2", name="Arch")
    store.save_exercise(second)
    store.save_exercise(first)
    assert store.own_exercises() == [first, second]
    store.save_exercise(replace(first, level=5), undo="Edit")
    store.undo()
    assert store.own_exercises() == [first, second]
    store.delete_exercise("1")
    assert store.own_exercises() == [first]
    with pytest.raises(NoSuchEntry, match="exercise"):
        store.delete_exercise("1")


def test_own_workouts_come_back_and_history_outlives_them(store: Store) -> None:
    own = replace(WORKOUT, id="own", own=True)
    store.save_workout(own)
    store.save_session(session(workout_id="own", prescribed=own))
    store.save_set(logged())
    assert store.own_workouts() == [own]
    store.delete_workout("own")
    assert store.own_workouts() == []
    assert store.session("s1").prescribed == own
    assert store.sets_of("s1") == [logged()]
    with pytest.raises(NoSuchEntry, match="workout"):
        store.delete_workout("own")


def test_names_are_remembered(store: Store) -> None:
    store.save_name("Nordics", "H01")
    store.save_name("Nordics", "H02")
    store.save_name("Brücke", "H03")
    assert store.names() == {"Nordics": "H02", "Brücke": "H03"}
