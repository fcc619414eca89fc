"""Gives the reminder of today's workout while the window is open; nothing runs when it is closed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from trainer.desktop.desktop import Desktop
from trainer.domain.reminder import Reminder
from trainer.errors import SettingsError, TrainerError
from trainer.services.reminding import Reminders
from trainer.settings import REMINDERS, Settings
from trainer.ui.main_window import MainWindow
from trainer.ui.pages import TODAY

log = logging.getLogger(__name__)

LOOK_MS = 60_000


class Reminding(QObject):
    """Looks at the clock once a minute while reminders are on.

    In front of the window it is a word at its foot; else the desktop's notice, or, where that is refused, the
    same word with the window's mark in the task bar.
    """

    _refused = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        reminders: Reminders,
        settings: Settings,
        make_desktop: Callable[[], Desktop],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._reminders, self._settings = window, reminders, settings
        self._make_desktop = make_desktop
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        # The notice's thread may only hand over; the window's thread acts.
        self._refused.connect(self._on_refused, Qt.ConnectionType.QueuedConnection)
        self._stop_listening = settings.on_change(self._on_settings_changed)
        self._follow()

    def look(self) -> None:
        """Gives the reminder if it is due."""
        try:
            due = self._reminders.due()
        except TrainerError as error:
            log.info("no reminder: %s", error)
            return
        if due is None:
            return
        try:
            self._reminders.given()
        except SettingsError as error:
            log.info("the reminder is remembered until the end alone: %s", error)
        self._give(self._words(due))

    def close(self) -> None:
        """Looks no more."""
        self._timer.stop()
        self._stop_listening()

    def _follow(self) -> None:
        if self._settings.get(REMINDERS):
            self._timer.start()
        else:
            self._timer.stop()

    def _give(self, text: str) -> None:
        notices = None if self._window.isActiveWindow() else self._make_desktop().notices
        if notices is None:
            self._on_refused(text)
        else:
            notices.show(text, partial(self._refused.emit, text))

    def _on_refused(self, text: str) -> None:
        self._window.toast.say(text, self.tr("Open"), self._on_open_asked)
        QApplication.alert(self._window)

    def _on_open_asked(self) -> None:
        self._window.show_page(TODAY)

    def _words(self, due: Reminder) -> str:
        if due.workout:
            return self.tr("Planned for today: {0}").format(due.workout)
        return self.tr("Today is one of your training days.")

    def _on_settings_changed(self, key: str) -> None:
        if key == REMINDERS.key:
            self._follow()
