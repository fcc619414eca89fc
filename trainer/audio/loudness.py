"""Loudness and true peak after ITU-R BS.1770-5, at 48 kHz; for whole clips, not for streams."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.audio.format import Samples, as_stereo, frames

TARGET_LUFS = -16.0
"""The loudness of every clip, spoken or not, as its momentary maximum (product rule)."""

MOMENTARY_S = 0.4
OVERSAMPLING = 4

# BS.1770-5, tables 1 and 2: the head's shelf, then the high-pass; coefficients for 48 kHz.
_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
_OFFSET_LU = -0.691
_SETTLE_S = 1.0  # the high-pass has died away by 300 dB when the circular transform comes round

_SILENCE_DB = -200.0


def momentary_max_lufs(samples: Samples) -> float:
    """The loudest 0.4 s of a clip played into silence, in LUFS; mono counts as played on both channels."""
    weighted = _k_weighted(as_stereo(samples).astype(np.float64))
    energy = np.sum(weighted**2, axis=1)
    window = frames(MOMENTARY_S)
    padded = np.concatenate((np.zeros(window), energy, np.zeros(window)))
    sums = np.cumsum(padded)
    loudest = float(np.max(sums[window:] - sums[:-window])) / window
    return _OFFSET_LU + decibels(loudest) if loudest > 0 else _SILENCE_DB


def true_peak_dbtp(samples: Samples) -> float:
    """The highest peak between and on the samples, by exact fourfold oversampling, in dBTP."""
    stereo = as_stereo(samples).astype(np.float64)
    padding = np.zeros((frames(0.01), stereo.shape[1]))
    padded = np.concatenate((padding, stereo, padding))
    spectrum = np.fft.rfft(padded, axis=0)
    finer = np.fft.irfft(spectrum, n=len(padded) * OVERSAMPLING, axis=0) * OVERSAMPLING
    peak = float(np.max(np.abs(finer), initial=0.0))
    return 2 * decibels(peak) if peak > 0 else _SILENCE_DB


def decibels(power: float) -> float:
    """Ten times the decimal logarithm; give it twice for an amplitude."""
    return 10.0 * float(np.log10(power))


def _k_weighted(stereo: NDArray[np.float64]) -> NDArray[np.float64]:
    # A power of two: many times as fast as a prime.
    size = 1 << (len(stereo) + frames(_SETTLE_S)).bit_length()
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    response = _response(_SHELF, z) * _response(_HIGH_PASS, z)
    spectrum = np.fft.rfft(stereo, n=size, axis=0)
    return np.asarray(np.fft.irfft(spectrum * response[:, np.newaxis], n=size, axis=0))


def _response(
    biquad: tuple[tuple[float, float, float], tuple[float, float, float]], z: NDArray[np.complex128]
) -> NDArray[np.complex128]:
    (b0, b1, b2), (a0, a1, a2) = biquad
    return np.asarray((b0 + b1 * z + b2 * z * z) / (a0 + a1 * z + a2 * z * z))
