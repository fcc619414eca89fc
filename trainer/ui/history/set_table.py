"""A session's sets as a table that is worked with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from trainer.domain.session import SetLog
from trainer.ui.history.set_columns import Column
from trainer.ui.history.set_delegate import SetDelegate
from trainer.ui.history.set_model import Index, SetModel
from trainer.ui.theme import text_scale

_ROW_PX, _BAR_PX, _ROWS_SHOWN, _LEAST_ROWS = 36, 18, 10, 3
_WIDTHS_PX = {
    Column.EXERCISE: 172,
    Column.SIDE: 56,
    Column.RESULT: 108,
    Column.LOAD: 84,
    Column.LEAN: 62,
    Column.RPE: 62,
    Column.PAIN: 60,
    Column.PLACE: 116,
    Column.STATUS: 84,
    Column.WARM_UP: 88,
    Column.NOTE: 72,
}
_OWN_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter)
Trigger = QAbstractItemView.EditTrigger


class SetTable(QTableView):
    """F2, Enter, a double click or typing opens a cell; `chosen` tells that another set is the current one.

    `delete_pressed` by Delete, with True where Shift asks for one side alone.
    """

    chosen = Signal()
    delete_pressed = Signal(bool)

    def __init__(self, model: SetModel, name: str) -> None:
        super().__init__()
        self._sets = model
        self.setModel(model)
        self.setItemDelegate(SetDelegate(model, self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(Trigger.EditKeyPressed | Trigger.DoubleClicked | Trigger.AnyKeyPressed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self._fit_columns()
        self._fit_height()

    @property
    def current(self) -> SetLog | None:
        """The side of a set that the current cell belongs to."""
        return self._sets.row_at(self.currentIndex().row())

    def show_rows(self, rows: Sequence[SetLog], *, editable: bool) -> None:
        """Shows these and stays on the cell that was current, or on the one in its place."""
        before, index = self.current, self.currentIndex()
        self._sets.set_rows(rows, editable=editable)
        self._fit_height()
        at = -1 if before is None else self._sets.row_of(before)
        if at < 0:
            at = min(max(index.row(), 0), len(rows) - 1)
        column = index.column() if index.isValid() else Column.RESULT
        if at >= 0 and not self.currentIndex().isValid():
            self.setCurrentIndex(self._sets.index(at, column))
        self.chosen.emit()

    def choose(self, row: SetLog) -> None:
        """Goes to this side of a set, to what was done of it."""
        at = self._sets.row_of(row)
        if at >= 0:
            self.setCurrentIndex(self._sets.index(at, Column.RESULT))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_columns()
            self._fit_height()

    def event(self, event: QEvent) -> bool:
        """Keeps keys for the cells that the window's menu has uses for, too."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not editing and self.currentIndex().isValid():
                self.edit(self.currentIndex())
            case Qt.Key.Key_Delete if not editing:
                self.delete_pressed.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case _:
                super().keyPressEvent(event)

    def _fit_columns(self) -> None:
        for column, width_px in _WIDTHS_PX.items():
            self.setColumnWidth(column, round(width_px * text_scale()))

    def _fit_height(self) -> None:
        scale = text_scale()
        self.verticalHeader().setDefaultSectionSize(round(_ROW_PX * scale))
        rows = min(max(self._sets.rowCount(), _LEAST_ROWS), _ROWS_SHOWN)
        self.setFixedHeight(round((rows + 1) * _ROW_PX * scale) + 2 * self.frameWidth() + _BAR_PX)
