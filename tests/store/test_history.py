from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from trainer.domain.calendar import EntryKind
from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Kind, Side
from trainer.domain.run import Run
from trainer.domain.session import SessionLog, SetLog, SetStatus
from trainer.domain.stats import BodyDay, DayExercise, Measure, RunDay
from trainer.domain.workout import SetTarget
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.store import Store
from trainer.store.tables import calendar_entries

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


def test_a_day_counts_left_and_right_as_one_set(log: Store) -> None:
    first = session(log, 0)
    done(log, first, 1, pain=3)
    for side in (Side.LEFT, Side.RIGHT):
        done(log, first, 2, side=side, reps=8, exercise_id="rdl")
    done(log, first, 3, target=SetTarget(Kind.HOLD, hold_s=30), reps=None, hold_s=30.0, tempo="", pain=1)
    day = date(2026, 11, 16)
    assert log.day_exercises() == [DayExercise(day, "nordic", 2, 2, 3), DayExercise(day, "rdl", 1, 1, None)]
    assert log.training_days() == {day: 1}


def test_hard_is_a_working_set_with_rpe_7_or_without_one(log: Store) -> None:
    first = session(log, 0)
    for index, rpe in enumerate((None, 6.5, 7.0, 9.0)):
        done(log, first, index, rpe=rpe)
    done(log, first, 8, rpe=9.0, warm_up=True)
    done(log, first, 9, side=Side.LEFT, rpe=6.0)
    done(log, first, 9, side=Side.RIGHT, rpe=8.0)
    [work] = log.day_exercises()
    assert (work.sets, work.hard_sets) == (6, 4)


def test_what_is_running_or_skipped_is_not_work_but_the_session_is_a_day(log: Store) -> None:
    first = session(log, 0)
    done(log, first, 1, status=SetStatus.RUNNING)
    done(log, first, 2, status=SetStatus.SKIPPED, reps=None)
    assert log.day_exercises() == []
    assert log.training_days() == {date(2026, 11, 16): 1}
    assert log.trained_exercises() == []


def test_a_day_is_the_one_where_it_happened(log: Store) -> None:
    session(log, 0, zone="Pacific/Auckland")
    assert list(log.training_days()) == [date(2026, 11, 17)]


def test_a_stretch_is_read_from_its_first_day_on(log: Store) -> None:
    for days in (0, 1, 2):
        made = session(log, days)
        done(log, made, 1, reps=5 + days, lean_deg=45 - 5 * days)
    since = date(2026, 11, 17)
    assert [work.day.day for work in log.day_exercises(since)] == [17, 18]
    assert [p.reps for p in log.performances("nordic", since)] == [6, 7]
    assert [head.day.day for head in log.session_heads(since)] == [18, 17]
    assert log.latest_lean(since) == (35, date(2026, 11, 18))
    assert log.latest_lean(date(2026, 11, 19)) is None
    assert log.performances("nordic", date(2026, 11, 16)) == log.performances("nordic")


def test_minutes_are_from_begin_to_end(log: Store) -> None:
    session(log, 0)
    log.save_session(SessionLog("open", MONDAY + timedelta(days=1), "UTC", "w", "W"))
    assert [head.minutes for head in log.session_heads()] == [None, 20]


def test_the_worst_of_a_days_check_ins_and_the_sum_of_its_runs(log: Store) -> None:
    for number, (soreness, pain) in enumerate(((3, None), (5, 1))):
        at = MONDAY + timedelta(minutes=number)
        log.save_checkin(CheckIn(f"c{number}", at, "UTC", "calf", Side.BOTH, soreness, pain))
        log.save_run(Run(f"r{number}", at, "UTC", distance_km=5.0 + number))
    log.save_run(Run("unmeasured", MONDAY + timedelta(days=1), "UTC", duration_s=1800))
    assert log.body_days() == [BodyDay(MONDAY.date(), 5, 1)]
    assert log.run_days() == [RunDay(MONDAY.date(), 11.0, 2)]
    assert log.first_day() == MONDAY.date()
    assert log.body_days(date(2026, 11, 17)) == log.run_days(date(2026, 11, 17)) == []


def test_the_calendar_in_the_order_of_its_days(log: Store) -> None:
    assert log.first_day() is None
    with log._db.write() as write:
        for key, day, kind in (("b", "2026-11-20", "race"), ("a", "2026-11-18", "workout")):
            write.put(calendar_entries, {"id": key, "day": day, "kind": kind, "title": "T"})
    assert [entry.kind for entry in log.calendar()] == [EntryKind.WORKOUT, EntryKind.RACE]
    assert [entry.id for entry in log.calendar(date(2026, 11, 19))] == ["b"]


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


def test_volume_is_reps_times_load_over_all_tempos(log: Store) -> None:
    made = session(log, 0)
    done(log, made, 1, reps=5, load_kg=20.0)
    done(log, made, 2, reps=4, load_kg=22.5, tempo="3-0-1-0")
    done(log, made, 3, reps=9)
    [best] = log.performances("nordic")
    assert (best.volume_kg, best.load_kg) == (190, 22.5)


def test_exercises_by_how_often_with_their_newest_name(log: Store) -> None:
    made = session(log, 0)
    done(log, made, 1, exercise_id="rdl", exercise="RDL")
    for index, name in ((2, "Nordic"), (3, "Nordic curl")):
        done(log, made, index, exercise=name, completed_at=made.started_at + timedelta(minutes=index))
    assert log.trained_exercises() == [("nordic", "Nordic curl"), ("rdl", "RDL")]


def test_what_was_not_done_for_years_keeps_its_newest_name(log: Store) -> None:
    for days, name in ((0, "Nordics"), (1, "Nordic curl")):
        done(log, session(log, days), 1, exercise=name)
    done(log, session(log, 900), 1, exercise_id="rdl", exercise="RDL")
    assert log.trained_exercises() == [("nordic", "Nordic curl"), ("rdl", "RDL")]


def test_sets_that_hurt_or_have_a_note_are_told(log: Store) -> None:
    first = session(log, 0)
    done(log, first, 1, pain=0)
    done(log, first, 2, pain=4)
    done(log, first, 3, note="Slow.")
    done(log, first, 4, pain=6, status=SetStatus.SKIPPED)
    done(log, first, 5, pain=6, status=SetStatus.RUNNING)
    day = date(2026, 11, 16)
    told = log.telling_sets(day, day)
    assert [(on, one.set_index) for on, one in told] == [(day, 2), (day, 3), (day, 4)]
    assert log.telling_sets(day + timedelta(days=1), date.max) == []
    assert log.telling_sets(date.min, day - timedelta(days=1)) == []
