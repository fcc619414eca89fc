"""The window's end of the sound player: starts the child, tells it what to play, learns how it fares.

Standard library alone: what the sound needs is loaded in the child.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from trainer.audio.child import Child
from trainer.audio.protocol import BrokenFrame, Message, read_message
from trainer.audio.system_voice import render

RESTARTS = 5
RESTART_AFTER_S = 1.0
"""From one start to the next, at least: a child that lived longer is replaced at once."""
SOUND_FROM_S = 60.0
"""A child that lived this long counts as having worked: its end starts the counting anew."""
CLOSE_S = 2.0
SAY_WITHIN_S = 5.0

_log = logging.getLogger(__name__)


class SoundState(Enum):
    """Whether cues can be heard; everything but PLAYING deserves a badge."""

    STARTING = "starting"
    PLAYING = "playing"
    NO_DEVICE = "no_device"
    OFF = "off"


_STATES = {"no_device": SoundState.NO_DEVICE, "device_back": SoundState.PLAYING}
_PLAYER = (sys.executable, "-m", "trainer.audio.player")


class AudioClient:
    """Plays cues through a child process. Every call returns at once and never raises.

    `command` starts the player, by default this interpreter's. `on_state` is called on the reader's
    thread, with each new state. A child that dies is started again, at most once a second, with the volume
    and the schedule it had, five times at most; then the state is OFF.
    """

    def __init__(
        self, command: Sequence[str] | None = None, on_state: Callable[[SoundState], None] | None = None
    ) -> None:
        self._command = tuple(command or _PLAYER)
        self._on_state = on_state
        self._state = SoundState.OFF
        self._volume = 1.0
        self._cues: list[tuple[float, str]] = []
        self._released = False
        self._child: Child | None = None
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._reader: threading.Thread | None = None

    @property
    def state(self) -> SoundState:
        """Whether cues can be heard now."""
        return self._state

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        child = self._child
        return child.pid if child else None

    def start(self, voices: Sequence[Path] = ()) -> None:
        """Starts the player with these voices, later ones over earlier; what is scheduled is kept for it."""
        if self._reader is None:
            self._command += tuple(part for folder in voices for part in ("--voice", str(folder)))
            self._state = SoundState.STARTING
            self._reader = threading.Thread(target=self._run, name="audio-reader", daemon=True)
            self._reader.start()

    def schedule(self, cues: Sequence[tuple[float, str]]) -> None:
        """Replaces all cues that have not begun. Each is a moment of `time.monotonic()` and a clip id."""
        with self._lock:
            self._cues = [(float(at_s), str(clip)) for at_s, clip in cues]
            self._released = self._released and not self._cues
            self._post(_schedule(self._cues))

    def play(self, clip: str) -> None:
        """Plays a clip now, over whatever sounds; nothing happens while there is no player."""
        with self._lock:
            self._released = False
            self._post({"type": "play", "clip": clip})

    def flush(self) -> None:
        """Drops all cues and fades what sounds: silence within 60 ms."""
        with self._lock:
            self._cues = []
            self._post({"type": "flush"})

    def set_volume(self, volume: float) -> None:
        """From 0 (silent) to 1."""
        with self._lock:
            self._volume = min(max(float(volume), 0.0), 1.0)
            self._post({"type": "volume", "volume": self._volume})

    def release(self) -> None:
        """Lets the device go, until the next `play`, `prepare` or `schedule` with cues; the state stays."""
        with self._lock:
            self._released = True
            self._post({"type": "release"})

    def prepare(self) -> None:
        """Takes a released device again, so that what is played next need not wait for it."""
        with self._lock:
            self._released = False
            self._post({"type": "prepare"})

    def say_ahead(self, units: Sequence[str], folder: Path) -> None:
        """Has the platform's own voice say units into a folder of clips; blocks, for seconds at the worst."""
        render(units, folder, within_s=SAY_WITHIN_S)

    def close(self) -> None:
        """Ends the player and its reader, within some seconds at the worst; the state is OFF for good."""
        self._closing.set()
        with self._lock:
            self._post({"type": "quit"})
            self._post(None)
        reader = self._reader
        if reader is None:
            return
        reader.join(CLOSE_S)
        if reader.is_alive():
            with self._lock:
                if self._child:
                    self._child.kill()
            reader.join()

    def _post(self, message: Message | None) -> None:
        if self._child:
            self._child.post(message)

    def _run(self) -> None:
        restarts_left = RESTARTS
        while True:
            began_s = time.monotonic()
            if not self._live_once():
                break
            lived_s = time.monotonic() - began_s
            if lived_s >= SOUND_FROM_S:
                restarts_left = RESTARTS
            if not restarts_left or self._closing.wait(max(0.0, RESTART_AFTER_S - lived_s)):
                break
            restarts_left -= 1
            _log.warning("the sound player ended; it is started again")
        self._enter(SoundState.OFF)

    def _live_once(self) -> bool:
        """One child's life; False when no other shall follow."""
        child = self._started()
        if child is None:
            return False
        try:
            self._listen(child)
        finally:
            with self._lock:
                self._child = None
            child.reap()
        if self._closing.is_set():
            return False
        self._enter(SoundState.STARTING)
        return True

    def _started(self) -> Child | None:
        try:
            child = Child(self._command)
        except OSError as error:
            _log.warning("the sound player cannot be started: %s", error)
            return None
        with self._lock:
            self._child = child
            self._post({"type": "volume", "volume": self._volume})
            self._post(_schedule(self._cues))
            if self._released:
                self._post({"type": "release"})
            if self._closing.is_set():
                self._post(None)
        return child

    def _listen(self, child: Child) -> None:
        try:
            while (report := read_message(child.reports)) is not None:
                self._take(report)
        except BrokenFrame as error:
            _log.warning("the sound player talks nonsense: %s", error)

    def _take(self, report: Message) -> None:
        kind = report.get("type")
        if kind in _STATES:
            _log.info("sound: %s", report)
            self._enter(_STATES[kind])
        elif kind in ("unknown_clip", "bad_message", "underrun", "dropped"):
            _log.info("sound: %s", report)

    def _enter(self, state: SoundState) -> None:
        if state is not self._state:
            self._state = state
            if self._on_state:
                self._on_state(state)


def _schedule(cues: Sequence[tuple[float, str]]) -> Message:
    return {"type": "schedule", "cues": list(cues)}
