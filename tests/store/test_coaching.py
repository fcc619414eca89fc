"""What the coach reads of the log, and what it keeps there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.store.samples import BEGIN, NORDIC, WORKOUT, checkin, full_set, logged, session
from trainer.domain.coach.exposure import DoneSide
from trainer.domain.exercise import Side
from trainer.domain.overruling import Overruling
from trainer.domain.session import SetStatus
from trainer.store import Store

DAY = date(2026, 3, 1)
ALL = ("H01", "H02")


def at(days: float) -> datetime:
    return BEGIN + timedelta(days=days)


def test_what_was_done_comes_with_its_session(store: Store) -> None:
    store.save_session(session())
    store.save_set(replace(logged(), load_kg=12.5, lean_deg=40, pain=2, pain_area="hamstring"))
    (found,) = store.performed(DAY, ALL)
    target = replace(NORDIC, rpe=None)
    assert found == DoneSide(
        "H01", BEGIN, "s1", 0, "a", DAY, WORKOUT.id, target, 5, 12.5, 40, 2, "hamstring", False
    )


def test_a_hold_counts_its_seconds_and_what_was_skipped_nothing(store: Store) -> None:
    store.save_session(session())
    store.save_set(full_set())
    store.save_set(logged("b", index=2, status=SetStatus.SKIPPED))
    store.save_set(logged("c", index=3, status=SetStatus.RUNNING))
    assert [(one.set_id, one.amount, one.warm_up) for one in store.performed(DAY, ALL)] == [
        ("full", 18.5, True),
        ("b", 0, False),
    ]


def test_from_a_day_on_and_of_what_is_seldom_the_two_sessions_before(store: Store) -> None:
    for number, days in enumerate((0, 10, 20, 30)):
        store.save_session(session(f"s{number}", at=at(days)))
        store.save_set(logged(f"set{number}", f"s{number}"))
    since = DAY + timedelta(days=25)

    def sessions(*seldom: str) -> set[str]:
        return {one.session_id for one in store.performed(since, seldom, ["H01"])}

    assert sessions() == {"s3"}
    assert sessions("H01") == {"s1", "s2", "s3"}
    assert sessions("H02", "nothing") == {"s3"}
    assert {one.session_id for one in store.performed(DAY, ("H01",))} == {"s0", "s1", "s2", "s3"}


def test_of_other_exercises_only_what_hurt(store: Store) -> None:
    store.save_session(session())
    store.save_set(logged("a"))
    store.save_set(logged("b", index=1, pain=0))
    store.save_set(logged("c", index=2, pain=1, pain_area="shin"))
    assert [one.set_id for one in store.performed(DAY, ("H02",))] == ["c"]


def test_the_days_with_a_session(store: Store) -> None:
    for number, days in enumerate((0, 0.1, 3)):
        store.save_session(session(f"s{number}", at=at(days)))
    assert sorted(store.trained_on()) == [DAY, DAY + timedelta(days=3)]


def test_checkins_from_a_local_day_on(store: Store) -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)  # half past midnight in Berlin, on the second
    store.save_checkins([checkin("a"), checkin("b", at=late), checkin("c", at=at(4))])
    assert [one.id for one in store.checkins_since(DAY)] == ["a", "b", "c"]
    assert [one.id for one in store.checkins_since(DAY + timedelta(days=1))] == ["b", "c"]


def test_a_morning_is_one_step_to_take_back(store: Store) -> None:
    store.save_checkins([checkin("a"), checkin("b", area="calf")], undo="Check in")
    assert len(store.checkins()) == 2
    store.undo()
    assert store.checkins() == []


def test_the_newest_ended_session_of_some_days(store: Store) -> None:
    store.save_session(session("old", at=at(-2), ended_at=at(-2)))
    store.save_session(session("open", at=at(0.1)))
    assert store.last_session(DAY - timedelta(days=3), DAY) == ("old", DAY - timedelta(days=2))
    assert store.last_session(DAY, DAY) is None


def test_overrulings_come_back_the_newest_of_each_workout_and_exercise(store: Store) -> None:
    item = WORKOUT.items[0]
    first = Overruling("1", BEGIN, "H01", "up-after-two", item, replace(item, rest_s=30), "w")
    second = replace(first, id="2", proposed=None)
    other = replace(first, id="3", exercise_id="H02")
    store.save_overruling(first)
    store.save_overruling(second, undo="Choose")
    store.save_overruling(other)
    assert store.overrulings() == [second, other]
    store.undo()
    assert store.overrulings() == [first, other]


def test_both_sides_of_a_set_come_apart(store: Store) -> None:
    store.save_session(session())
    store.save_sets([full_set(side=Side.LEFT), full_set(side=Side.RIGHT)])
    assert len(store.performed(DAY, ALL)) == 2
