"""A file into the log: read on the worker, shown before it is written, taken back with one click."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from trainer.domain.transfer import ImportResult
from trainer.errors import TrainerError
from trainer.exchange.contents import Answers, Unit, UnsureProgram
from trainer.services.preview import Preview
from trainer.services.transfer import Transfer
from trainer.services.unknown import UnknownName
from trainer.services.watch import Watch
from trainer.ui.background import Background
from trainer.ui.import_dialog import ImportDialog, counted_result
from trainer.ui.import_progress import ImportProgress
from trainer.ui.mapping_dialog import MappingDialog
from trainer.ui.places import documents
from trainer.ui.program_dialog import ProgramDialog

Look = tuple[Preview, tuple[UnknownName, ...]]
NO_CHOICES: Mapping[str, str] = {}


def _kilograms() -> str:
    return Unit.KG


class Importing(QObject):
    """One import at a time; `told` carries a sentence, `imported` one with what takes the import back.

    `allowed` says whether there may be an import now, and tells why not; `back_up` is called on the worker
    before anything is written; `unit` counts for weights of a file that names none.
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
        unit: Callable[[], str] = _kilograms,
    ) -> None:
        super().__init__(window)
        self._transfer, self._allowed, self._back_up = transfer, allowed, back_up
        self._background, self._window, self._unit = background, window, unit
        self._busy = False
        self.progress: ImportProgress | None = None

    def ask(self) -> None:
        """Opens the system's dialog for the file."""
        if not self._allowed():
            return
        dialog = QFileDialog(self._window, self.tr("Import a file"), documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = self.tr("Logs and runs (*.csv *.fit *.gpx *.tcx)")
        dialog.setNameFilters([known, self.tr("All files (*)")])
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
        self._read(Path(file), replace(self._transfer.answers(), unit=Unit(self._unit())))

    def _read(self, path: Path, answers: Answers) -> None:
        title = self.tr("Reading {0}…").format(path.name)
        self.told.emit(title)
        watch = self._watch(title, path)
        self._background.submit(
            partial(self._look, path, replace(answers, pulse=watch.beat)),
            partial(self._on_read, answers),
            partial(self._on_not_read, path, answers),
        )

    def _watch(self, title: str, path: Path) -> Watch:
        watch = Watch(self.tr("Import of {0} cancelled; nothing was written.").format(path.name))
        self.progress = ImportProgress(title, watch, self._window)
        return watch

    def _look(self, path: Path, answers: Answers) -> Look:
        preview = self._transfer.preview(path, answers=answers)
        return preview, self._transfer.unknown(preview, answers.pulse)

    def _on_read(self, answers: Answers, look: Look) -> None:
        self._end_progress()
        if not self._allowed():  # a session may have begun while the file was read
            self._busy = False
            return
        preview, unknown = look
        dialog = ImportDialog(preview, answers, bool(unknown), self._window)
        dialog.import_requested.connect(partial(self._on_dialog_import_requested, unknown))
        dialog.answers_changed.connect(partial(self._on_dialog_answers_changed, preview.path))
        self._open(dialog)

    def _on_not_read(self, path: Path, answers: Answers, error: TrainerError) -> None:
        if not isinstance(error, UnsureProgram):
            self._on_failed(error)
            return
        self._end_progress()
        dialog = ProgramDialog(path.name, error.program, self._window)
        dialog.confirmed.connect(partial(self._on_dialog_confirmed, path, answers))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(partial(self._on_dialog_finished, dialog))
        dialog.open()

    def _on_dialog_finished(self, dialog: QDialog, accepted: int) -> None:
        dialog.deleteLater()
        if not accepted:
            self._busy = False

    def _on_dialog_confirmed(self, path: Path, answers: Answers, program: str) -> None:
        self._read(path, replace(answers, program=program))

    def _on_dialog_answers_changed(self, path: Path, answers: Answers) -> None:
        self._read(path, answers)

    def _on_dialog_import_requested(self, unknown: tuple[UnknownName, ...], preview: Preview) -> None:
        if not unknown:
            self._import(preview, NO_CHOICES)
            return
        dialog = MappingDialog(unknown, self._transfer.exercises(), self._window)
        dialog.mapped.connect(partial(self._import, preview))
        self._open(dialog)

    def _import(self, preview: Preview, choices: Mapping[str, str]) -> None:
        title = self.tr("Importing {0}…").format(preview.path.name)
        self.told.emit(title)
        watch = self._watch(title, preview.path)
        self._background.submit(
            partial(self._write, preview, choices, watch), partial(self._on_written, preview), self._on_failed
        )

    def _write(self, preview: Preview, choices: Mapping[str, str], watch: Watch) -> ImportResult:
        watch.beat(0)
        self._back_up()
        undo = self.tr("Import {0}").format(preview.path.name)
        return self._transfer.apply(self._transfer.mapped(preview, choices), undo=undo, pulse=watch.beat)

    def _on_written(self, preview: Preview, result: ImportResult) -> None:
        self._end_progress()
        self._busy = False
        text = self.tr("{0} imported: {1}.").format(preview.path.name, counted_result(result))
        self.imported.emit(text, partial(self._take_back, result.batch_id))

    def _take_back(self, batch_id: str) -> None:
        self.told.emit(self.tr("Taking the import back…"))
        self._background.submit(
            partial(self._transfer.take_back, batch_id), self._on_taken_back, self._on_failed
        )

    def _on_taken_back(self, _result: object) -> None:
        self.told.emit(self.tr("Import taken back. Ctrl+Z brings it in again."))

    def _end_progress(self) -> None:
        if self.progress is not None:
            self.progress.end()
            self.progress = None

    def _on_failed(self, error: TrainerError) -> None:
        self._end_progress()
        self._busy = False
        self.told.emit(str(error))
