from __future__ import annotations

from datetime import UTC, datetime


class StoppedClock:
    """A clock that stands still in the afternoon of a day in 2026."""

    def monotonic(self) -> float:
        return 0.0

    def awake_and_asleep(self) -> float:
        return 0.0

    def utc_now(self) -> datetime:
        return datetime(2026, 6, 1, 15, 0, tzinfo=UTC)

    def time_zone(self) -> str:
        return "Europe/Berlin"
