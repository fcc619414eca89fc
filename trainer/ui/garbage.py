"""Garbage is collected in the window's thread alone: a widget freed on another one ends the program."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1000


class Garbage(QObject):
    """While it is on, Python does not collect by itself, on whichever thread it happens to be.

    WORKAROUND: PySide destroys a Qt object where its last reference goes, and a collection that starts on a
    worker takes the window's widgets with it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer_ms = QTimer(self, interval=LOOK_MS)
        self._timer_ms.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """From now on the window's thread looks once a second; a second time does nothing."""
        if not self._timer_ms.isActive():
            gc.disable()
            self._timer_ms.start()

    def stop(self) -> None:
        """Leaves it to Python again; only when no other thread of ours runs."""
        if self._timer_ms.isActive():
            self._timer_ms.stop()
            gc.enable()

    def _on_timer_timeout(self) -> None:
        """Collects what Python would have collected by now."""
        due = [
            number
            for number, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if most and count > most
        ]
        if due:
            gc.collect(due[-1])
