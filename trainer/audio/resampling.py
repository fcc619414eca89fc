"""Whole clips from one sampling rate to another, by their spectrum; for clips, not for streams."""

from __future__ import annotations

from math import gcd

import numpy as np
from numpy.typing import NDArray

from trainer.audio.format import Samples

_PADDING_S = 0.02
_TAPER = 0.05
"""The uppermost part of the band that fades out, so that a hard edge does not ring."""


def resampled(samples: Samples, rate_hz: int, to_hz: int) -> Samples:
    """A mono clip at another rate: the same wave up to the lower of the two half-rates.

    As long in seconds as before, to the sample. Raises ValueError for rates that are not positive.
    """
    if rate_hz <= 0 or to_hz <= 0:
        raise ValueError(f"not a sampling rate: {rate_hz} or {to_hz} Hz")
    if rate_hz == to_hz or not len(samples):
        return samples
    unit = rate_hz // gcd(rate_hz, to_hz)
    margin = unit * -(-round(_PADDING_S * rate_hz) // unit)
    # As many units as a power of two: many times as fast as a prime.
    whole = unit << ((len(samples) + 2 * margin) // unit).bit_length()
    padded = np.zeros(whole)
    padded[margin : margin + len(samples)] = samples
    size = whole * to_hz // rate_hz
    spectrum = _within(np.fft.rfft(padded), min(whole, size) // 2)
    wave = np.fft.irfft(_of_length(spectrum, size // 2 + 1), n=size) * (size / whole)
    begin = margin * to_hz // rate_hz
    return np.asarray(wave[begin : begin + round(len(samples) * to_hz / rate_hz)], dtype=np.float32)


def _within(spectrum: NDArray[np.complex128], half: int) -> NDArray[np.complex128]:
    """Fades the top of the band out along half a cosine; nothing is left at `half` and above."""
    begin = round(half * (1 - _TAPER))
    fade = 0.5 + 0.5 * np.cos(np.pi * np.arange(half - begin) / (half - begin))
    kept = spectrum[:half].copy()
    kept[begin:] *= fade
    return kept


def _of_length(spectrum: NDArray[np.complex128], count: int) -> NDArray[np.complex128]:
    padding = np.zeros(max(count - len(spectrum), 0), dtype=np.complex128)
    return np.concatenate((spectrum, padding))[:count]
