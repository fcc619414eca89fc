"""History: what the log says, ready for the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from trainer.domain.clock import Clock
from trainer.domain.session import SetLog, local_date
from trainer.domain.stats import DayWork, Performance, SessionHead, WeekWork, by_week, weeks_in_a_row

RECENT_DAYS = 28


class Log(Protocol):
    """What is read of the store."""

    def day_work(self) -> list[DayWork]: ...
    def trained_exercises(self) -> list[tuple[str, str]]: ...
    def performances(self, exercise_id: str) -> list[Performance]: ...
    def session_heads(self) -> list[SessionHead]: ...
    def sets_of(self, session_id: str) -> list[SetLog]: ...


@dataclass(frozen=True, slots=True)
class Overview:
    """The days and weeks up to `today`, and what the four figures on top say."""

    today: date
    days: tuple[DayWork, ...]
    weeks: tuple[WeekWork, ...]
    weeks_in_a_row: int
    recent_sessions: int
    sessions: int
    tension_s: float

    @property
    def empty(self) -> bool:
        return not self.days


@dataclass(frozen=True, slots=True)
class TrainedExercise:
    """An exercise that has a set in the log, with its newest name."""

    id: str
    name: str


class History:
    """Reads only; every method may be called on any thread."""

    def __init__(self, log: Log, clock: Clock) -> None:
        self._log = log
        self._clock = clock

    def today(self) -> date:
        """The local day that it is."""
        return local_date(self._clock.utc_now(), self._clock.time_zone())

    def overview(self) -> Overview:
        """Days, weeks and their sums."""
        today = self.today()
        days = self._log.day_work()
        since = today - timedelta(days=RECENT_DAYS - 1)
        return Overview(
            today=today,
            days=tuple(days),
            weeks=tuple(by_week(days, today)),
            weeks_in_a_row=weeks_in_a_row((work.day for work in days), today),
            recent_sessions=sum(work.sessions for work in days if work.day >= since),
            sessions=sum(work.sessions for work in days),
            tension_s=sum(work.tension_s for work in days),
        )

    def exercises(self) -> list[TrainedExercise]:
        """The exercises that have a set, the one done most often first."""
        return [TrainedExercise(*pair) for pair in self._log.trained_exercises()]

    def performances(self, exercise_id: str) -> list[Performance]:
        """The best of each session and side of one exercise, oldest first."""
        return self._log.performances(exercise_id)

    def sessions(self) -> list[SessionHead]:
        """All sessions, newest first."""
        return self._log.session_heads()

    def sets_of(self, session_id: str) -> list[SetLog]:
        """The sets of one session in order."""
        return self._log.sets_of(session_id)
