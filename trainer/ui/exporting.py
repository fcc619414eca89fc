"""The log as a CSV file, to a place the user chooses."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.errors import TrainerError
from trainer.services.transfer import Transfer
from trainer.ui.background import Background
from trainer.ui.numbers import number_text
from trainer.ui.places import documents


class Exporting(QObject):
    """Asks where to, writes on the worker, and `told` says what came of it."""

    told = Signal(str)

    def __init__(self, transfer: Transfer, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._transfer, self._background, self._window = transfer, background, window

    def ask(self, file_name: str) -> None:
        """Opens the system's dialog with a name to begin with."""
        dialog = QFileDialog(self._window, self.tr("Export the log"), documents())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("CSV files (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(file_name)
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, file: str) -> None:
        """Writes the log to `file`, whole or not at all."""
        path = Path(file)
        self._background.submit(
            partial(self._transfer.export, path), partial(self._on_written, path), self._on_failed
        )

    def _on_written(self, path: Path, rows: int) -> None:
        count = self.tr("1 row") if rows == 1 else self.tr("{0} rows").format(number_text(rows))
        self.told.emit(self.tr("Log exported: {0}, {1}.").format(path.name, count))

    def _on_failed(self, error: TrainerError) -> None:
        self.told.emit(str(error))
