"""Small sound files, written by tests."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np

from trainer.audio.format import Samples


def tone(pitch_hz: float, duration_s: float, rate_hz: int) -> Samples:
    time_s = np.arange(round(duration_s * rate_hz)) / rate_hz
    return (0.4 * np.sin(2 * np.pi * pitch_hz * time_s)).astype(np.float32)


def write_wav(file: Path, samples: Samples, rate_hz: int, channels: int = 1) -> Path:
    """Samples of any number of channels, in order, as 16 bits."""
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(rate_hz)
        sound.writeframes(np.round(samples * 32767).astype("<i2").tobytes())
    return file
