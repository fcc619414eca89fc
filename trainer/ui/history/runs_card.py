"""The runs of the log, newest first, and what is worth knowing about the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.change import Change, Changed
from trainer.domain.claim import Claim
from trainer.domain.exercise import Reference
from trainer.domain.run import Run
from trainer.errors import TrainerError
from trainer.services.runs import ListedRun, RunEntry, Runs
from trainer.ui.background import Background
from trainer.ui.history.run_detail import RunDetail
from trainer.ui.history.run_dialog import RunDialog
from trainer.ui.history.run_model import RunModel
from trainer.ui.history.run_table import RunTable
from trainer.ui.history.run_words import distance_text
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words

_KINDS = frozenset({Changed.RUNS, Changed.IMPORTS})


class RunsCard(QFrame):
    """Reads on the worker when it is first seen, and again when runs have changed.

    `done` carries what was done and can be undone, `told` a sentence about what failed.
    """

    done = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        runs: Runs,
        background: Background,
        claims: Sequence[tuple[Claim, Sequence[Reference]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._runs, self._background = runs, background
        self._stale = True
        self.dialog: RunDialog | None = None
        self.add_button = Button(self.tr("Add a run…"), icon="plus")
        self.add_button.clicked.connect(self.add)
        self.empty = Words(
            self.tr(
                "No runs yet. Add one by hand, or import files from your watch (FIT, GPX, TCX) "
                "or the activities.csv of a Strava export."
            ),
            tone="muted",
            wrap=True,
        )
        self.model = RunModel(self)
        self.table = RunTable(self.model, self.tr("Runs"))
        self.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self.table.opened.connect(self._on_edit_clicked)
        self.table.delete_pressed.connect(self._on_delete_clicked)
        self.detail = RunDetail(claims)
        self.detail.edit_button.clicked.connect(self._on_edit_clicked)
        self.detail.delete_button.clicked.connect(self._on_delete_clicked)
        head = QHBoxLayout()
        head.addWidget(Words(self.tr("Runs"), "body", strong=True), 1)
        head.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        for part in (self.empty, self.table, self.detail):
            column.addWidget(part)
        self.table.hide()
        self.detail.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_if_stale()

    def on_change(self, change: Change) -> None:
        """Reads again, now or when it is next seen."""
        if change.kinds & _KINDS:
            self._stale = True
            if self.isVisible():
                self._read_if_stale()

    def add(self) -> None:
        """Asks for a new run."""
        self._open(None)

    @property
    def chosen(self) -> ListedRun | None:
        """The run that is chosen in the table."""
        return self.model.run_at(self.table.currentIndex().row())

    def _read_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self._background.submit(self._runs.listed, self._on_read, self._on_read_failed)

    def _on_read(self, listed: Sequence[ListedRun]) -> None:
        before = self.chosen
        row = self.table.currentIndex().row()
        self.model.set_rows(listed)
        self.empty.setVisible(not listed)
        self.table.setVisible(bool(listed))
        found = -1 if before is None else self.model.row_of(before.run.id)
        self._choose(found if found >= 0 else min(max(row, 0), len(listed) - 1))

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))
        self.detail.show_run(self.chosen)

    def _on_read_failed(self, error: TrainerError) -> None:
        self._stale = True
        self.told.emit(str(error))

    def _on_table_current_row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.detail.show_run(self.chosen)

    def _on_edit_clicked(self) -> None:
        if self.chosen is not None:
            self._open(self.chosen.run)

    def _on_delete_clicked(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        try:
            self._runs.delete(chosen.run.id, self.tr("Delete run"))
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.done.emit(self.tr("Run deleted."))

    def _open(self, run: Run | None) -> None:
        dialog = self.dialog = RunDialog(
            partial(self._runs.wrong, run=run), self._runs.begun(run), run, self.window()
        )
        dialog.entered.connect(partial(self._on_entered, run))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_entered(self, run: Run | None, entry: RunEntry) -> None:
        try:
            if run is None:
                saved = self._runs.add(entry, self.tr("Add run"))
            else:
                saved = self._runs.change(run, entry, self.tr("Change run"))
        except TrainerError as error:
            self.told.emit(str(error))
            return
        text = self.tr("Run added") if run is None else self.tr("Run changed")
        self.done.emit(": ".join(part for part in (text, distance_text(saved.distance_km)) if part) + ".")
