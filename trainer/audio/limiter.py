"""Keeps a mix under a ceiling, without a click and without depending on how the stream is cut into blocks."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from trainer.audio.format import Samples, frames, silence

CEILING = 10 ** (-2.0 / 20)
"""Highest sample. Between samples a wave below 4 kHz rises above it by under 0.3 dB: −1 dBTP is kept."""

LOOK_AHEAD = frames(0.003)


class Limiter:
    """A look-ahead limiter; what goes in comes out `LOOK_AHEAD` frames later.

    The gain each frame needs is held at its lowest for the look-ahead and then averaged over it. It is a
    mean of values none of which is above what the frame needs, so no frame leaves over the ceiling.
    """

    def __init__(self) -> None:
        self._past = silence(2 * LOOK_AHEAD)

    def process(self, block: Samples) -> Samples:
        """As many frames out as in: those put in `LOOK_AHEAD` frames ago, none above the ceiling."""
        known = np.concatenate((self._past, block))
        self._past = known[len(block) :].copy()
        delayed = known[LOOK_AHEAD : LOOK_AHEAD + len(block)]
        peaks = np.max(np.abs(known), axis=1)
        if float(np.max(peaks, initial=0.0)) <= CEILING:
            return delayed.copy()
        return np.asarray(delayed * _gains(peaks)[:, np.newaxis], dtype=np.float32)


def _gains(peaks: Samples) -> Samples:
    needed = np.minimum(1.0, CEILING / np.maximum(peaks, CEILING))
    lowest = sliding_window_view(needed, LOOK_AHEAD + 1).min(axis=1)
    return np.asarray(sliding_window_view(lowest, LOOK_AHEAD + 1).mean(axis=1))
