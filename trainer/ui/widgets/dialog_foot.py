"""The foot of a dialog that asks for something."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout

from trainer.ui.widgets.buttons import Button


def dialog_foot(dialog: QDialog, go: Button) -> QHBoxLayout:
    """*Cancel*, which rejects the dialog, and right of it the button that Enter presses."""
    cancel = Button(QCoreApplication.translate("dialog", "Cancel"))
    cancel.setAutoDefault(False)
    cancel.clicked.connect(dialog.reject)
    go.setDefault(True)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(go)
    return row
