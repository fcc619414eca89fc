"""Where the stream goes: a sound device through miniaudio, or nowhere in real time."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Generator
from typing import Protocol

import miniaudio
from _miniaudio import ffi, lib

from trainer.audio.format import CHANNELS, RATE_HZ, Samples
from trainer.errors import AudioError

PERIOD_MS = 10
PERIODS = 3
PULSE_LATENCY_MS = 40
"""What is on its way to the ear: more rides out a busier machine, less is sooner silent at a pause.

WORKAROUND miniaudio 1.71 asks PulseAudio for one period as the whole latency, however many are given.
PulseAudio's own library takes the latency from its environment instead. Figures: docs/decisions/0010.
"""

Render = Callable[[int], Samples]


class Output(Protocol):
    """Asks for frames, on a thread of its own, at the pace at which they are heard."""

    latency_s: float
    """From the moment frames are asked for until they are heard, as far as it is known."""

    def open(self, render: Render) -> str:
        """Starts on the default device, names its system; AudioError if there is none. May take long."""

    def close(self) -> None:
        """Stops asking and lets the device go. May take long."""


class _Device(miniaudio.PlaybackDevice):  # type: ignore[misc]
    """WORKAROUND miniaudio 1.71 never frees a context: each attempt would leave a connection behind."""

    _context: object = None

    def __init__(self, **options: object) -> None:
        try:
            super().__init__(**options)
        except miniaudio.MiniaudioError:
            self.close()  # it refers to itself, so its finalizer would come late or never
            raise

    def _make_context(self, *how: object) -> object:
        """WORKAROUND miniaudio 1.71 leaves a connection behind when PulseAudio has nothing to play on."""
        self._context = context = super()._make_context(*how)
        count = ffi.new("ma_uint32*")
        if context.backend == lib.ma_backend_pulseaudio:
            result = lib.ma_context_get_devices(context, ffi.NULL, count, ffi.NULL, ffi.NULL)
            if result != lib.MA_SUCCESS or not count[0]:
                raise miniaudio.MiniaudioError("nothing to play on", result)
        return context

    def close(self) -> None:
        super().close()
        context, self._context = self._context, None
        if context is not None:
            lib.ma_context_uninit(context)


class DeviceOutput:
    """The default device of the first sound system that answers; never miniaudio's own silent one."""

    latency_s = PERIOD_MS * PERIODS / 1000

    def __init__(self, backends: list[miniaudio.Backend] | None = None) -> None:
        os.environ.setdefault("PULSE_LATENCY_MSEC", str(PULSE_LATENCY_MS))
        silent = {miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM}
        found = sorted(miniaudio.get_enabled_backends() - silent, key=lambda backend: backend.value)
        self._backends = backends or found
        self._device: _Device | None = None

    def open(self, render: Render) -> str:
        frames_source = _frames(render)
        next(frames_source)
        try:
            self._device = _Device(
                output_format=miniaudio.SampleFormat.FLOAT32,
                nchannels=CHANNELS,
                sample_rate=RATE_HZ,
                buffersize_msec=PERIOD_MS,
                callback_periods=PERIODS,
                backends=self._backends,
                app_name="Stride Trainer",
            )
            self._device.start(frames_source)
        except miniaudio.MiniaudioError as error:
            self.close()
            raise AudioError(
                f"No sound device can be opened ({error.args[0]}); connect one to hear the cues."
            ) from error
        return str(self._device.backend)

    def close(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()


def _frames(render: Render) -> Generator[object, int, None]:
    """Miniaudio's shape of a callback: it sends a count and takes a buffer."""
    block: object = b""
    while True:
        count = yield block
        block = render(count)


class NullOutput:
    """Asks in real time and throws away: for tests, and for machines that shall stay silent."""

    latency_s = 0.0
    _BLOCK = RATE_HZ * PERIOD_MS // 1000

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def open(self, render: Render) -> str:
        self._stop.clear()
        self._thread = threading.Thread(target=self._run, args=(render,), name="audio-null", daemon=True)
        self._thread.start()
        return "null"

    def close(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, render: Render) -> None:
        due_s = time.monotonic()
        while not self._stop.wait(max(0.0, due_s - time.monotonic())):
            render(self._BLOCK)
            due_s += self._BLOCK / RATE_HZ
