"""A window that plays a schedule and stalls: what the benchmarks of sound run in a process of its own.

`python -m tests.benchmarks.audio_window CUES.json` shows an empty window, starts the sound player as the
program does, and plays the cues ([[seconds from the start, clip], …]). With `--effects SINK` it plays them
on that sink as most trainers do it: a precise timer and QSoundEffect (PySide6_Addons). With `--stall-ms`
the window's thread holds the interpreter so long once a second, as a slow slot does. With a player it
prints JSON lines, at the start and at the end.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib
import json
import logging
import os
import sys
import tempfile
import time
import traceback
import wave
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QMainWindow

from trainer.audio.client import AudioClient, SoundState
from trainer.audio.earcons import all_earcons
from trainer.audio.format import CHANNELS, RATE_HZ, as_stereo
from trainer.ui.garbage import Garbage

LEAD_S = 6.0
AFTER_S = 2.0
LOST = 3
STALL_EACH_MS = 970
"""Out of step with the cues, most of which are due at whole seconds: each run meets some."""
Cues = list[tuple[float, str]]


class Stalls(QObject):
    """Holds the interpreter once a second: no Python of this process runs meanwhile."""

    def __init__(self, stall_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._stall_us = stall_ms * 1000
        self._hold = ctypes.PyDLL(None).usleep  # PyDLL: called with the interpreter's lock held
        self._timer = QTimer(self, interval=STALL_EACH_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        self._hold(self._stall_us)


class Effects(QObject):
    """The usual way: sound effects, loaded before, each set off by a timer when its moment has come."""

    def __init__(self, folder: Path, sink: str, parent: QObject) -> None:
        super().__init__(parent)
        qt = importlib.import_module("PySide6.QtMultimedia")
        devices = [d for d in qt.QMediaDevices.audioOutputs() if bytes(d.id().data()).decode() == sink]
        self._effects = {
            name: self._effect(qt, write_wave(folder / f"{name}.wav", samples), devices[0])
            for name, samples in all_earcons().items()
        }
        self._cues: Cues = []
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)

    def _effect(self, qt: Any, path: Path, device: Any) -> Any:
        effect = qt.QSoundEffect(device, self)
        effect.setSource(QUrl.fromLocalFile(str(path)))
        return effect

    def schedule(self, cues: Cues) -> None:
        self._cues = sorted(cues)
        self._on_timer_timeout()

    def _on_timer_timeout(self) -> None:
        now_s = time.monotonic()
        while self._cues and self._cues[0][0] <= now_s:
            self._effects[self._cues.pop(0)[1]].play()
        if self._cues:
            self._timer.start(max(0, round((self._cues[0][0] - now_s) * 1000)))


class Reports(logging.Handler):
    """Counts what the client logs of gaps and of dropped cues."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.counts: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.args, dict):
            self.counts[record.args["type"]] += 1


class Window(QMainWindow):
    """Starts when the sound plays, and closes when the cues are over."""

    sound_changed = Signal(object)

    def __init__(self, cues: Cues, command: list[str]) -> None:
        super().__init__()
        self._cues = cues
        self._reports = Reports()
        logging.getLogger("trainer.audio").addHandler(self._reports)
        logging.getLogger("trainer.audio").setLevel(logging.INFO)
        self._client = AudioClient(command or None, self.sound_changed.emit)
        self._begun = False
        self.sound_changed.connect(self._on_sound_changed)
        self._client.start()

    def _on_sound_changed(self, state: SoundState) -> None:
        if state is not SoundState.PLAYING or self._begun:
            return
        self._begun = True
        start_s = time.monotonic() + LEAD_S
        self._client.schedule([(start_s + at_s, clip) for at_s, clip in self._cues])
        say({"start_s": start_s, "pid": self._client.pid})
        QTimer.singleShot(round((LEAD_S + self._cues[-1][0] + AFTER_S) * 1000), self, self._on_cues_end)

    def _on_cues_end(self) -> None:
        say({"reports": dict(self._reports.counts)})
        sys.stdin.readline()  # the tape has to run to its end before the sound goes
        self._client.close()
        QApplication.quit()


def stop_at_a_lost_notifier(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    """WORKAROUND Qt 6.11: QSoundEffect may close an event that the loop still watches; it would spin."""
    if "QSocketNotifier" in (text or ""):
        os._exit(LOST)
    if kind is not QtMsgType.QtDebugMsg:
        sys.stderr.write(f"{text}\n")


def say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A slot that raises ends the run; Qt would go on."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


def write_wave(path: Path, samples: np.ndarray) -> Path:
    """A clip as a 16-bit file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(CHANNELS)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(np.rint(as_stereo(samples) * 32767).astype("<i2").tobytes())
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cues", type=Path)
    parser.add_argument("--stall-ms", type=int, default=0)
    parser.add_argument("--effects", metavar="SINK", help="where a timer and QSoundEffect play instead")
    parser.add_argument("--start-s", type=float, help="when the first second of the cues is, for --effects")
    parser.add_argument("--player", nargs=argparse.REMAINDER, default=[], help="another player's command")
    options = parser.parse_args()
    sys.excepthook = fail
    qInstallMessageHandler(stop_at_a_lost_notifier)
    app = QApplication([])
    Garbage(app).start()
    cues = json.loads(options.cues.read_text())
    with tempfile.TemporaryDirectory() as folder:
        if options.effects:
            window = QMainWindow()
            coming = [(options.start_s + at_s, clip) for at_s, clip in cues]
            effects = Effects(Path(folder), options.effects, app)
            effects.schedule([cue for cue in coming if cue[0] > time.monotonic()])
            end_ms = round((coming[-1][0] + AFTER_S - time.monotonic()) * 1000)
            QTimer.singleShot(end_ms, app, QApplication.quit)
        else:
            window = Window(cues, options.player)
        window.show()
        if options.stall_ms:
            Stalls(options.stall_ms, app)
        app.exec()
    os._exit(0)  # QSoundEffect's threads complain without end while the interpreter takes them down


if __name__ == "__main__":
    main()
