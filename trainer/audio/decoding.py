"""Clips from files: Vorbis, FLAC and WAV, of any sampling rate, as mono samples at the stream's rate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import miniaudio
import numpy as np

from trainer.audio.format import RATE_HZ, Samples
from trainer.audio.resampling import resampled
from trainer.errors import AudioError

MAX_BYTES = 4_000_000
"""No clip is as large: what is larger is not read."""

_READERS: dict[str, Callable[[bytes], miniaudio.DecodedSoundFile]] = {
    ".ogg": miniaudio.vorbis_read,
    ".flac": miniaudio.flac_read_s16,
    ".wav": miniaudio.wav_read_s16,
}
_FULL_SCALE = np.float32(32_768)


def decoded(file: Path) -> Samples:
    """A file's sound, its channels averaged. Raises AudioError when there is none to be had."""
    try:
        reader = _READERS[file.suffix.lower()]
        if file.stat().st_size > MAX_BYTES:
            raise AudioError(f"{file.name} is too large for a clip.")
        sound = reader(file.read_bytes())
    except (KeyError, OSError, miniaudio.MiniaudioError) as error:
        raise AudioError(f"{file.name} cannot be played: {error}") from error
    channels = np.frombuffer(sound.samples, dtype=np.int16).reshape(-1, sound.nchannels)
    if not len(channels):
        raise AudioError(f"{file.name} holds no sound.")
    return resampled(channels.mean(axis=1, dtype=np.float32) / _FULL_SCALE, sound.sample_rate, RATE_HZ)
