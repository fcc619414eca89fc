"""The sound player with another output, for comparison: `python -m tests.benchmarks.audio_outputs NAME`.

NAME is `miniaudio` (what ships), `sounddevice` or `qaudiosink`. The two others need packages that the program
does not: `sounddevice` with the system's libportaudio2, and `PySide6_Addons`.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import queue
import sys
import threading
from ctypes.util import find_library
from typing import Any

import miniaudio
import numpy as np
from PySide6.QtCore import QCoreApplication, QIODevice, QObject, Qt, Signal

from trainer.audio import output as shipped
from trainer.audio.format import CHANNELS, RATE_HZ
from trainer.audio.output import PERIOD_MS, DeviceOutput, Output, Render
from trainer.audio.player import run
from trainer.errors import AudioError

NAMES = ("miniaudio", "sounddevice", "qaudiosink")
WANTING = {
    "sounddevice": "Install sounddevice with pip, and libportaudio2 with the system's package tool.",
    "qaudiosink": "Install PySide6_Addons with pip, in the version of PySide6_Essentials.",
}


class SoundDeviceOutput:
    """PortAudio through sounddevice; on Linux that is ALSA, whose plugin leads on to PulseAudio."""

    def __init__(self, latency_ms: int) -> None:
        self.latency_s = latency_ms / 1000
        self._library: Any = None
        self._stream: Any = None

    def open(self, render: Render) -> str:
        def fill(block: Any, count: int, _time: Any, _status: Any) -> None:
            block[:] = render(count)

        try:
            self._start(fill)
        except Exception as error:  # whatever PortAudio raises
            raise AudioError(str(error)) from error
        return "PortAudio"

    def close(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def _start(self, fill: Any) -> None:
        if self._library is None:
            self._library = importlib.import_module("sounddevice")
        else:  # it looks for devices once, at its start
            self._library._terminate()
            self._library._initialize()
        self._stream = self._library.OutputStream(
            samplerate=RATE_HZ,
            blocksize=RATE_HZ * PERIOD_MS // 1000,
            channels=CHANNELS,
            dtype="float32",
            latency=self.latency_s,
            callback=fill,
        )
        self._stream.start()


class _Source(QIODevice):
    """What QAudioSink reads."""

    def __init__(self, render: Render) -> None:
        super().__init__()
        self._render = render
        self.open(QIODevice.OpenModeFlag.ReadOnly)

    def readData(self, most: int) -> bytes:
        count = min(most // (4 * CHANNELS), RATE_HZ * PERIOD_MS // 1000)
        return bytes(np.ascontiguousarray(self._render(count)).data)

    def bytesAvailable(self) -> int:
        return 1 << 20

    def isSequential(self) -> bool:
        return True


class QtOutput(QObject):
    """QAudioSink in the main thread's event loop; the latency is what PulseAudio's library is told."""

    _wanted = Signal(object)
    _unwanted = Signal()

    def __init__(self, latency_ms: int) -> None:
        super().__init__()
        self.latency_s = latency_ms / 1000
        self._qt = importlib.import_module("PySide6.QtMultimedia")
        self._told: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._sink: Any = None
        self._source: _Source | None = None
        self._wanted.connect(self._on_self_wanted, Qt.ConnectionType.QueuedConnection)
        self._unwanted.connect(self._on_self_unwanted, Qt.ConnectionType.QueuedConnection)

    def open(self, render: Render) -> str:
        self._wanted.emit(render)
        if complaint := self._told.get():
            raise AudioError(complaint)
        return "Qt"

    def close(self) -> None:
        self._unwanted.emit()
        self._told.get()

    def _on_self_wanted(self, render: Render) -> None:
        shape = self._qt.QAudioFormat()
        shape.setSampleRate(RATE_HZ)
        shape.setChannelCount(CHANNELS)
        shape.setSampleFormat(self._qt.QAudioFormat.SampleFormat.Float)
        device = self._qt.QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self._told.put("There is no device yet.")
            return
        self._sink = self._qt.QAudioSink(device, shape, self)
        self._sink.setBufferSize(round(self.latency_s * RATE_HZ) * 4 * CHANNELS)
        self._source = _Source(render)
        self._sink.start(self._source)
        self._told.put("")

    def _on_self_unwanted(self) -> None:
        self._sink.stop()
        self._told.put("")


def _output(name: str, latency_ms: int) -> Output:
    if name == "sounddevice":
        return SoundDeviceOutput(latency_ms)
    return DeviceOutput([miniaudio.Backend.PULSEAUDIO])


def wanting(name: str) -> str:
    """What has to be installed first, in a sentence; empty when nothing has."""
    module = {"sounddevice": "sounddevice", "qaudiosink": "PySide6.QtMultimedia"}.get(name, "numpy")
    try:
        there = importlib.util.find_spec(module) and (name != "sounddevice" or find_library("portaudio"))
    except ModuleNotFoundError:
        there = None
    return "" if there else WANTING[name]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--latency-ms", type=int, default=shipped.PULSE_LATENCY_MS)
    parser.add_argument("--nice", type=int, default=0, help="below 0 as root alone")
    options = parser.parse_args()
    if sentence := wanting(options.name):
        sys.exit(sentence)
    os.environ["PULSE_LATENCY_MSEC"] = str(options.latency_ms)
    os.nice(options.nice)
    if options.name == "qaudiosink":
        app = QCoreApplication([])
        threading.Thread(target=run, args=(QtOutput(options.latency_ms),), daemon=True).start()
        app.exec()
    run(_output(options.name, options.latency_ms))


if __name__ == "__main__":
    main()
