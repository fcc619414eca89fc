"""Which theme is on: the one chosen, or the system's, followed while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from trainer.ui.theme import DARK, LIGHT, apply_theme, load_theme

SYSTEM = "system"


class Appearance(QObject):
    """Applies the chosen theme and size of text to the application, and tells who paints by theme."""

    theme_changed = Signal(object)

    def __init__(
        self, app: QApplication, choice: str, text_percent: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._choice = choice
        self._text_percent = text_percent
        self.theme = load_theme(self._wanted())
        apply_theme(app, self.theme, text_percent)
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def choose(self, choice: str) -> None:
        """Takes `system`, `light` or `dark`."""
        self._choice = choice
        self._refresh()

    def set_text_percent(self, text_percent: int) -> None:
        """Makes all text larger or smaller, 100 being the look as drawn."""
        if text_percent == self._text_percent:
            return
        self._text_percent = text_percent
        apply_theme(self._app, self.theme, text_percent)
        self.theme_changed.emit(self.theme)

    def _wanted(self) -> str:
        if self._choice != SYSTEM:
            return self._choice
        return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _on_system_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted == self.theme.name:
            return
        self.theme = load_theme(wanted)
        apply_theme(self._app, self.theme, self._text_percent)
        self.theme_changed.emit(self.theme)
