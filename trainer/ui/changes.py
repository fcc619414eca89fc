"""The store's announcements as a signal in the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from trainer.domain.change import Change


class Changes(QObject):
    """`changed` carries each `Change`, whichever thread wrote it."""

    changed = Signal(object)

    def __init__(
        self,
        subscribe: Callable[[Callable[[Change], None]], Callable[[], None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._unsubscribe = subscribe(self.changed.emit)

    def close(self) -> None:
        """Listens no more."""
        self._unsubscribe()
