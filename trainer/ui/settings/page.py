"""Settings: generated from their declaration, applied at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.errors import SettingsError, TrainerError
from trainer.paths import Paths
from trainer.services.library import Library
from trainer.services.safekeeping import Backup, Safekeeping
from trainer.settings import HEARD, SHOWN, Setting, Settings
from trainer.ui.background import Background
from trainer.ui.settings.data_card import DataCard
from trainer.ui.settings.delete_dialog import DeleteDialog
from trainer.ui.settings.rows import SettingRow, tr
from trainer.ui.theme import text_scale
from trainer.ui.today.answers_card import AnswersCard
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.page import Page
from trainer.ui.widgets.text import Words, rule

WIDTH_PX = 760


class SettingsPage(Page):
    """Every declared setting, the questions' answers, and one's data.

    `told` carries a sentence for the foot of the window; restoring and deleting close the log, so they
    are asked of the window.
    """

    told = Signal(str)
    listen_requested = Signal(object)
    """The settings by which a sample is to be heard."""
    restore_requested = Signal(object)
    delete_requested = Signal()

    def __init__(
        self,
        settings: Settings,
        library: Library,
        safekeeping: Safekeeping,
        paths: Paths,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        self.title.setText(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self._settings, self._safekeeping = settings, safekeeping
        self._paths, self._background = paths, background
        self.rows: dict[str, SettingRow] = {}
        self.data_card = DataCard(paths.data)
        self.data_card.backup_requested.connect(self._on_backup_requested)
        self.data_card.restore_requested.connect(self.restore_requested)
        self.data_card.delete_requested.connect(self._on_delete_requested)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        narrow, row = QWidget(), QHBoxLayout()
        narrow.setLayout(self._column)
        narrow.setMaximumWidth(round(WIDTH_PX * text_scale()))
        self._column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(narrow, 1)
        row.addStretch(0)
        self.body.addLayout(row)
        for title, group in SHOWN:
            self._add_group(tr(title), self._group_card(group))
        self.answers = AnswersCard(settings, library)
        self.answers.told.connect(self.told)
        self._add_group(self.tr("Before heavy work"), self.answers)
        self._add_group(self.tr("Your data"), self.data_card)
        self.body.addStretch(1)

    def on_shown(self) -> None:
        """Reads the list of backups again."""
        self._background.submit(self._safekeeping.list_backups, self._on_backups_listed, self._on_failed)

    def _add_group(self, title: str, frame: QFrame) -> None:
        self._column.addWidget(Words(title, "heading"))
        self._column.addWidget(frame)
        self._column.addSpacing(8)

    def _group_card(self, group: tuple[Setting[Any], ...]) -> QFrame:
        frame = QFrame()
        frame.setProperty("card", True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        for number, setting in enumerate(group):
            if number:
                column.addWidget(rule())
            row = SettingRow(setting, self._settings, self._keep)
            self.rows[setting.key] = row
            column.addWidget(row)
        if group is HEARD:
            self.listen_button = Button(self.tr("Listen"), icon="play")
            self.listen_button.clicked.connect(self._on_listen_clicked)
            column.addWidget(self.listen_button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(8)
        return frame

    def _keep(self, setting: Setting[Any], value: Any) -> None:
        try:
            self._settings.set(setting, value)
        except SettingsError as error:
            self.told.emit(str(error))

    def _on_listen_clicked(self) -> None:
        self.listen_requested.emit(self._settings)

    def _on_backup_requested(self) -> None:
        self.data_card.backup_button.setEnabled(False)
        self._background.submit(self._back_up, self._on_backed_up, self._on_failed)

    def _back_up(self) -> Path:
        return self._safekeeping.backup("asked")

    def _on_backed_up(self, path: Path) -> None:
        self.data_card.backup_button.setEnabled(True)
        self.told.emit(self.tr("Backup made and checked: {0}").format(path.name))
        self.on_shown()

    def _on_backups_listed(self, backups: list[Backup]) -> None:
        self.data_card.show_backups(backups, self._safekeeping.state().age)

    def _on_failed(self, error: TrainerError) -> None:
        self.data_card.backup_button.setEnabled(True)
        self.told.emit(str(error))

    def _on_delete_requested(self) -> None:
        dialog = DeleteDialog(self._paths.data, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.delete_requested)
        dialog.open()
