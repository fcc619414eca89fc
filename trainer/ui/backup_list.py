"""Backups in a list, each with the button that restores it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.services.safekeeping import Backup
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.page import clear
from trainer.ui.widgets.text import Words

REASONS = {
    "session": "after a session",
    "asked": "asked for",
    "hand": "asked for",
    "migration": "before an update",
    "restore": "before a restore",
    "import": "before an import",
}


class BackupList(QWidget):
    """A row for each backup: when it was made, why, and Restore."""

    restore_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restore_buttons: list[Button] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Shows these instead of those before."""
        clear(self._rows)
        self.restore_buttons = []
        for backup in backups:
            self._rows.addWidget(self._row(backup))

    def _row(self, backup: Backup) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 2)
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(backup.at.timestamp())), QLocale.FormatType.ShortFormat
        )
        row.addWidget(Words(when, "small").set_tabular())
        row.addWidget(Words(REASONS.get(backup.reason, backup.reason), "small", tone="muted"), 1)
        button = Button(self.tr("Restore"), "quiet", icon="archive-restore")
        button.setAccessibleName(self.tr("Restore the backup of {0}").format(when))
        button.setProperty("backup", backup)
        button.clicked.connect(self._on_restore_clicked)
        self.restore_buttons.append(button)
        row.addWidget(button)
        return holder

    def _on_restore_clicked(self) -> None:
        self.restore_requested.emit(self.sender().property("backup"))
