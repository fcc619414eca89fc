"""Asks which program wrote a file that does not say it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words

WIDTH_PX = 460


class ProgramDialog(QDialog):
    """`confirmed` carries the program when the user says that it wrote the file."""

    confirmed = Signal(str)

    def __init__(self, file_name: str, program: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self.setWindowTitle(self.tr("Import"))
        self.setMinimumWidth(WIDTH_PX)
        self.yes_button = Button(self.tr("Yes, from {0}").format(program), "primary")
        self.yes_button.setDefault(True)
        self.yes_button.clicked.connect(self._on_yes_clicked)
        self.no_button = Button(self.tr("Cancel"))
        self.no_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.no_button)
        row.addWidget(self.yes_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Words(self.tr("Is {0} from {1}?").format(file_name, program), "heading", wrap=True))
        about = self.tr("Its column names are in another language; what is in them looks like {0}.")
        column.addWidget(Words(about.format(program), wrap=True))
        column.addLayout(row)

    def _on_yes_clicked(self) -> None:
        self.confirmed.emit(self._program)
        self.accept()
