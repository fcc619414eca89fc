"""Time as the program sees it: a seam, so that tests can pass their own."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Three clocks: one that stops in sleep, one that does not, and the wall's."""

    def monotonic(self) -> float:
        """Seconds from some start; never goes back."""

    def awake_and_asleep(self) -> float:
        """Like `monotonic`, but counts suspended time as well where the platform can tell."""

    def utc_now(self) -> datetime:
        """The wall clock, in UTC, to the second."""

    def time_zone(self) -> str:
        """The IANA name of the zone that the user is in."""
