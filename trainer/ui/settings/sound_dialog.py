"""The sound of one workout, where it is to differ from everybody's."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer.domain.workout import Workout
from trainer.errors import SettingsError
from trainer.services.hearing import WorkoutSound
from trainer.settings import HEARD, Setting, Settings
from trainer.ui.settings.rows import SettingRow
from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words, rule

SIZE = QSize(640, 640)  # at text of 100 %


class SoundDialog(QDialog):
    """The same rows as on the settings page, kept for this workout alone; each change holds at once."""

    told = Signal(str)
    listen_requested = Signal(object)
    """The settings by which a sample is to be heard."""

    def __init__(self, settings: Settings, workout: Workout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sound = WorkoutSound(settings, workout.id)
        self.setWindowTitle(self.tr("Sound of this workout"))
        self.rows: dict[str, SettingRow] = {}
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self.reset_button = Button(self.tr("As in all workouts"), icon="rotate-ccw")
        self.reset_button.clicked.connect(self._on_reset_clicked)
        self.listen_button = Button(self.tr("Listen"), icon="play")
        self.listen_button.clicked.connect(self._on_listen_clicked)
        close = Button(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.listen_button)
        foot.addWidget(self.reset_button)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Words(workout.name, "heading", wrap=True))
        words = self.tr("What you change here holds for this workout alone.")
        column.addWidget(Words(words, "small", tone="muted", wrap=True))
        column.addWidget(self._scroll(), 1)
        column.addLayout(foot)
        room = SIZE * text_scale()
        self.resize(room if parent is None else room.boundedTo(parent.window().size()))
        self._fill()

    def _scroll(self) -> QScrollArea:
        area, inner = QScrollArea(), QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self._place)
        column.addStretch(1)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Sound"))
        return area

    def _fill(self) -> None:
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, setting in enumerate(HEARD):
            if number:
                self._place.addWidget(rule())
            self.rows[setting.key] = row = SettingRow(setting, self._sound, self._keep)
            self._place.addWidget(row)
        self.reset_button.setEnabled(self._sound.own)

    def _keep(self, setting: Setting[Any], value: Any) -> None:
        try:
            self._sound.set(setting, value)
        except SettingsError as error:
            self.told.emit(str(error))
        self.reset_button.setEnabled(self._sound.own)

    def _on_listen_clicked(self) -> None:
        self.listen_requested.emit(self._sound)

    def _on_reset_clicked(self) -> None:
        try:
            self._sound.forget()
        except SettingsError as error:
            self.told.emit(str(error))
        self._fill()
