"""Deleting everything: asked twice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words


class DeleteDialog(QDialog):
    """Accepted when both questions were answered with delete."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked_once = False
        self.setWindowTitle(self.tr("Delete all my data"))
        self.setMinimumWidth(480)
        self.heading = Words(self.tr("Delete all your data?"), "heading", wrap=True)
        self.words = Words(
            self.tr(
                "Every session, set, setting and backup in {0} goes. This cannot be undone. "
                "A file exported before stays where you put it."
            ).format(folder),
            wrap=True,
        )
        keep, self.delete_button = Button(self.tr("Keep my data")), Button(self.tr("Delete…"))
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        row = QHBoxLayout()
        row.addWidget(self.delete_button)
        row.addStretch(1)
        row.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        for widget in (self.heading, self.words):
            column.addWidget(widget)
        column.addLayout(row)
        keep.setFocus()

    def _on_delete_clicked(self) -> None:
        if self._asked_once:
            self.accept()
            return
        self._asked_once = True
        self.heading.setText(self.tr("Are you sure? The backups go as well."))
        self.delete_button.setText(self.tr("Delete everything now"))
