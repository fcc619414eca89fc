"""The runs as a table that the keyboard can work in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from trainer.ui.history.run_model import RunModel

_HEIGHT_PX = 260


class RunTable(QTableView):
    """`opened` by Enter or a double click, `delete_pressed` by Delete."""

    opened = Signal()
    delete_pressed = Signal()

    def __init__(self, model: RunModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFixedHeight(_HEIGHT_PX)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._on_double_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Delete if not event.modifiers():
                self.delete_pressed.emit()
            case _:
                super().keyPressEvent(event)

    def _on_double_clicked(self) -> None:
        self.opened.emit()
