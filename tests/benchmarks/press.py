"""From a key to ear and eye. Prints, judges nothing.

    python -m tests.benchmarks.press [--presses 150] [--busy 4]

A session runs in a window of 1920 × 1080 on a log on disk, with the sound player's process beside it. Each
key is posted to the event loop as the system would. *Sound* is when the message that is to sound at once, or
changes the volume, was handed to the player's pipe; *picture* when the edge that pulses had been painted.
`--busy` runs so many processes beside it that never rest. Goal: 100 ms.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import count, cycle, islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from trainer.audio.client import AudioClient
from trainer.audio.protocol import Message
from trainer.domain.exercise import Kind, Laterality
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, Workout, WorkoutItem
from trainer.engine.timeline import StepKind
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.services.training import Training
from trainer.store import Store
from trainer.ui.application import make_application
from trainer.ui.session.page import PlayerOptions, SessionPage
from trainer.ui.session_driver import SessionDriver
from trainer.ui.theme import Theme, apply_theme, load_theme

CURL = WorkoutItem(
    exercise_id="nordic-hamstring-curl",
    exercise="Nordic hamstring curl",
    short_name="Nordic curl",
    side=Laterality.BOTH,
    sets=(SetTarget(Kind.REPS, reps=3, tempo=Tempo.parse("2-0-1-0")),) * 3,
    rest_s=600,
)
# In a rest: the last four go on to the get ready, to its start, and back to the rest's start.
ROUND = (
    "Up",
    "Down",
    "7",
    "Plus",
    "Minus",
    "Space",
    "Space",
    "M",
    "M",
    "P",
    "Escape",
    "Left",
    "Right",
    "Left",
    "Left",
)
APART_MS = 450
BUSY = "while True: pass"


class TimedSound(AudioClient):
    """Notes when something is handed to the player."""

    def __init__(self) -> None:
        super().__init__()
        self.posted: list[float] = []

    def _post(self, message: Message | None) -> None:
        super()._post(message)
        if message and _sounds_now(message):
            self.posted.append(time.perf_counter())


def _sounds_now(message: Message) -> bool:
    due_s = time.monotonic() + 0.01
    return message["type"] in ("play", "volume") or any(at <= due_s for at, _ in message.get("cues", ()))


class TimedPage(SessionPage):
    """Notes when its ground and edges have been painted."""

    def __init__(self, driver: SessionDriver, theme: Theme) -> None:
        self.painted: list[float] = []
        super().__init__(driver, theme, PlayerOptions())

        self.stage.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.stage and isinstance(event, QPaintEvent):
            self.stage.paintEvent(event)
            self.painted.append(time.perf_counter())
            return True
        return super().eventFilter(watched, event)


class Presser(QObject):
    """Presses one key after another, and looks when it was answered."""

    def __init__(self, page: TimedPage, sound: TimedSound, keys: Sequence[str]) -> None:
        super().__init__()
        self._page, self._sound = page, sound
        self._keys = list(keys)
        self.answers: list[tuple[str, float, float]] = []
        self._pressed: tuple[str, float] | None = None
        self._timer_ms = QTimer(self, interval=APART_MS)
        self._timer_ms.timeout.connect(self._on_timer_timeout)
        self._timer_ms.start()

    def _on_timer_timeout(self) -> None:
        self._look()
        if not self._keys:
            QApplication.quit()
            return
        if self._page.driver.view().step.kind is StepKind.WORK:
            self._page.driver.done()
            return
        name = self._keys.pop(0)
        self._sound.posted.clear()
        self._page.painted.clear()
        self._pressed = (name, time.perf_counter())
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key[f"Key_{name}"], Qt.KeyboardModifier.NoModifier, name.lower())
            QApplication.postEvent(self._page, event)

    def _look(self) -> None:
        if self._pressed is None:
            return
        name, at = self._pressed
        sound = min((one for one in self._sound.posted if one >= at), default=float("inf"))
        # What is painted before the key was handled does not answer it.
        picture = min((one for one in self._page.painted if one >= min(sound, at + 1)), default=float("inf"))
        self.answers.append((name, 1000 * (sound - at), 1000 * (picture - at)))
        self._pressed = None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--presses", type=int, default=150)
    parser.add_argument("--busy", type=int, default=0, help="processes that keep the machine busy")
    options = parser.parse_args()
    busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(options.busy)]
    try:
        with tempfile.TemporaryDirectory() as folder:
            answers = _run(Path(folder), list(islice(cycle(ROUND), options.presses)))
    finally:
        for process in busy:
            process.kill()
            process.wait()
    for what, column in (("sound", 1), ("picture", 2)):
        taken = sorted(answer[column] for answer in answers)
        median, p95, most = taken[len(taken) // 2], taken[int(0.95 * len(taken))], taken[-1]
        slowest = next(answer[0] for answer in answers if answer[column] == most)
        print(
            f"{what:8} median {median:5.1f} ms   p95 {p95:5.1f} ms   most {most:5.1f} ms ({slowest})   "
            f"{len(taken)} presses"
        )
    return 0


def _run(folder: Path, keys: Sequence[str]) -> list[tuple[str, float, float]]:
    app = make_application()
    theme = load_theme("light")
    apply_theme(app, theme)
    clock = SystemClock()
    store = Store.open(paths_for(folder), clock=clock)
    ids = count(1)
    sound = TimedSound()
    sound.start()
    active = Training(store, clock, lambda: f"id-{next(ids)}").begin(Workout("press", "Presses", (CURL,)))
    page = TimedPage(SessionDriver(active, clock, sound), theme)
    page.resize(1920, 1080)
    page.show()
    page.begin()
    page.driver.skip()
    page.driver.done()
    presser = Presser(page, sound, keys)
    app.exec()
    page.driver.stop()
    sound.close()
    store.close()
    return presser.answers


if __name__ == "__main__":
    sys.exit(main())
