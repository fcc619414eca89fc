"""The clocks of this computer."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from trainer.domain.clock import Clock

# macOS: its CLOCK_MONOTONIC goes on in sleep, while `time.monotonic` stands still (man clock_gettime).
_BOOT_CLOCK: int | None = getattr(
    time, "CLOCK_MONOTONIC" if sys.platform == "darwin" else "CLOCK_BOOTTIME", None
)


class SystemClock:
    """What `trainer.domain.clock.Clock` asks for, from the platform."""

    def monotonic(self) -> float:
        """Seconds from some start; stands still in sleep on Linux and macOS."""
        return time.monotonic()

    def awake_and_asleep(self) -> float:
        """Counts sleep too where there is a clock for it (Linux, macOS); elsewhere the same as `monotonic`.

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


class SteadyClock:
    """A clock whose wall was looked at once, and goes on from there however the computer's is set meanwhile.

    So the times of one session stay in their order, and as far apart as they were.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began_utc = clock.utc_now()
        self._began_s = clock.awake_and_asleep()

    def monotonic(self) -> float:
        return self._clock.monotonic()

    def awake_and_asleep(self) -> float:
        return self._clock.awake_and_asleep()

    def utc_now(self) -> datetime:
        passed = timedelta(seconds=self._clock.awake_and_asleep() - self._began_s)
        return (self._began_utc + passed).replace(microsecond=0)

    def time_zone(self) -> str:
        return self._clock.time_zone()
