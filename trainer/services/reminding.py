"""Reminders of today's workout: what the log and the settings say, put before the rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from trainer.domain.calendar import CalendarEntry
from trainer.domain.clock import Clock
from trainer.domain.complaint import Complaint
from trainer.domain.reminder import DayAhead, Reminder, Wishes, day_ahead, is_time, reminder
from trainer.domain.session import SessionLog
from trainer.settings import (
    QUIET_FROM,
    QUIET_UNTIL,
    REMIND_AT,
    REMINDED_ON,
    REMINDERS,
    TRAINING_DAYS,
    Settings,
)


class ReminderLog(Protocol):
    """What is read of the store."""

    def calendar(self, since: date = ...) -> list[CalendarEntry]: ...
    def sessions(self, *, since: datetime | None = ...) -> Sequence[SessionLog]: ...


class Reminders:
    """Says whether a reminder is due; the log is read at its time alone."""

    def __init__(
        self,
        log: ReminderLog,
        clock: Clock,
        settings: Settings,
        open_complaints: Callable[[], Sequence[Complaint]],
    ) -> None:
        self._log, self._clock, self._settings = log, clock, settings
        self._open_complaints = open_complaints

    def due(self) -> Reminder | None:
        """The reminder to give now. Raises StoreError."""
        now, wishes = self._now(), wishes_in(self._settings)
        if not is_time(now, wishes):
            return None
        return reminder(now, wishes, self._day(now), self._reminded_on())

    def given(self) -> None:
        """Remembers that today's was given. Raises SettingsError; it holds until the end all the same."""
        self._settings.set(REMINDED_ON, self._now().date().isoformat())

    def _now(self) -> datetime:
        return self._clock.utc_now().astimezone(ZoneInfo(self._clock.time_zone()))

    def _day(self, now: datetime) -> DayAhead:
        midnight = datetime.combine(now.date(), time(), now.tzinfo)
        stopped = any(complaint.page is not None for complaint in self._open_complaints())
        trained = bool(self._log.sessions(since=midnight))
        return day_ahead(self._log.calendar(now.date()), now.date(), trained=trained, stopped=stopped)

    def _reminded_on(self) -> date | None:
        try:
            return date.fromisoformat(self._settings.get(REMINDED_ON))
        except ValueError:
            return None


def wishes_in(settings: Settings) -> Wishes:
    """What the settings say about reminders."""
    return Wishes(
        on=settings.get(REMINDERS),
        at=time.fromisoformat(settings.get(REMIND_AT)),
        quiet_from=time.fromisoformat(settings.get(QUIET_FROM)),
        quiet_until=time.fromisoformat(settings.get(QUIET_UNTIL)),
        training_days=frozenset(int(day) for day in settings.get(TRAINING_DAYS) if day.isdigit()),
    )
