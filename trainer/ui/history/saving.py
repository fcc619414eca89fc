"""A chart into a file, to a place the user chooses."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.errors import TrainerError
from trainer.exchange.output import write_whole
from trainer.ui.background import Background
from trainer.ui.charts.saving import chart_bytes
from trainer.ui.history.chart_card import ChartCard
from trainer.ui.places import documents


class ChartSaving(QObject):
    """Asks where to, paints at once, writes on the worker, and `told` says what came of it."""

    told = Signal(str)

    def __init__(self, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._window = background, window

    def ask(self, card: ChartCard, ending: str) -> None:
        """Opens the system's dialog for the card's chart."""
        dialog = QFileDialog(self._window, self.tr("Save this chart"), documents())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kinds = {
            ".png": self.tr("Pictures (*.png)"),
            ".svg": self.tr("Drawings (*.svg)"),
            ".csv": self.tr("CSV files (*.csv)"),
        }
        dialog.setNameFilter(kinds[ending])
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.selectFile(f"{card.title.rstrip('?')}{ending}")
        dialog.fileSelected.connect(partial(self.write, card, ending))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, card: ChartCard, ending: str, file: str) -> None:
        """Writes the card's chart to `file` as it is now, whole or not at all."""
        path = Path(file)
        data = chart_bytes(card.chart, card.title, card.note.text(), ending)
        self._background.submit(
            partial(write_whole, data, path), partial(self._on_written, path), self._on_failed
        )

    def _on_written(self, path: Path, _nothing: None) -> None:
        self.told.emit(self.tr("Chart saved: {0}.").format(path.name))

    def _on_failed(self, error: TrainerError) -> None:
        self.told.emit(str(error))
