"""Writes what goes to the device into a WAV file as well, for tests and for finding faults."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np

from trainer.audio.format import CHANNELS, RATE_HZ, Samples
from trainer.audio.output import Output, Render

_FULL_SCALE = 32767


class RecordingOutput:
    """Another output with a tape running; 16-bit."""

    def __init__(self, output: Output, path: Path) -> None:
        self._output = output
        self.latency_s = output.latency_s
        self._file = wave.open(str(path), "wb")  # noqa: SIM115
        self._file.setnchannels(CHANNELS)
        self._file.setsampwidth(2)
        self._file.setframerate(RATE_HZ)

    def open(self, render: Render) -> str:
        """As the output beneath."""

        def taped(count: int) -> Samples:
            block = render(count)
            self._file.writeframesraw(np.rint(block * _FULL_SCALE).astype("<i2").tobytes())
            return block

        return self._output.open(taped)

    def close(self) -> None:
        """As the output beneath."""
        self._output.close()

    def finish(self) -> None:
        """Completes the file."""
        self._file.close()
