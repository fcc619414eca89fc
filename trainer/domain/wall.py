"""The wall's clock where something happened, and the moment in UTC that it showed."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_of(name: str) -> ZoneInfo:
    """UTC where the zone is not known here, as for the day of a session."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def wall_time(at: datetime, time_zone: str) -> datetime:
    """What the clock on the wall showed at `at`, without a zone."""
    return at.astimezone(zone_of(time_zone)).replace(tzinfo=None)


def moment_of(shown: datetime, time_zone: str) -> datetime:
    """The moment in UTC when the wall's clock showed `shown`; the first of two where it was set back."""
    return shown.replace(tzinfo=zone_of(time_zone)).astimezone(UTC)
