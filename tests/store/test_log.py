from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.samples import BEGIN, WORKOUT, full_set, logged, session
from trainer.domain.exercise import Side
from trainer.domain.session import SetStatus
from trainer.errors import NoSuchEntry
from trainer.store import Store


def test_a_session_comes_back_as_it_went_in(store: Store) -> None:
    whole = session(
        ended_at=BEGIN + timedelta(hours=1), plan_id="p", plan="Plan", session_rpe=6.5, note="a\nb\x00c"
    )
    store.save_session(whole)
    assert store.session("s1") == whole


def test_a_course_comes_back_beside_what_was_prescribed(store: Store) -> None:
    first, second = WORKOUT.items
    easier = replace(first, exercise_id="H03", instead_of="H01", first_round=2, sets=first.sets[:1])
    changed = replace(WORKOUT, items=(replace(first, sets=first.sets[:1]), easier, second))
    whole = session(changed=changed)
    store.save_session(whole)
    assert store.session("s1") == whole
    assert whole.course == changed
    store.save_session(replace(whole, changed=None))
    assert store.session("s1") == session()
    assert session().course == WORKOUT


def test_a_course_is_saved_with_the_rows_that_move_and_go_or_not_at_all(store: Store) -> None:
    store.save_session(session())
    gone, left = logged("gone", index=1), full_set("left", index=2)
    store.save_sets((gone, left))
    changed = session(changed=replace(WORKOUT, name="Changed"))
    nowhere = replace(left, session_id="of no session")
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        store.save_course(changed, (nowhere,), (gone,))
    assert (store.session("s1"), store.sets_of("s1")) == (session(), [gone, left])
    moved = replace(left, set_index=1)
    store.save_course(changed, (moved,), (gone,))
    assert (store.session("s1"), store.sets_of("s1")) == (changed, [moved])
    assert store.undo() is None


def test_a_set_comes_back_as_it_went_in(store: Store) -> None:
    store.save_session(session())
    store.save_set(full_set())
    assert store.sets_of("s1") == [full_set()]


def test_saving_again_replaces(store: Store) -> None:
    store.save_session(session())
    store.save_set(logged(status=SetStatus.RUNNING, completed_at=None, reps=2))
    store.save_set(logged(rpe=9.0))
    store.save_session(session(note="done").finished(BEGIN))
    assert store.sets_of("s1") == [logged(rpe=9.0)]
    assert store.session("s1").note == "done"
    assert store.set_count() == 1


def test_sets_come_by_index_then_left_right_both(store: Store) -> None:
    store.save_session(session())
    order = [(0, Side.LEFT), (0, Side.RIGHT), (0, Side.BOTH), (1, Side.LEFT), (1, Side.RIGHT)]
    rows = [logged(f"set-{index}", index=index, side=side) for index, side in order]
    store.save_sets(rows[::-1])
    assert store.sets_of("s1") == rows


def test_sessions_come_newest_first_from_a_moment_on(store: Store) -> None:
    days = [BEGIN + timedelta(days=day) for day in range(3)]
    for day, at in enumerate(days):
        store.save_session(session(f"s{day}", at=at))
    assert [one.id for one in store.sessions()] == ["s2", "s1", "s0"]
    assert [one.id for one in store.sessions(since=days[1])] == ["s2", "s1"]
    in_tokyo = days[1].astimezone(timezone(timedelta(hours=9)))
    assert [one.id for one in store.sessions(since=in_tokyo)] == ["s2", "s1"]


def test_the_newest_session_that_can_be_resumed_is_offered(store: Store) -> None:
    assert store.unfinished_session() is None
    store.save_session(session("old"))
    store.save_session(session("new", at=BEGIN + timedelta(hours=2)))
    store.save_session(session("imported", at=BEGIN + timedelta(hours=3), prescribed=None))
    store.save_session(session("ended", at=BEGIN + timedelta(hours=4), ended_at=BEGIN + timedelta(hours=5)))
    found = store.unfinished_session()
    assert found is not None
    assert found.id == "new"


def test_left_and_right_count_as_one_set_and_the_running_one_as_none(store: Store) -> None:
    store.save_session(session())
    store.save_sets([full_set(side=Side.LEFT), full_set(side=Side.RIGHT)])
    store.save_set(logged("running", status=SetStatus.RUNNING))
    assert store.set_count() == 1


def test_what_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(NoSuchEntry, match="session"):
        store.session("none")
    with pytest.raises(NoSuchEntry, match="session"):
        store.delete_session("none", undo="Delete")
    with pytest.raises(NoSuchEntry, match="set"):
        store.delete_set("none", undo="Delete")
    assert store.undo_label is None


def test_a_set_without_its_session_is_a_bug_and_leaves_nothing(store: Store) -> None:
    store.save_session(session())
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        store.save_sets([logged("good"), logged("orphan", session_id="none")])
    assert store.sets_of("s1") == []


@pytest.mark.parametrize(
    "change",
    [{"pain": 11}, {"rpe": 0.5}, {"lean_deg": 95}, {"reps": -1}, {"hold_s": -0.5}, {"set_index": -1}],
)
def test_values_out_of_range_are_refused(store: Store, change: dict[str, float]) -> None:
    store.save_session(session())
    with pytest.raises(ValueError, match="CHECK"):
        store.save_set(replace(logged(), **change))


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="zone"):
        store.save_session(session(at=datetime(2026, 1, 1)))  # noqa: DTZ001


def test_deleting_a_set_takes_both_its_sides(store: Store) -> None:
    store.save_session(session())
    store.save_sets([full_set(side=Side.LEFT), full_set(side=Side.RIGHT), logged("other")])
    store.delete_set("full", undo="Delete set")
    assert [one.set_id for one in store.sets_of("s1")] == ["other"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    load_kg=st.integers(0, 500_000).map(lambda grams: grams / 1000),
    hold_s=st.floats(0, 5000),
    rpe=st.none() | st.integers(2, 20).map(lambda halves: halves / 2),
    note=st.text(st.characters(exclude_categories=["Cs"])),
    at=st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_any_result_comes_back_exactly(
    store: Store, load_kg: float, hold_s: float, rpe: float | None, note: str, at: datetime
) -> None:
    store.save_session(session())
    at = at.replace(microsecond=0)
    one = replace(full_set(), load_kg=load_kg, hold_s=hold_s, rpe=rpe, note=note, completed_at=at)
    store.save_set(one)
    assert store.sets_of("s1") == [one]


def test_a_rewriting_is_whole_or_not_at_all_and_one_step(store: Store) -> None:
    store.save_session(session())
    store.save_session(session("s2"))
    store.save_sets((logged("a"), logged("b", index=1), logged("c", "s2")))
    before = (store.sessions(), store.sets_of("s1"), store.sets_of("s2"))
    with pytest.raises(ValueError, match="refuses"):
        store.rewrite(
            sessions=(session(note="x"),), gone=(logged("a"),), sets=(logged("d", reps=-1),), undo="Rewrite"
        )
    assert (store.sessions(), store.sets_of("s1"), store.sets_of("s2")) == before
    assert store.undo_label is None
    moved = logged("c", "s1", 7)
    store.rewrite(
        sessions=(session(note="x"),), gone=(logged("a"),), sets=(moved,), gone_session="s2", undo="Rewrite"
    )
    assert [one.note for one in store.sessions()] == ["x"]
    assert [row.set_id for row in store.sets_of("s1")] == ["b", "c"]
    assert store.undo() == "Rewrite"
    assert (store.sessions(), store.sets_of("s1"), store.sets_of("s2")) == before
    assert store.undo_label is None
