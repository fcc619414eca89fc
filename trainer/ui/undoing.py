"""Undo and redo from the menu: at once, or, where a step holds very much, on the worker with its progress."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer.domain.transfer import Pulse, unheard
from trainer.errors import TrainerError
from trainer.services.watch import Watch
from trainer.ui.background import Background
from trainer.ui.import_progress import ImportProgress

if TYPE_CHECKING:
    from trainer.store import Store

MANY_ROWS = 1_000
"""About what is turned within a tenth of a second."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What `turn` does, of how many rows, and what is said of it."""

    turn: Callable[[Pulse], object]
    rows: int
    title: str
    done: str


class Undoing(QObject):
    """One step at a time; `told` carries a sentence about what came of it."""

    told = Signal(str)

    def __init__(self, store: Store, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._background, self._window = store, background, window
        self.progress: ImportProgress | None = None

    def undo(self) -> None:
        """Takes back the last change that can be taken back."""
        self._turn(self._last_done, self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Does again what was taken back last."""
        self._turn(self._first_undone, self.tr("There is nothing to do again."))

    def _last_done(self) -> _Step | None:
        store, label = self._store, self._store.undo_label
        if label is None:
            return None
        title, done = self.tr("Undoing: {0}…").format(label), self.tr("Undone: {0}").format(label)
        return _Step(store.undo, store.undo_rows, title, done)

    def _first_undone(self) -> _Step | None:
        store, label = self._store, self._store.redo_label
        if label is None:
            return None
        title, done = self.tr("Doing again: {0}…").format(label), self.tr("Done again: {0}").format(label)
        return _Step(store.redo, store.redo_rows, title, done)

    def _turn(self, find: Callable[[], _Step | None], nothing: str) -> None:
        if self.progress is not None:  # one is being turned; its window comes within a moment
            return
        try:
            step = find()
            if step is not None and step.rows > MANY_ROWS:
                self._turn_behind(step)
                return
            if step is not None:
                step.turn(unheard)
        except TrainerError as error:
            self.told.emit(str(error))
        else:
            self.told.emit(nothing if step is None else step.done)

    def _turn_behind(self, step: _Step) -> None:
        watch = Watch(self.tr("Stopped; nothing was changed."))
        self.progress = ImportProgress(step.title, watch, self._window)
        self._background.submit(
            partial(step.turn, watch.beat), partial(self._on_turned, step.done), self._on_failed
        )

    def _on_turned(self, done: str, _label: object) -> None:
        self._end_progress()
        self.told.emit(done)

    def _on_failed(self, error: TrainerError) -> None:
        self._end_progress()
        self.told.emit(str(error))

    def _end_progress(self) -> None:
        if self.progress is not None:
            self.progress.end()
            self.progress = None
