"""A report as a PDF, to a place the user chooses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.errors import TrainerError
from trainer.exchange.output import write_whole
from trainer.services.report import Report, Reports, Wish
from trainer.ui.background import Background
from trainer.ui.places import documents
from trainer.ui.report.dialog import ReportDialog
from trainer.ui.report.pages import report_pdf
from trainer.ui.report.paper import paper_size
from trainer.ui.theme import LIGHT, load_theme

WEEKS = (4, 12, 52)


class Reporting(QObject):
    """Asks what and where to, reads on the worker, paints, and writes on the worker again.

    `written` carries the path of a report that is there whole; `told` the sentence of one that is not.
    """

    written = Signal(object)
    told = Signal(str)

    def __init__(
        self, reports: Reports, background: Background, load_unit: Callable[[], str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._reports, self._background, self._window = reports, background, window
        self._load_unit = load_unit
        self.dialog: ReportDialog | None = None

    def ask(self) -> None:
        """Asks which weeks, then where to."""
        self._background.submit(self._reports.this_plan, self._on_plan_read, self._on_failed)

    def write(self, wish: Wish, file: str) -> None:
        """Writes the report to `file`, whole or not at all."""
        self._background.submit(
            partial(self._reports.report, wish), partial(self._on_read, Path(file)), self._on_failed
        )

    def _on_plan_read(self, plan: Wish | None) -> None:
        if self.dialog is not None:
            return
        stretches = {str(weeks): self._reports.last_weeks(weeks) for weeks in WEEKS}
        if plan is not None:
            stretches["plan"] = plan
        self.dialog = ReportDialog(stretches, self._window)
        self.dialog.wished.connect(self._on_dialog_wished)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _on_dialog_wished(self, wish: Wish) -> None:
        dialog = QFileDialog(self._window, self.tr("Save the report"), documents())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"training-report-{wish.last}.pdf")
        dialog.fileSelected.connect(partial(self.write, wish))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_read(self, path: Path, report: Report) -> None:
        data = report_pdf(report, self._load_unit(), load_theme(LIGHT), paper_size())
        self._background.submit(
            partial(write_whole, data, path), partial(self._on_written, path), self._on_failed
        )

    def _on_written(self, path: Path, _nothing: None) -> None:
        self.written.emit(path)

    def _on_failed(self, error: TrainerError) -> None:
        self.told.emit(str(error))
