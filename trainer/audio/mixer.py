"""Clips at sample positions, mixed into one endless stream. Pure: no clock, no device, no thread."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.audio.format import Samples, as_stereo, frames, silence
from trainer.audio.limiter import LOOK_AHEAD, Limiter

FADE = frames(0.005)
VOLUME_RAMP = frames(0.005)


@dataclass(slots=True)
class _Voice:
    starts: int
    samples: Samples
    fades_from: int | None = None

    @property
    def ends(self) -> int:
        end = self.starts + len(self.samples)
        return end if self.fades_from is None else min(end, self.fades_from + FADE)


@dataclass(frozen=True, slots=True)
class _Ramp:
    """A volume that moves in a straight line from one position on."""

    starts: int
    before: float
    after: float

    def at(self, position: float) -> float:
        done = min(max((position - self.starts) / VOLUME_RAMP, 0.0), 1.0)
        return self.before + (self.after - self.before) * done

    def over(self, position: int, count: int) -> Samples:
        done = np.clip((np.arange(position, position + count) - self.starts) / VOLUME_RAMP, 0.0, 1.0)
        return np.asarray(self.before + (self.after - self.before) * done, dtype=np.float32)

    def settled_at(self, position: int) -> bool:
        return position >= self.starts + VOLUME_RAMP


class Mixer:
    """Whatever the sizes of the blocks that are read, the same stream comes out.

    Positions count the frames read so far. A clip added at position p begins with the frame that is read
    as p + `LOOK_AHEAD`: the delay of the limiter, the same for all.
    """

    def __init__(self, volume: float = 1.0) -> None:
        self._position = 0
        self._voices: list[_Voice] = []
        self._ramp = _Ramp(-VOLUME_RAMP, volume, volume)
        self._limiter = Limiter()

    @property
    def position(self) -> int:
        """The position of the next frame to be read."""
        return self._position

    @property
    def sounding(self) -> bool:
        """Whether a clip has been added that is not yet over."""
        return bool(self._voices)

    def add(self, position: int, samples: Samples) -> None:
        """Plays a clip from a position on; from now, as a whole, when that has passed."""
        self._voices.append(_Voice(max(position, self._position), as_stereo(samples)))

    def flush(self) -> None:
        """Forgets clips that have not begun, and fades those that have, within `FADE` frames."""
        self._voices = [voice for voice in self._voices if voice.starts < self._position]
        for voice in self._voices:
            if voice.fades_from is None:
                voice.fades_from = self._position

    def clear(self) -> None:
        """Forgets every clip at once, what has begun too: for a stream that goes to another ear."""
        self._voices.clear()
        self._limiter = Limiter()

    def set_volume(self, volume: float) -> None:
        """0 to 1, reached smoothly within `VOLUME_RAMP` frames."""
        self._ramp = _Ramp(self._position, self._ramp.at(self._position), volume)

    def read(self, count: int) -> Samples:
        """The next `count` stereo frames."""
        block = silence(count)
        for voice in self._voices:
            _mix(block, voice, self._position)
        if not self._ramp.settled_at(self._position):
            block *= self._ramp.over(self._position, count)[:, np.newaxis]
        elif self._ramp.after != 1.0:
            block *= np.float32(self._ramp.after)
        self._position += count
        self._voices = [voice for voice in self._voices if voice.ends > self._position]
        return self._limiter.process(block)


def _mix(block: Samples, voice: _Voice, position: int) -> None:
    begin = max(voice.starts, position)
    end = min(voice.ends, position + len(block))
    if begin >= end:
        return
    part = voice.samples[begin - voice.starts : end - voice.starts]
    if voice.fades_from is not None:
        left = 1.0 - (np.arange(begin, end) - voice.fades_from) / FADE
        part = part * left.astype(np.float32)[:, np.newaxis]
    block[begin - position : end - position] += part


__all__ = ["FADE", "LOOK_AHEAD", "VOLUME_RAMP", "Mixer"]
