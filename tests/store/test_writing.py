from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.store.samples import HandClock, checkin, logged, session
from trainer.domain.change import Change, Changed
from trainer.paths import Paths
from trainer.store import Store, new_id
from trainer.store.tables import calendar_entries, plan_sessions, plans
from trainer.store.writing import KINDS, Values


def test_a_change_is_announced_after_it_is_on_disk(store: Store, paths: Paths, clock: HandClock) -> None:
    seen: list[tuple[Change, int]] = []

    def look(change: Change) -> None:
        other = Store.open_read_only(paths, clock=clock)
        seen.append((change, len(other.sessions())))
        other.close()

    store.subscribe(look)
    store.save_session(session())
    assert seen == [(Change(frozenset({Changed.SESSIONS})), 1)]


def test_a_failed_write_announces_nothing(store: Store) -> None:
    seen: list[Change] = []
    store.subscribe(seen.append)
    with pytest.raises(ValueError, match="FOREIGN"):
        store.save_set(logged())
    assert seen == []


def test_listeners_can_write_and_leave(store: Store) -> None:
    seen: list[Change] = []
    leave: Callable[[], None]

    def once(change: Change) -> None:
        seen.append(change)
        leave()
        store.save_checkin(checkin())

    leave = store.subscribe(once)
    store.save_session(session())
    leave()
    assert len(seen) == 1
    assert len(store.checkins()) == 1


def test_announced_kinds_are_those_that_were_touched(store: Store) -> None:
    store.save_session(session())
    store.save_set(logged())
    seen: list[Change] = []
    store.subscribe(seen.append)
    store.delete_session("s1", undo="Delete")
    store.undo()
    store.redo()
    both = Change(frozenset({Changed.SESSIONS, Changed.SETS}))
    assert seen == [both, both, both]


def test_opened_on_one_thread_and_used_from_others(paths: Paths, clock: HandClock) -> None:
    with ThreadPoolExecutor(1) as opener:
        store = opener.submit(Store.open, paths, clock=clock).result()
    store.save_session(session())

    def log_many(worker: int) -> None:
        for number in range(20):
            store.save_set(logged(f"{worker}-{number}", index=number))
            store.sets_of("s1")

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(log_many, range(4)))
    assert store.set_count() == 80
    store.close()


def test_a_long_read_sees_one_moment_and_holds_no_write_up(store: Store) -> None:
    store.save_session(session())
    for number in range(3):
        store.save_set(logged(str(number), index=number))
    reading = store.log_tuples()
    next(reading)
    store.save_set(logged("later", index=9))
    assert len(list(reading)) == 2
    assert store.set_count() == 4


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        store.sessions()
    with pytest.raises(RuntimeError, match="closed"):
        store.save_session(session())


def test_plans_and_the_calendar_can_be_kept_and_undone(store: Store) -> None:
    """They have no methods yet: their schema is proven through the one road that every write takes."""
    rows: list[tuple[object, Values]] = [
        (plans, {"id": "p", "name": "Nordics", "source_plan": "nordic-10-weeks", "started_on": "2026-03-02"}),
        (
            plan_sessions,
            {"id": "ps", "plan_id": "p", "week": 1, "position": 0, "workout_id": "w", "body": "{}"},
        ),
        (calendar_entries, {"id": "c", "day": "2026-03-03", "kind": "workout", "plan_session_id": "ps"}),
        (calendar_entries, {"id": "race", "day": "2026-04-19", "kind": "race", "distance_km": 42.195}),
        (calendar_entries, {"id": "hills", "day": "2026-03-05", "kind": "hard_run", "note": "8 × 400 m"}),
    ]
    seen: list[Change] = []
    store.subscribe(seen.append)
    with store._db.write("Start plan") as write:
        for table, values in rows:
            write.put(table, values)
    with store._db.write("Stop plan") as write:
        assert write.delete(plans, ("p",))
        assert write.row(plan_sessions, ("ps",)) is None
        kept = write.row(calendar_entries, ("c",))
        assert kept is not None
        assert kept["plan_session_id"] is None
    assert [change.kinds for change in seen] == [frozenset({Changed.PLANS, Changed.CALENDAR})] * 2
    assert store.undo() == "Stop plan"
    with store._db.write() as write:
        assert write.row(plan_sessions, ("ps",)) is not None
        restored = write.row(calendar_entries, ("c",))
        assert restored is not None
        assert restored["plan_session_id"] == "ps"
    assert store.undo() == "Start plan"
    with store._db.write() as write:
        assert all(
            not write.rows(table, [("p",), ("ps",), ("c",), ("race",)]) for table in (plans, calendar_entries)
        )
    assert store.integrity() == []


def test_every_kind_of_thing_has_a_table() -> None:
    assert set(KINDS.values()) == set(Changed)


def test_ids_are_unique_and_sort_by_age() -> None:
    ids = [new_id() for _ in range(1000)]
    assert ids == sorted(set(ids))
    assert {one[14] for one in ids} == {"7"}
