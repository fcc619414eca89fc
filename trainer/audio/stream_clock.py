"""Which stream position is heard at which moment, from when the device asks for frames."""

from __future__ import annotations

from collections import deque

from trainer.audio.format import RATE_HZ

TRUSTED_FROM = 5
"""Requests seen before their clock is believed."""
RECENT_S = 0.25
GLITCH_S = 0.008
"""What the last quarter of a second must show to be a gap that was heard, and no jitter."""
LONG_S = 2.0
DRIFT_S = 0.001
"""What two seconds must show to be followed: small gaps, or drift between the two clocks, added up."""


class StreamClock:
    """Holds one offset between the machine's clock and the stream, until it is certainly wrong.

    A request can come late (a busy machine) but never early, so the earliest of the last requests
    tells the offset. Held fast, it keeps cues sample-exact to each other; once the stream has
    slipped, the next cue follows the new offset.
    """

    def __init__(self) -> None:
        self._seen: deque[tuple[float, float]] = deque()
        self._offset_s: float | None = None
        self._trusted = False

    def observe(self, now_s: float, position: int) -> float:
        """Notes that frame `position` was asked for now; tells the seconds the stream slipped, or 0."""
        self._seen.append((now_s, now_s - position / RATE_HZ))
        while len(self._seen) > TRUSTED_FROM and self._seen[0][0] < now_s - LONG_S:
            self._seen.popleft()
        if self._offset_s is None or not self._trusted:
            self._begin(now_s)
            return 0.0
        slipped_s = self._slip(now_s, self._offset_s)
        self._offset_s += slipped_s
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

    def _slip(self, now_s: float, held_s: float) -> float:
        recent = [seen for seen in self._seen if seen[0] >= now_s - RECENT_S]
        if len(recent) < TRUSTED_FROM:
            return 0.0
        slipped_s = min(offset_s for _, offset_s in recent) - held_s
        if abs(slipped_s) >= GLITCH_S:
            self._seen = deque(recent)  # those before the gap would say that it never was
            return slipped_s
        slipped_s = min(offset_s for _, offset_s in self._seen) - held_s
        long_enough = now_s - self._seen[0][0] >= LONG_S / 2
        return slipped_s if long_enough and abs(slipped_s) >= DRIFT_S else 0.0

    def _begin(self, now_s: float) -> None:
        """Goes by the last few requests alone: the first block may be taken long before the next."""
        while len(self._seen) > TRUSTED_FROM:
            self._seen.popleft()
        self._offset_s = min(offset_s for _, offset_s in self._seen)
        self._trusted = len(self._seen) == TRUSTED_FROM and now_s - self._seen[0][0] <= 2 * RECENT_S
