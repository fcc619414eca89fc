"""What is shown in the place of the pages when the log does not open, and the ways out of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.errors import BackupError, NotAStore, StoreLocked, StoreTooNew, TrainerError
from trainer.services.safekeeping import backups_in
from trainer.ui.backup_list import BackupList
from trainer.ui.widgets.message import Message

OFFERED = 3


class OpeningProblem(Message):
    """The sentence, Try again, and, where the log itself is at fault, the newest backups."""

    restore_requested = Signal(object)

    def __init__(self, backups: Path, parent: QWidget | None = None) -> None:
        super().__init__("circle-alert", "", "", "", parent)
        self.button.setText(self.tr("Try again"))
        self.button.show()
        self._folder = backups
        self.backups = BackupList()
        self.backups.restore_requested.connect(self.restore_requested)
        self.add_below(self.backups)

    def tell(self, error: TrainerError) -> None:
        """Shows what went wrong now."""
        self.say(self._heading(error), str(error))
        found = backups_in(self._folder)[:OFFERED] if isinstance(error, NotAStore | BackupError) else []
        self.backups.show_backups(found)
        self.backups.setVisible(bool(found))
        self.setEnabled(True)

    def _heading(self, error: TrainerError) -> str:
        if isinstance(error, StoreLocked):
            return self.tr("Your log is open elsewhere")
        if isinstance(error, StoreTooNew):
            return self.tr("Your log is from a newer version")
        return self.tr("Your log cannot be opened")
