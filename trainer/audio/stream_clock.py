"""Which stream position is heard at which moment, from when the device asks for frames."""

from __future__ import annotations

from collections import deque

from trainer.audio.format import RATE_HZ

WINDOW_S = 0.25
TRUSTED_FROM = 5
"""Requests seen before their clock is believed."""
GLITCH_S = 0.008
"""A shift of the stream against the clock that is no jitter: a gap, or drift that has added up."""


class StreamClock:
    """Holds one offset between the machine's clock and the stream, until it is certainly wrong.

    A request can come late (a busy machine) but never early, so the earliest of the last requests
    tells the offset. Held fast, it keeps cues sample-exact to each other; moved by `GLITCH_S` or
    more, the stream has slipped, and the next cue follows the new offset.
    """

    def __init__(self) -> None:
        self._seen: deque[tuple[float, float]] = deque()
        self._offset_s: float | None = None
        self._trusted = False

    def observe(self, now_s: float, position: int) -> float:
        """Notes that frame `position` was asked for now; tells how far the stream slipped in seconds, or 0."""
        self._seen.append((now_s, now_s - position / RATE_HZ))
        while len(self._seen) > TRUSTED_FROM and self._seen[0][0] < now_s - WINDOW_S:
            self._seen.popleft()
        earliest = min(offset for _, offset in self._seen)
        if not self._trusted or self._offset_s is None:
            self._offset_s = earliest
            self._trusted = self._steady(now_s)
            return 0.0
        slipped_s = earliest - self._offset_s
        if abs(slipped_s) < GLITCH_S or not self._steady(now_s):
            return 0.0
        self._offset_s = earliest
        return slipped_s

    def reset(self) -> None:
        """Forgets everything: another device, another offset."""
        self._seen.clear()
        self._offset_s = None
        self._trusted = False

    def position_at(self, moment_s: float) -> int:
        """The stream position that belongs to a moment of the machine's clock."""
        if self._offset_s is None:
            msg = "no request seen yet"
            raise ValueError(msg)
        return round((moment_s - self._offset_s) * RATE_HZ)

    def _steady(self, now_s: float) -> bool:
        """Whether the requests at hand lie close enough together in time to be compared."""
        return len(self._seen) >= TRUSTED_FROM and now_s - self._seen[0][0] <= 2 * WINDOW_S
