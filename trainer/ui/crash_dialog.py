"""The dialog that tells of a fault in the program."""

from __future__ import annotations

import importlib.metadata
import platform

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words


class CrashDialog(QDialog):
    """Says that something broke, that the log is safe, and shows the trace to copy."""

    def __init__(self, trace: str, saved: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something broke"))
        self.setMinimumWidth(560)
        self._trace = f"{_versions()}\n\n{trace}"
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Words(self.tr("Something broke in Stride Trainer"), "heading"))
        safe = self.tr("Every set you logged is saved. You can go on, or quit and start again.")
        unsafe = self.tr(
            "What was open could not be saved; sets logged before are safe. Quit and start again."
        )
        column.addWidget(Words(safe if saved else unsafe, wrap=True))
        details = QPlainTextEdit(self._trace)
        details.setReadOnly(True)
        details.setAccessibleName(self.tr("Details"))
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setMinimumHeight(160)
        column.addWidget(details)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy, leave, go_on = (
            Button(self.tr("Copy details")),
            Button(self.tr("Quit")),
            Button(self.tr("Go on")),
        )
        go_on.setDefault(True)
        copy.clicked.connect(self._on_copy_clicked)
        leave.clicked.connect(QCoreApplication.quit)
        go_on.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(go_on)
        return row

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._trace)


def _versions() -> str:
    try:
        version = importlib.metadata.version("stride-trainer")
    except importlib.metadata.PackageNotFoundError:
        version = "from a checkout"
    return f"Stride Trainer {version}, Python {platform.python_version()}, {platform.platform()}"
