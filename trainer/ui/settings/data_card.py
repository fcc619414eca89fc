"""Where the data lies, its backups, and the way to delete all of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.services.safekeeping import Backup
from trainer.ui.backup_list import BackupList
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words, rule

SHOWN_BACKUPS = 6


class DataCard(QFrame):
    """Asks to back up, to restore a backup, to open the folder, to delete everything."""

    backup_requested = Signal()
    restore_requested = Signal(object)
    delete_requested = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._folder = folder
        self.state = Words(size="small", tone="muted", wrap=True)
        self.backup_button = Button(self.tr("Back up now"), icon="archive")
        self.backup_button.clicked.connect(self.backup_requested)
        self.backups = BackupList()
        self.backups.restore_requested.connect(self.restore_requested)
        open_folder = Button(self.tr("Open folder"), icon="folder-open")
        open_folder.clicked.connect(self._on_open_folder_clicked)
        self.delete_button = Button(self.tr("Delete all my data…"), icon="trash-2")
        self.delete_button.clicked.connect(self.delete_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        column.addWidget(
            _row(self.tr("Where it lies"), Words(str(folder), "small", tone="muted", wrap=True), open_folder)
        )
        column.addWidget(rule())
        column.addWidget(_row(self.tr("Backups"), self.state, self.backup_button))
        column.addWidget(self.backups)
        column.addWidget(rule())
        deleting = Words(
            self.tr("Sessions, settings and backups. Asked twice."), "small", tone="muted", wrap=True
        )
        column.addWidget(_row(self.tr("Delete all my data"), deleting, self.delete_button))

    def show_backups(self, backups: Sequence[Backup], age: timedelta | None) -> None:
        """Lists the newest backups, the newest of all being that old."""
        if age is not None:
            told = self.tr("{0} kept, each checked when it was made; the newest {1}.")
            self.state.setText(told.format(len(backups), _age_words(age)))
        else:
            self.state.setText(self.tr("None yet. One is made after each session."))
        self.backups.show_backups(backups[:SHOWN_BACKUPS])

    def _on_open_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _age_words(age: timedelta) -> str:
    days = age.days
    words = "is not a day old" if days < 1 else "is a day old" if days == 1 else "is {0} days old"
    return QCoreApplication.translate("DataCard", words).format(days)


def _row(title: str, text: Words, control: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 8, 0, 8)
    row.setSpacing(16)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Words(title, "body", wrap=True))
    words.addWidget(text)
    row.addLayout(words, 1)
    row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder
