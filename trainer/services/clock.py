"""The clocks of this computer."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_BOOT_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", None)


class SystemClock:
    """What `trainer.domain.clock.Clock` asks for, from the platform."""

    def monotonic(self) -> float:
        """Seconds from some start; stands still in sleep on Linux and macOS."""
        return time.monotonic()

    def awake_and_asleep(self) -> float:
        """Counts sleep too where there is a clock for it (Linux); elsewhere the same as `monotonic`.

        Where both are the same, a sleep shows as a gap between two looks at the clock.
        """
        if _BOOT_CLOCK is None:
            return time.monotonic()
        return time.clock_gettime(_BOOT_CLOCK)

    def utc_now(self) -> datetime:
        return datetime.now(UTC).replace(microsecond=0)

    def time_zone(self) -> str:
        """The IANA name of the zone that the computer is set to, UTC when it has none that is known here."""
        import tzlocal  # start-up saving: what only reads never asks for the zone

        try:
            name = tzlocal.get_localzone_name()
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):  # set to no zone, to an offset alone, or to nonsense
            return "UTC"
        return name
