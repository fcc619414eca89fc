"""Stand-ins that are passed through constructors."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FakeClock:
    """A clock that stands still until it is told to go on."""

    def __init__(
        self, now: datetime = datetime(2026, 3, 4, 17, 30, tzinfo=UTC), zone: str = "Europe/Berlin"
    ) -> None:
        self._start = now
        self._awake_s = 0.0
        self._asleep_s = 0.0
        self._set_by_s = 0.0
        self.zone = zone

    def monotonic(self) -> float:
        return self._awake_s

    def awake_and_asleep(self) -> float:
        return self._awake_s + self._asleep_s

    def utc_now(self) -> datetime:
        passed = timedelta(seconds=self._awake_s + self._asleep_s + self._set_by_s)
        return (self._start + passed).replace(microsecond=0)

    def time_zone(self) -> str:
        return self.zone

    def advance(self, seconds: float) -> None:
        """Lets time pass while the computer is awake."""
        self._awake_s += seconds

    def sleep(self, seconds: float) -> None:
        """Lets time pass while the computer is suspended."""
        self._asleep_s += seconds

    def set_wall(self, by_s: float) -> None:
        """Sets the wall clock forward or back; no time passes."""
        self._set_by_s += by_s
