from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.samples import BEGIN, WORKOUT, HandClock, checkin, logged, own_exercise, run, session
from trainer.domain.change import Change, Changed
from trainer.errors import NoSuchEntry
from trainer.paths import Paths
from trainer.store import Store
from trainer.store.bodies import exercise_from_text, exercise_to_text, workout_from_text, workout_to_text


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


def test_favourites_are_kept_and_each_star_can_be_taken_back(store: Store) -> None:
    seen: list[Change] = []
    store.subscribe(seen.append)
    store.set_favourite("diver", on=True, undo="Add star")
    store.set_favourite("glider", on=True, undo="Add star")
    store.set_favourite("diver", on=False, undo="Remove star")
    assert store.favourites() == {"glider"}
    assert seen == [Change(frozenset({Changed.FAVOURITES}))] * 3
    store.undo()
    assert store.favourites() == {"diver", "glider"}
    store.undo()
    store.undo()
    assert store.favourites() == set()
    store.redo()
    assert store.favourites() == {"diver"}


def test_a_star_that_is_set_twice_is_one_step(store: Store) -> None:
    store.set_favourite("diver", on=True, undo="Add star")
    store.set_favourite("diver", on=True, undo="Add star again")
    store.set_favourite("glider", on=False, undo="Remove star")
    assert store.undo_label == "Add star"


def test_a_deleted_exercise_takes_its_star_along_and_brings_it_back(store: Store) -> None:
    store.save_exercise(own_exercise())
    store.set_favourite("own-1", on=True)
    store.set_favourite("diver", on=True)
    store.delete_exercise("own-1")
    assert store.favourites() == {"diver"}
    store.undo()
    assert store.favourites() == {"diver", "own-1"}
    assert store.own_exercises() == [own_exercise()]


def test_a_deleted_exercise_comes_back_after_a_restart_and_history_never_left(
    paths: Paths, clock: HandClock
) -> None:
    first = Store.open(paths, clock=clock)
    first.save_exercise(own_exercise(), undo="Add exercise")
    first.save_session(session())
    first.save_set(logged(exercise_id="own-1", exercise="Kitchen chair curl"))
    first.delete_exercise("own-1", undo="Delete exercise")
    first.close()
    second = Store.open(paths, clock=clock)
    assert second.own_exercises() == []
    assert [row.exercise for row in second.sets_of("s1")] == ["Kitchen chair curl"]
    assert second.undo() == "Delete exercise"
    assert second.own_exercises() == [own_exercise()]
    second.close()


def test_bodies_of_before_the_figure_are_read(store: Store) -> None:
    """A field that came later is empty in what was stored before it."""
    old = json.loads(exercise_to_text(own_exercise()))
    del old["figure"]
    assert exercise_from_text(json.dumps(old)) == own_exercise()
    workout = json.loads(workout_to_text(WORKOUT))
    for item in workout["items"]:
        del item["figure"]
    assert workout_from_text(json.dumps(workout)) == WORKOUT
    shown = own_exercise(figure="diver")
    store.save_exercise(shown)
    assert store.own_exercises() == [shown]
    assert (own_exercise().figure_id, shown.figure_id) == ("own-1", "diver")


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
