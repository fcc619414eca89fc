"""The media keys of keyboards and headsets: a desktop hands them to the players on its bus (MPRIS)."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.desktop.bus import Bus

_log = logging.getLogger(__name__)


class MediaKey(Enum):
    """What a key asks for, by the name MPRIS gives it."""

    PLAY_PAUSE = "PlayPause"
    PLAY = "Play"
    PAUSE = "Pause"
    NEXT = "Next"
    PREVIOUS = "Previous"


@dataclass(frozen=True, slots=True)
class NowPlaying:
    """What the desktop may show of the session: `track` tells one step from another."""

    track: int
    title: str
    detail: str
    workout: str
    running: bool


class MediaKeys:
    """Takes the media keys from the first `show` to `close`. Every call returns at once and never raises.

    `on_key` is called on a thread of this object's, never after `close` returned. Where there is no bus, or
    it ends, there are no media keys, and the log says so.
    """

    def __init__(self, on_key: Callable[[MediaKey], None]) -> None:
        self._on_key = on_key
        self._lock = threading.Lock()
        self._now: NowPlaying | None = None
        self._bus: Bus | None = None
        self._closed = False

    def show(self, now: NowPlaying) -> None:
        """Tells the desktop what is going on, and with the first call asks for the keys."""
        with self._lock:
            first, self._now = self._now is None, now
            bus = self._bus
        if bus is not None:
            bus.wake()
        elif first and not self._closed:
            threading.Thread(target=self._run, name="media-keys", daemon=True).start()

    def close(self) -> None:
        """Gives the keys back to others."""
        with self._lock:
            self._closed = True
            bus = self._bus
        if bus is not None:
            bus.wake()

    def _run(self) -> None:
        # Start-up: 30 ms of imports, which neither the window nor its first session waits for.
        from trainer.desktop.bus import Bus, BusFault

        try:
            bus = Bus()
        except BusFault as fault:
            _log.info("no media keys: %s", fault)
            return
        with self._lock:
            self._bus = bus
        try:
            self._serve(bus)
        except BusFault as fault:
            _log.info("the media keys are gone: %s", fault)
        finally:
            with self._lock:
                self._bus = None
            bus.close()

    def _serve(self, bus: Bus) -> None:
        from trainer.desktop.mpris import NAME, answer, changed

        if self._closed:
            return
        told = self._now  # from here on others may know it
        if not bus.own(NAME):
            bus.own(f"{NAME}.instance{os.getpid()}")  # as MPRIS says; another window has the first
        while not self._closed:
            now = self._now
            if now is None:
                return
            if now != told:
                told = now
                bus.send(changed(now))
            message = bus.receive()
            if message is None:
                continue
            reply, key = answer(message, self._now or now)
            if key is not None:
                self._tell(key)
            if reply is not None:
                bus.send(reply)

    def _tell(self, key: MediaKey) -> None:
        with self._lock:
            if not self._closed:
                self._on_key(key)
