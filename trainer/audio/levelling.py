"""Spoken clips as the stream wants them: no silence before or after, and as loud as every other clip."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from trainer.audio.format import Samples, as_stereo, frames
from trainer.audio.limiter import LOOK_AHEAD, Limiter
from trainer.audio.loudness import TARGET_LUFS, momentary_max_lufs

_WINDOW = frames(0.005)
_FRONT_DB, _BACK_DB = -40.0, -46.0
"""Taken as silent is what is so far below the loudest 5 ms: an f begins softly, a word dies away softer."""
_LEAD, _TAIL = frames(0.006), frames(0.025)
_FADE_IN, _FADE_OUT = frames(0.004), frames(0.020)
_ROUNDS = 6
_CLOSE_LU = 0.05


def trimmed(samples: Samples) -> Samples:
    """A mono clip from 6 ms before its first sound to 25 ms after its last, faded; empty for a silent one."""
    if len(samples) < _WINDOW:
        return samples[:0]
    loudness = np.sqrt(sliding_window_view(samples.astype(np.float64) ** 2, _WINDOW).mean(axis=1))
    loudest = float(loudness.max())
    if loudest <= 0:
        return samples[:0]
    front = np.flatnonzero(loudness >= loudest * 10 ** (_FRONT_DB / 20))[0]
    back = np.flatnonzero(loudness >= loudest * 10 ** (_BACK_DB / 20))[-1]
    # The window that first tells of sound has it at its end, the last one at its beginning.
    begin = max(int(front) + _WINDOW - _LEAD, 0)
    kept = samples[begin : int(back) + _TAIL].copy()
    return _faded(kept)


def levelled(samples: Samples) -> Samples:
    """A clip at `TARGET_LUFS`, as its momentary maximum, no sample above the limiter's ceiling.

    What stands out is pressed down and the rest raised, until both hold; a silent clip is left as it is.
    """
    if not np.any(samples):
        return samples
    wave = samples
    for _ in range(_ROUNDS):
        gain_db = TARGET_LUFS - momentary_max_lufs(wave)
        if abs(gain_db) < _CLOSE_LU:
            break
        wave = _limited(wave * np.float32(10 ** (gain_db / 20)))
    return wave


def _limited(wave: Samples) -> Samples:
    through = np.concatenate((as_stereo(wave), np.zeros((LOOK_AHEAD, 2), dtype=np.float32)))
    return Limiter().process(through)[LOOK_AHEAD:, 0]


def _faded(wave: Samples) -> Samples:
    rise, fall = (min(count, len(wave) // 2) for count in (_FADE_IN, _FADE_OUT))
    wave[:rise] *= np.linspace(0.0, 1.0, rise, dtype=np.float32)
    wave[len(wave) - fall :] *= np.linspace(1.0, 0.0, fall, dtype=np.float32)
    return wave
