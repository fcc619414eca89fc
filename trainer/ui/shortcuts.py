"""The list of shortcuts that F1 shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words, pill


class ShortcutsDialog(QDialog):
    """Entries and their keys, by menu."""

    def __init__(self, rows: list[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(Words(self.tr("Keyboard shortcuts"), "heading"))
        column.addLayout(self._grid(rows))
        close = Button(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _grid(self, rows: list[tuple[str, str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        shown = ""
        for number, (menu, entry, keys) in enumerate(rows):
            if menu != shown:
                grid.addWidget(Words(menu, "small", tone="muted"), number, 0)
                shown = menu
            grid.addWidget(Words(entry, "small"), number, 1)
            grid.addWidget(pill(keys), number, 2, Qt.AlignmentFlag.AlignRight)
        return grid
