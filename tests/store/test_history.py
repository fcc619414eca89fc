from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from trainer.domain.exercise import Kind, Side
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.stats import DayWork, Measure
from trainer.domain.workout import SetTarget
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.store import Store

MONDAY = datetime(2026, 11, 16, 18, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path), clock=SystemClock())
    yield store
    store.close()


def session(store: Store, days: int, zone: str = "UTC") -> SessionLog:
    started = MONDAY + timedelta(days=days)
    made = SessionLog(f"session-{days:03}", started, zone, "w", "W", ended_at=started + timedelta(minutes=20))
    store.save_session(made)
    return made


def done(store: Store, of: SessionLog, index: int, **values: object) -> None:
    fields: dict[str, object] = {
        "set_id": f"{of.id}-{index}",
        "session_id": of.id,
        "set_index": index,
        "exercise_id": "nordic",
        "exercise": "Nordic",
        "side": Side.BOTH,
        "target": SetTarget(Kind.REPS, reps=5),
        "rest_s": 60.0,
        "status": SetStatus.DONE,
        "completed_at": of.started_at,
        "reps": 5,
        "tempo": "5-0-0-4",
    }
    store.save_set(SetLog(**(fields | values)))  # type: ignore[arg-type]


def test_a_day_counts_left_and_right_as_one_set_and_both_their_time(log: Store) -> None:
    first = session(log, 0)
    done(log, first, 1)
    for side in (Side.LEFT, Side.RIGHT):
        done(log, first, 2, side=side, reps=8, tempo="3-1-1-0", exercise_id="rdl")
    done(log, first, 3, target=SetTarget(Kind.HOLD, hold_s=30), reps=None, hold_s=30.0, tempo="")
    assert log.day_work() == [DayWork(date(2026, 11, 16), 1, 3, 45 + 2 * 40 + 30)]


def test_what_is_running_or_skipped_is_not_work_but_the_session_is_a_day(log: Store) -> None:
    first = session(log, 0)
    done(log, first, 1, status=SetStatus.RUNNING)
    done(log, first, 2, status=SetStatus.SKIPPED, reps=None)
    assert log.day_work() == [DayWork(date(2026, 11, 16), 1, 0, 0.0)]
    assert log.trained_exercises() == []


def test_a_day_is_the_one_where_it_happened(log: Store) -> None:
    session(log, 0, zone="Pacific/Auckland")
    assert [work.day for work in log.day_work()] == [date(2026, 11, 17)]


def test_the_best_of_each_session_and_side_without_warm_ups(log: Store) -> None:
    for days, reps in ((0, 4), (3, 6)):
        made = session(log, days)
        done(log, made, 1, reps=9, warm_up=True)
        done(log, made, 2, reps=reps - 1, lean_deg=30, tempo="3-0-1-0")
        done(log, made, 3, reps=reps, lean_deg=25)
        done(log, made, 4, exercise_id="other")
    best = log.performances("nordic")
    assert [(p.day.day, p.reps, p.lean_deg, p.tension_s) for p in best] == [
        (16, 4, 30, 3 * 4 + 4 * 9),
        (19, 6, 30, 5 * 4 + 6 * 9),
    ]
    assert best[0].value(Measure.LOAD) is None


def test_exercises_by_how_often_with_their_newest_name(log: Store) -> None:
    made = session(log, 0)
    done(log, made, 1, exercise_id="rdl", exercise="RDL")
    for index, name in ((2, "Nordic"), (3, "Nordic curl")):
        done(log, made, index, exercise=name, completed_at=made.started_at + timedelta(minutes=index))
    assert log.trained_exercises() == [("nordic", "Nordic curl"), ("rdl", "RDL")]
