from __future__ import annotations

from datetime import timedelta

from tests.store.samples import BEGIN, full_set, logged, session
from trainer.domain.exercise import Side
from trainer.domain.regrouping import merged, moved
from trainer.domain.session import SessionLog, SetLog

MINUTE = timedelta(minutes=1)


def evening(**changes: object) -> SessionLog:
    begin = BEGIN + 60 * MINUTE
    return session("s2", at=begin, ended_at=begin + 30 * MINUTE, **changes)


def morning(**changes: object) -> SessionLog:
    return session("s1", ended_at=BEGIN + 10 * MINUTE, **changes)


def test_what_moves_keeps_its_length_and_its_zone() -> None:
    rows = (logged(completed_at=BEGIN + MINUTE), logged("b", completed_at=None))
    session_moved, rows_moved = moved(morning(), rows, BEGIN - timedelta(days=2))
    assert session_moved == session(
        "s1", at=BEGIN - timedelta(days=2), ended_at=BEGIN + 10 * MINUTE - timedelta(days=2)
    )
    assert [row.completed_at for row in rows_moved] == [BEGIN + MINUTE - timedelta(days=2), None]


def test_the_earlier_of_two_stays_whichever_is_named_first() -> None:
    one, other = (morning(), ()), (evening(), ())
    assert merged(one, other) == merged(other, one)
    assert merged(other, one)[0].id == "s1"


def test_the_pause_between_two_is_left_out_of_their_minutes() -> None:
    late = logged("late", "s2", 4, completed_at=BEGIN + 75 * MINUTE)
    whole, rows = merged((morning(), ()), (evening(), (late,)))
    assert whole.ended_at == BEGIN + 40 * MINUTE
    assert rows[0].completed_at == BEGIN + 25 * MINUTE


def test_two_that_overlap_keep_their_times() -> None:
    second = session("s2", at=BEGIN + 5 * MINUTE, ended_at=BEGIN + 12 * MINUTE)
    row = logged("late", "s2", completed_at=BEGIN + 6 * MINUTE)
    whole, rows = merged((morning(), ()), (second, (row,)))
    assert whole.ended_at == BEGIN + 12 * MINUTE
    assert rows[0].completed_at == BEGIN + 6 * MINUTE


def test_sets_are_numbered_on_and_sides_stay_together() -> None:
    def sides(set_id: str, session_id: str, index: int) -> tuple[SetLog, SetLog]:
        left, right = (full_set(set_id, session_id, index, side) for side in (Side.LEFT, Side.RIGHT))
        return left, right

    first = (logged("a", index=2), *sides("b", "s1", 7))
    second = (*sides("c", "s2", 0), logged("d", "s2", 3))
    rows = merged((morning(), first), (evening(), second))[1]
    assert [(row.set_id, row.set_index, row.side.value) for row in rows] == [
        ("a", 1, "both"),
        ("b", 2, "left"),
        ("b", 2, "right"),
        ("c", 3, "left"),
        ("c", 3, "right"),
        ("d", 4, "both"),
    ]
    assert {row.session_id for row in rows} == {"s1"}
    assert [row.group for row in rows] == ["", "A", "A", "A'", "A'", ""]


def test_the_rpe_of_two_is_their_mean_by_minutes() -> None:
    # 10 min at 4 and 30 min at 7: (40 + 210) / 40 = 6.25, to the half 6 (ties to even) - load 250 AU before.
    assert merged((morning(session_rpe=4), ()), (evening(session_rpe=7), ()))[0].session_rpe == 6.0
    # 10 min at 2 and 30 min at 8: (20 + 240) / 40 = 6.5.
    assert merged((morning(session_rpe=2), ()), (evening(session_rpe=8), ()))[0].session_rpe == 6.5


def test_the_rpe_of_one_that_is_rated_stands_and_of_none_is_none() -> None:
    assert merged((morning(), ()), (evening(session_rpe=0), ()))[0].session_rpe == 0
    assert merged((morning(), ()), (evening(), ()))[0].session_rpe is None


def test_two_without_an_end_are_rated_alike() -> None:
    one, other = session("s1", session_rpe=4), session("s2", at=BEGIN + MINUTE, session_rpe=5)
    whole = merged((one, ()), (other, ()))[0]
    assert (whole.session_rpe, whole.ended_at) == (4.5, None)


def test_notes_are_joined_once() -> None:
    assert merged((morning(note="a"), ()), (evening(note="b"), ()))[0].note == "a\nb"
    assert merged((morning(note="a"), ()), (evening(note="a"), ()))[0].note == "a"
    assert merged((morning(), ()), (evening(note="b", plan_id="p", plan="Plan"), ()))[0] == morning(
        note="b", plan_id="p", plan="Plan"
    ).finished(BEGIN + 40 * MINUTE)
