from __future__ import annotations

from datetime import UTC, date, datetime

from tests.fakes import FakeClock
from trainer.domain.session import SetLog
from trainer.domain.stats import DayWork, Performance, SessionHead
from trainer.services.history import History, TrainedExercise


class FixedLog:
    """A log that says what it is given."""

    def __init__(self, *days: DayWork) -> None:
        self._days = list(days)

    def day_work(self) -> list[DayWork]:
        return self._days

    def trained_exercises(self) -> list[tuple[str, str]]:
        return [("nordic", "Nordic")]

    def performances(self, exercise_id: str) -> list[Performance]:
        return []

    def session_heads(self) -> list[SessionHead]:
        return []

    def sets_of(self, session_id: str) -> list[SetLog]:
        return []


def test_today_is_the_local_day() -> None:
    late = FakeClock(datetime(2026, 3, 4, 23, 30, tzinfo=UTC), "Europe/Berlin")
    assert History(FixedLog(), late).today() == date(2026, 3, 5)


def test_overview_counts_the_last_28_days_and_the_weeks() -> None:
    days = [DayWork(date(2026, month, day), 1, 6, 60.0) for month, day in ((2, 4), (2, 5), (2, 24), (3, 3))]
    overview = History(FixedLog(*days), FakeClock()).overview()
    assert (overview.sessions, overview.recent_sessions, overview.weeks_in_a_row) == (4, 3, 2)
    assert overview.tension_s == 240
    assert [week.sets for week in overview.weeks] == [12, 0, 0, 6, 6]
    assert not overview.empty


def test_an_empty_log_is_said_to_be_empty() -> None:
    overview = History(FixedLog(), FakeClock()).overview()
    assert overview.empty
    assert overview.weeks == ()


def test_exercises_have_names() -> None:
    assert History(FixedLog(), FakeClock()).exercises() == [TrainedExercise("nordic", "Nordic")]
