"""Whether sound goes out, judged by the stream's position alone.

A device whose server has died still calls itself running; its position stands still.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from trainer.audio.format import frames

FROZEN_S = 0.5
LATE_LOOK_S = 0.3
"""A look so long after the one before says that the whole machine stood still, and nothing of the device."""
OPENING_S = 3.0
"""A device may take longer to take its first frames (an idle PulseAudio null sink: 1.9 s)."""

PROOF = frames(0.1)
"""What a new device must have taken to count: the first block goes out before anything is heard."""
NEVER = 2**62
NO_HURRY_S = float("inf")


class Change(Enum):
    """What a look at the position brought to light."""

    LOST = "no_device"
    STILL_LOST = "still_no_device"
    """Another device has failed while none played."""
    BACK = "device_back"


@dataclass(slots=True)
class PositionWatch:
    """Fed with the time and the position, says when sound is lost and when it is back."""

    playing: bool | None = None
    _position: int = 0
    _proven_from: int = NEVER
    _patience_ends_s: float = NO_HURRY_S
    _looked_s: float = float("-inf")

    def opened(self, now_s: float, position: int) -> None:
        """A device has been opened without a complaint; it has to prove itself."""
        self._position = position
        self._proven_from = position + PROOF
        self._patience_ends_s = now_s + OPENING_S

    def failed(self) -> Change:
        """No device could be opened."""
        return self._lost()

    def released(self) -> None:
        """The device was let go on purpose: that it takes nothing is no loss."""
        self._patience_ends_s = NO_HURRY_S
        self._proven_from = NEVER

    def look(self, now_s: float, position: int) -> Change | None:
        """The change that this look shows, if any."""
        late = now_s - self._looked_s >= LATE_LOOK_S
        self._looked_s = now_s
        if late:
            self._patience_ends_s = max(self._patience_ends_s, now_s + FROZEN_S)
        if position > self._position:
            self._position = position
            proven = position >= self._proven_from
            self._patience_ends_s = (
                now_s + FROZEN_S if proven else max(self._patience_ends_s, now_s + FROZEN_S)
            )
        elif now_s > self._patience_ends_s:
            return self._lost()
        if self.playing is True or position < self._proven_from:
            return None
        self.playing = True
        return Change.BACK

    def _lost(self) -> Change:
        self._proven_from = NEVER
        self._patience_ends_s = NO_HURRY_S
        if self.playing is False:
            return Change.STILL_LOST
        self.playing = False
        return Change.LOST
