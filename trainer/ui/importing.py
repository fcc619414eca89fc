"""A CSV file into the log: read on the worker, shown before it is written, taken back with one click."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.domain.transfer import ImportResult
from trainer.errors import TrainerError
from trainer.services.preview import Preview
from trainer.services.transfer import Transfer
from trainer.ui.background import Background
from trainer.ui.import_dialog import ImportDialog, counted_result


class Importing(QObject):
    """One import at a time; `told` carries a sentence, `imported` one with what takes the import back.

    `allowed` says whether there may be an import now, and tells why not; `back_up` is called on the worker
    before anything is written.
    """

    told = Signal(str)
    imported = Signal(str, object)

    def __init__(
        self,
        transfer: Transfer,
        allowed: Callable[[], bool],
        back_up: Callable[[], object],
        background: Background,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._transfer, self._allowed, self._back_up = transfer, allowed, back_up
        self._background, self._window = background, window
        self._busy = False
        self.dialog: ImportDialog | None = None

    def ask(self) -> None:
        """Opens the system's dialog for the file."""
        if not self._allowed():
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, self.tr("Import a CSV file"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("CSV files (*.csv)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.look_at)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_at(self, file: str) -> None:
        """Reads the file and shows what its import would do; writes nothing."""
        if not self._allowed():
            return
        if self._busy:
            self.told.emit(self.tr("Another file is being imported; finish that first."))
            return
        self._busy = True
        path = Path(file)
        self.told.emit(self.tr("Reading {0}…").format(path.name))
        self._background.submit(partial(self._transfer.preview, path), self._on_read, self._on_failed)

    def _on_read(self, preview: Preview) -> None:
        if not self._allowed():  # a session may have begun while the file was read
            self._busy = False
            return
        self.dialog = ImportDialog(preview, self._window)
        self.dialog.import_requested.connect(self._on_dialog_import_requested)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_import_requested(self, preview: Preview) -> None:
        self.told.emit(self.tr("Importing {0}…").format(preview.path.name))
        self._background.submit(
            partial(self._write, preview), partial(self._on_written, preview), self._on_failed
        )

    def _on_dialog_finished(self, accepted: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        if not accepted:
            self._busy = False

    def _write(self, preview: Preview) -> ImportResult:
        self._back_up()
        return self._transfer.apply(preview, undo=self.tr("Import {0}").format(preview.path.name))

    def _on_written(self, preview: Preview, result: ImportResult) -> None:
        self._busy = False
        text = self.tr("{0} imported: {1}.").format(preview.path.name, counted_result(result))
        self.imported.emit(text, partial(self._take_back, result.batch_id))

    def _take_back(self, batch_id: str) -> None:
        self._background.submit(
            partial(self._transfer.take_back, batch_id), self._on_taken_back, self._on_failed
        )

    def _on_taken_back(self, _result: object) -> None:
        self.told.emit(self.tr("Import taken back. Ctrl+Z brings it in again."))

    def _on_failed(self, error: TrainerError) -> None:
        self._busy = False
        self.told.emit(str(error))
