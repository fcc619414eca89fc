"""The calendar as an iCalendar file, to a place the user chooses."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.errors import TrainerError
from trainer.exchange.output import write_whole
from trainer.services.planning import Planning
from trainer.ui.background import Background

FILE_NAME = "stride-trainer.ics"


class CalendarExporting(QObject):
    """Asks where to, writes on the worker, and `told` says what came of it."""

    told = Signal(str)

    def __init__(self, planning: Planning, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._planning, self._background, self._window = planning, background, window

    def ask(self) -> None:
        """Opens the system's dialog, or says that there is nothing to write."""
        try:
            ahead = self._planning.entries(self._planning.today(), date.max)
        except TrainerError as error:
            self.told.emit(str(error))
            return
        if not ahead:
            self.told.emit(self.tr("Nothing is planned from today on, so there is nothing to export."))
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, self.tr("Export the calendar"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Calendar files (*.ics)"))
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, file: str) -> None:
        """Writes what stands on the calendar to `file`, whole or not at all."""
        path = Path(file)
        self._background.submit(partial(self._write, path), partial(self._on_written, path), self._on_failed)

    def _write(self, path: Path) -> None:
        write_whole(self._planning.calendar_file(), path)

    def _on_written(self, path: Path, _nothing: None) -> None:
        self.told.emit(self.tr("Calendar exported: {0}.").format(path.name))

    def _on_failed(self, error: TrainerError) -> None:
        self.told.emit(str(error))
