"""Keeps a device open: opens it, watches it, opens it again when it is lost."""

from __future__ import annotations

import threading
import time

from trainer.audio.conductor import Conductor, Report
from trainer.audio.format import Samples
from trainer.audio.output import Output
from trainer.audio.watch import Change, PositionWatch
from trainer.errors import AudioError

REOPEN_S = 0.25
"""From one attempt to the next, at least; one takes a few milliseconds."""
LOOK_S = 0.1
POSITION_REPORT_S = 0.5


class DeviceKeeper:
    """Two threads: one may hang in a sound system's open or close, the other looks on and reports."""

    def __init__(self, output: Output, conductor: Conductor, report: Report) -> None:
        self._output = output
        self._conductor = conductor
        self._report = report
        self._watch = PositionWatch()
        self._watch_lock = threading.Lock()
        self._backend = ""
        self._lost = threading.Event()
        self._wanted = threading.Event()
        self._wanted.set()
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._keep_open, name="audio-device", daemon=True),
            threading.Thread(target=self._look_on, name="audio-watch", daemon=True),
        ]

    def start(self) -> None:
        """Starts trying; from now on `no_device` and `device_back` are reported."""
        for thread in self._threads:
            thread.start()

    def release(self) -> None:
        """Lets the device go until it is wanted again; that it plays nothing meanwhile is not reported."""
        with self._watch_lock:
            self._wanted.clear()
            self._watch.released()
            self._lost.set()

    def want(self) -> None:
        """Opens a released device again, at once; otherwise nothing happens."""
        self._wanted.set()

    def stop(self, patience_s: float) -> None:
        """Lets the device go; a sound system that hangs is left to the end of the process."""
        self._stop.set()
        self._wanted.set()
        self._lost.set()
        for thread in self._threads:
            thread.join(patience_s)

    def _keep_open(self) -> None:
        while self._wanted.wait() and not self._stop.is_set():
            self._lost.clear()
            began_s = time.monotonic()
            if self._wanted.is_set():  # else it was released just before what was lost was forgotten
                self._hold_one()
                self._stop.wait(max(0.0, REOPEN_S - (time.monotonic() - began_s)))

    def _hold_one(self) -> None:
        """Opens a device and returns when it is lost, released, or cannot be had."""
        self._conductor.device_changed()
        try:
            self._backend = self._output.open(self._render)
        except AudioError as error:
            with self._watch_lock:
                if self._wanted.is_set():
                    self._tell(self._watch.failed(), str(error))
            return
        with self._watch_lock:
            if self._wanted.is_set():
                self._watch.opened(time.monotonic(), self._conductor.position)
        self._lost.wait()
        self._output.close()

    def _render(self, count: int) -> Samples:
        return self._conductor.render(time.monotonic(), count)

    def _look_on(self) -> None:
        next_report_s = time.monotonic()
        while not self._stop.wait(LOOK_S):
            now_s = time.monotonic()
            position = self._conductor.position
            with self._watch_lock:
                self._tell(self._watch.look(now_s, position), "The sound device takes nothing any more.")
            if now_s >= next_report_s:
                next_report_s = now_s + POSITION_REPORT_S
                self._report({"type": "position", "position": position, "at_s": now_s})

    def _tell(self, change: Change | None, reason: str) -> None:
        if change is Change.LOST:
            self._report({"type": change.value, "reason": reason})
        if change in (Change.LOST, Change.STILL_LOST):
            self._lost.set()
        elif change is Change.BACK:
            self._report({"type": change.value, "backend": self._backend})
