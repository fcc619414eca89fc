"""Streams as a device would hear them, for tests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from trainer.audio.format import Samples
from trainer.audio.limiter import LOOK_AHEAD
from trainer.audio.mixer import Mixer


def stream_of(clips: Sequence[tuple[int, Samples]]) -> Samples:
    """Clips at their positions, to the end of the last one."""
    mixer = Mixer()
    for position, samples in clips:
        mixer.add(position, samples)
    end = max(position + len(samples) for position, samples in clips)
    return mixer.read(end + LOOK_AHEAD)


def read_in(mixer: Mixer, sizes: Sequence[int]) -> Samples:
    """The stream, read in blocks of these sizes."""
    return np.concatenate([mixer.read(size) for size in sizes])
