"""The one shape of sound here: 48 kHz, two channels, 32-bit float; a frame is one sample of each channel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 48_000
CHANNELS = 2

Samples = NDArray[np.float32]
"""Either mono, shape (n,), or stereo, shape (n, 2)."""


def frames(duration_s: float) -> int:
    """How many frames a duration takes, to the nearest."""
    return round(duration_s * RATE_HZ)


def as_stereo(samples: Samples) -> Samples:
    """Mono on both channels; stereo as it is."""
    if samples.ndim == 1:
        return np.repeat(samples[:, np.newaxis], CHANNELS, axis=1)
    return samples


def silence(count: int) -> Samples:
    """`count` silent stereo frames."""
    return np.zeros((count, CHANNELS), dtype=np.float32)
