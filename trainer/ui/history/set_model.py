"""The rows of the table of a session's sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from trainer.domain.session import SetLog
from trainer.ui.history.set_columns import Column, can_edit, cell_text, changed, entered, headers, target_text

_TOP = QModelIndex()
_Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex


class SetModel(QAbstractTableModel):
    """One row a side of a set. `edited` carries the row as it was entered; the model shows it at once."""

    edited = Signal(object)

    def __init__(self, load_unit: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SetLog, ...] = ()
        self._editable = True
        self._headers = headers()
        self.unit = load_unit

    @property
    def rows(self) -> tuple[SetLog, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[SetLog], *, editable: bool) -> None:
        """Shows these; where they are the same sets as before, an open editor stays."""
        same = [_key(row) for row in rows] == [_key(row) for row in self._rows]
        if same and editable is self._editable and rows:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._rows, self._editable = tuple(rows), editable
        self.endResetModel()

    def row_at(self, row: int) -> SetLog | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, wanted: SetLog) -> int:
        """Where a side of a set stands, -1 where it does not."""
        return next((at for at, row in enumerate(self._rows) if _key(row) == _key(wanted)), -1)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headers):
            return None
        return self._headers[section] if role == _Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row_at(index.row())
        if row is None or not self._editable:
            return flags
        column = Column(index.column())
        if column is Column.WARM_UP:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit(row, column) else flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = Column(index.column())
        if column is Column.WARM_UP and role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if row.warm_up else Qt.CheckState.Unchecked
        if role == _Role.DisplayRole:
            return cell_text(row, column, self.unit())
        if role == _Role.EditRole:
            return entered(row, column, self.unit())
        if role == _Role.AccessibleTextRole:
            return self._spoken(row, column)
        return self._hint(row, column) if role == _Role.ToolTipRole else None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or not self._editable:
            return False
        column = Column(index.column())
        if role == _Role.CheckStateRole and column is Column.WARM_UP:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        elif role != _Role.EditRole or not can_edit(row, column):
            return False
        after = changed(row, column, value, self.unit())
        if after == row:
            return False
        at = index.row()
        self._rows = (*self._rows[:at], after, *self._rows[at + 1 :])
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))
        self.edited.emit(after)
        return True

    def _spoken(self, row: SetLog, column: Column) -> str:
        """The cell by its name, since a cell alone says a number: `RPE 7.5`."""
        if column is Column.WARM_UP:
            return self.tr("Warm-up set") if row.warm_up else self.tr("Working set")
        text = cell_text(row, column, self.unit()) or self.tr("not said")
        return text if column is Column.EXERCISE else f"{self._headers[column]}: {text}"

    def _hint(self, row: SetLog, column: Column) -> str | None:
        if column is Column.NOTE:
            return row.note or None
        if column in (Column.EXERCISE, Column.PLACE):
            return cell_text(row, column, self.unit()) or None
        asked = target_text(row, self.unit()) if column in (Column.RESULT, Column.LOAD) else ""
        return self.tr("Asked for: {0}").format(asked) if asked else None


def _key(row: SetLog) -> tuple[str, str]:
    return row.set_id, row.side.value
