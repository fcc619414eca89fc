"""Distance and time along a recorded track, for files that have no distance of their own."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_M = 6_371_008.8
"""The mean radius (IUGG 1980)."""

FASTEST_M_S = 12.5
"""Own rule: what would be faster than the fastest sprinters is a slip of the receiver, not a step."""


def haversine_m(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Metres along the great circle between two places in degrees (haversine formula, Sinnott 1984)."""
    half_up = radians(to_lat - lat) / 2
    half_across = radians(to_lon - lon) / 2
    chord = sin(half_up) ** 2 + cos(radians(lat)) * cos(radians(to_lat)) * sin(half_across) ** 2
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(chord)))


class Track:
    """Adds up metres from place to place and seconds from first to last, pauses left out (own rule).

    `length_m` and `timed_s` may be read at any time; `places` and `moments` count what they rest on.
    """

    def __init__(self) -> None:
        self.length_m = 0.0
        self.timed_s = 0.0
        self.places = 0
        self.moments = 0
        self._at: tuple[float, float, float | None] | None = None
        self._clock: float | None = None

    def place(self, lat: float, lon: float, at_s: float | None) -> None:
        """A place in degrees, at its time if known; what cannot be reached in time is passed over."""
        if self._at is not None:
            step_m = haversine_m(*self._at[:2], lat, lon)
            if _too_fast(step_m, self._at[2], at_s):
                return
            self.length_m += step_m
        self.places += 1
        self._at = (lat, lon, at_s)

    def moment(self, at_s: float) -> None:
        """A time; one that goes back is passed over."""
        if self._clock is not None:
            if at_s < self._clock:
                return
            self.timed_s += at_s - self._clock
        self.moments += 1
        self._clock = at_s

    def pause(self) -> None:
        """The next place and time are not joined to the last: the watch was stopped between."""
        self._at = None
        self._clock = None


def _too_fast(step_m: float, since_s: float | None, at_s: float | None) -> bool:
    if since_s is None or at_s is None:
        return False
    return step_m > FASTEST_M_S * max(at_s - since_s, 1.0)
