from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.samples import BEGIN, HandClock, checkin, full_set, logged, own_exercise, run, session
from trainer.domain.exercise import Side
from trainer.domain.session import SetStatus
from trainer.domain.transfer import ImportBatch
from trainer.errors import Cancelled
from trainer.paths import Paths
from trainer.store import Store


def everything(store: Store) -> tuple[object, ...]:
    return (
        store.sessions(),
        list(store.log_tuples()),
        store.checkins(),
        store.runs(),
        store.own_exercises(),
        store.own_workouts(),
        store.favourites(),
        store.names(),
        store.import_batches(),
    )


def test_a_deleted_session_comes_back_with_its_sets(store: Store) -> None:
    store.save_session(session())
    store.save_sets([full_set(side=Side.LEFT), full_set(side=Side.RIGHT), logged()])
    before = everything(store)
    store.delete_session("s1", undo="Delete session")
    assert store.sessions() == []
    assert (store.undo_label, store.redo_label) == ("Delete session", None)
    assert store.undo() == "Delete session"
    assert everything(store) == before
    assert (store.undo_label, store.redo_label) == (None, "Delete session")
    assert store.redo() == "Delete session"
    assert store.sessions() == []
    assert store.integrity() == []


def test_nothing_to_undo_or_redo(store: Store) -> None:
    store.save_session(session())
    assert store.undo() is None
    assert store.redo() is None


def test_undo_outlasts_a_restart(paths: Paths, clock: HandClock) -> None:
    first = Store.open(paths, clock=clock)
    first.save_session(session())
    first.save_session(session(note="changed"), undo="Edit session")
    first.close()
    second = Store.open(paths, clock=clock)
    assert second.undo() == "Edit session"
    second.close()
    third = Store.open(paths, clock=clock)
    assert third.session("s1") == session()
    assert third.redo() == "Edit session"
    assert third.session("s1").note == "changed"
    third.close()


def test_undoing_an_edit_keeps_what_was_logged_since(store: Store) -> None:
    store.save_session(session())
    store.save_session(session(note="slow"), undo="Edit note")
    store.save_session(session(note="slow").finished(BEGIN + timedelta(hours=1)))
    store.undo()
    assert store.session("s1") == session().finished(BEGIN + timedelta(hours=1))


def test_undoing_an_addition_keeps_what_came_after_for_redo(store: Store) -> None:
    store.save_session(session(), undo="Add session")
    store.save_sets([full_set(), logged()])
    before = everything(store)
    for _ in range(2):
        store.undo()
        assert store.sessions() == []
        assert store.set_count() == 0
        store.redo()
        assert everything(store) == before


def test_a_new_step_ends_redoing(store: Store) -> None:
    store.save_session(session(), undo="Add")
    store.undo()
    store.save_session(session("other"), undo="Add other")
    assert store.redo_label is None
    assert store.redo() is None
    assert store.undo() == "Add other"


def test_a_write_that_changes_nothing_is_no_step(store: Store) -> None:
    store.save_session(session(), undo="Add")
    store.save_session(session(), undo="Edit")
    assert store.undo_label == "Add"


def test_live_logging_is_no_step_and_leaves_redo_alone(store: Store) -> None:
    store.save_session(session())
    store.save_session(session(note="x"), undo="Edit")
    store.undo()
    store.save_set(logged(status=SetStatus.RUNNING))
    assert store.redo_label == "Edit"


def test_many_steps_are_kept(store: Store) -> None:
    store.save_session(session(note="0"))
    for number in range(1, 251):
        store.save_session(session(note=str(number)), undo=f"Edit {number}")
    taken = 0
    while store.undo() is not None:
        taken += 1
    assert taken == 200
    assert store.session("s1").note == "50"


@pytest.mark.parametrize("seed", range(6))
def test_undoing_all_and_redoing_all_leads_back(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    states = [everything(store)]
    while len(states) < 30:
        _do_something(store, chance)
        if everything(store) != states[-1]:
            states.append(everything(store))
    for state in states[-2::-1]:
        store.undo()
        assert everything(store) == state
    assert store.undo() is None
    for state in states[1:]:
        store.redo()
        assert everything(store) == state
    assert store.integrity() == []


def _do_something(store: Store, chance: random.Random) -> None:
    key = str(chance.randrange(4))
    known = {one.id for one in store.sessions()}
    match chance.randrange(9):
        case 0:
            store.save_session(session(key, note=str(chance.random())), undo="session")
        case 1 if known:
            at = chance.choice(sorted(known))
            sides = [full_set(f"{at}-{key}", at, side=side) for side in (Side.LEFT, Side.RIGHT)]
            store.save_sets([replace(one, pain=chance.randrange(5)) for one in sides], undo="sets")
        case 2 if known:
            store.delete_session(chance.choice(sorted(known)), undo="delete")
        case 3:
            store.save_checkin(checkin(key, soreness=chance.randrange(5)), undo="check-in")
        case 4:
            store.save_run(run(key, effort=float(chance.randrange(5))), undo="run")
        case 5:
            store.save_exercise(own_exercise(key, level=chance.randrange(5)), undo="exercise")
        case 6 if store.runs():
            store.delete_run(store.runs()[0].id)
        case 7:
            store.set_favourite(key, key not in store.favourites(), undo="favourite")
        case 8 if store.own_exercises():
            store.delete_exercise(store.own_exercises()[0].id)


def large_import() -> ImportBatch:
    """Many more rows than are turned at once."""
    sessions = tuple(session(f"i{n}", prescribed=None) for n in range(1_200))
    sets = tuple(logged(f"s{n}", f"i{n // 2}", n % 2) for n in range(2_400))
    return ImportBatch(source="strong.csv", sessions=sessions, sets=sets)


def test_a_large_step_is_turned_in_pieces_and_comes_out_the_same(store: Store) -> None:
    before = everything(store)
    store.apply_import(large_import())
    store.save_set(logged("later", "i0", 9))  # not journaled: it goes and comes with its session
    after = everything(store)
    assert store.undo_rows == 3_601
    beats: list[float] = []
    store.undo(beats.append)
    assert everything(store) == before
    assert beats == sorted(beats)
    assert (beats[0], beats[-1]) == (0.0, 1.0)
    assert len(beats) > 7
    assert (store.undo_rows, store.redo_rows) == (0, 3_602)
    store.redo()
    assert everything(store) == after
    assert store.integrity() == []


@pytest.mark.parametrize("at", [0.0, 0.5, 0.9, 1.0])
def test_an_undo_that_is_stopped_has_done_nothing(store: Store, at: float) -> None:
    store.apply_import(large_import())
    before = everything(store)

    def stop(done: float) -> None:
        if done >= at:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        store.undo(stop)
    assert everything(store) == before
    assert store.undo_label == "Import strong.csv"
    store.undo()
    assert store.sessions() == []
