from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.samples import BEGIN, WORKOUT, HandClock, wall
from trainer.domain.session import SetStatus
from trainer.paths import paths_for
from trainer.services.editing import Editing, SessionEntry
from trainer.services.past_session import PastSessions, planned_minutes
from trainer.store import Store

BEGUN = wall(2026, 2, 27, 7, 0)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(paths_for(tmp_path), clock=HandClock())
    yield store
    store.close()


def test_a_past_session_has_each_set_as_it_was_asked_for(log: Store) -> None:
    past = PastSessions(log, HandClock())
    done = past.add(WORKOUT, SessionEntry(BEGUN, 30, 6.5, " outdoors "), "Log session")
    assert log.session(done.id) == done
    assert done.started_at == datetime(2026, 2, 27, 6, 0, tzinfo=UTC)
    assert done.ended_at == done.started_at + timedelta(minutes=30)
    assert (done.session_rpe, done.note, done.workout_id) == (6.5, "outdoors", WORKOUT.id)
    rows = log.sets_of(done.id)
    assert [(row.set_index, row.side.value) for row in rows] == [
        (1, "both"),
        (2, "both"),
        (3, "left"),
        (3, "right"),
    ]
    assert {row.status for row in rows} == {SetStatus.DONE}
    assert [(row.reps, row.hold_s, row.load_kg) for row in rows] == [
        (5, None, None),
        (5, None, None),
        (None, 20.5, 7.25),
        (None, 20.5, 7.25),
    ]
    assert (rows[0].tempo, rows[2].group, rows[2].warm_up) == ("5-0-0-4", "A", True)
    assert len({row.set_id for row in rows}) == 3


def test_its_sets_lie_in_order_within_it(log: Store) -> None:
    done = PastSessions(log, HandClock()).add(WORKOUT, SessionEntry(BEGUN, 30), "Log session")
    times = [row.completed_at for row in log.sets_of(done.id) if row.completed_at is not None]
    assert times == sorted(times)
    assert len(times) == 4
    assert done.started_at < times[0]
    assert times[-1] == done.ended_at


def test_it_goes_in_one_step_and_comes_back(log: Store) -> None:
    done = PastSessions(log, HandClock()).add(WORKOUT, SessionEntry(BEGUN, 30), "Log session")
    rows = log.sets_of(done.id)
    assert log.undo() == "Log session"
    assert (log.sessions(), log.set_count()) == ([], 0)
    log.redo()
    assert log.sets_of(done.id) == rows
    assert Editing(log, HandClock()).detail(done.id).editable


def test_the_time_that_is_proposed_is_this_minute(log: Store) -> None:
    clock = HandClock(BEGIN + timedelta(seconds=34))
    assert PastSessions(log, clock).now() == wall(2026, 3, 1, 18, 30)
    assert planned_minutes(WORKOUT) == 7
