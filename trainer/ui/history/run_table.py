"""The runs as a table that the keyboard can work in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from trainer.ui.history.run_model import RunModel
from trainer.ui.theme import text_scale

_HEIGHT_PX, _ROW_PX, _COLUMN_PX = 260, 32, 104
_MEASURED_ROWS = 50


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
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setResizeContentsPrecision(_MEASURED_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.doubleClicked.connect(self._on_double_clicked)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        scale = text_scale()
        self.setFixedHeight(round(_HEIGHT_PX * scale))
        self.verticalHeader().setDefaultSectionSize(round(_ROW_PX * scale))
        self.horizontalHeader().setMinimumSectionSize(round(_COLUMN_PX * scale))

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
