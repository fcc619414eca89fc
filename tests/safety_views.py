"""The views of safety and of what the coach is told in the settings, for `tests.screenshots`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea, QWidget

from trainer.ui.learn.page import SAFETY, LearnPage
from trainer.ui.main_window import MainWindow
from trainer.ui.settings.page import SettingsPage

View = tuple[str, Callable[[], None]]


class SafetyViews:
    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def views(self) -> list[View]:
        return [
            ("safety", self._safety),
            ("safety-first", self._safety_first),
            ("answers", self._answers),
            ("settings-training", self._settings_training),
        ]

    def _safety(self) -> None:
        self._learn().show_section(SAFETY)

    def _safety_first(self) -> None:
        page = self._learn()
        page.show_section(SAFETY)
        _reveal(page, page.safety.answers)

    def _learn(self) -> LearnPage:
        self._window.show_page("learn")
        page = self._window.page("learn")
        assert isinstance(page, LearnPage)
        return page

    def _settings(self) -> SettingsPage:
        self._window.show_page("settings")
        page = self._window.page("settings")
        assert isinstance(page, SettingsPage)
        return page

    def _answers(self) -> None:
        self._settings().answers.ask()

    def _settings_training(self) -> None:
        page = self._settings()
        _reveal(page, page.rows["quiet_until"])


def _reveal(page: QWidget, part: QWidget) -> None:
    area = page.findChild(QScrollArea)
    assert area is not None
    area.ensureWidgetVisible(part, 0, 40)
