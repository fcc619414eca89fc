"""The names of one's own exercises, spoken ahead of the sessions that will announce them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from trainer.domain.change import Change, Changed
from trainer.services.hearing import unspeakable
from trainer.services.library import Library
from trainer.settings import Settings
from trainer.ui.background import Background
from trainer.ui.cue_player import SoundPlayer


class SpokenNames(QObject):
    """Has the platform's voice say, on the worker, what the chosen voice cannot; whenever a name is new."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        folder: Path,
        make_sound: Callable[[], SoundPlayer],
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._settings, self._folder = library, settings, folder
        self._make_sound, self._background = make_sound, background

    def prepare(self) -> None:
        """Has the names said that are not yet; nothing is started where none is missing."""
        self._background.submit(self._say, self._on_said, self._on_said)

    def on_change(self, change: Change) -> None:
        """Follows what was written."""
        if Changed.EXERCISES in change.kinds:
            self.prepare()

    def _say(self) -> None:
        own = [exercise.short_name for exercise in self._library.exercises() if exercise.own]
        units = unspeakable(self._settings, own) if own else ()
        if units:
            self._make_sound().say_ahead(units, self._folder)

    def _on_said(self, _result: object) -> None:
        """The next session finds them."""
