"""The exercises of the workout that is put together, as a list that can be put into another order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from trainer.domain.arranging import Block, blocks
from trainer.domain.exercise import Exercise
from trainer.domain.workout import WorkoutItem
from trainer.ui.builder.rows import ALONE, EXERCISE_ROLE, FACTS_ROLE, FIRST, GROUP_ROLE, INNER, LAST
from trainer.ui.builder.words import block_word, item_facts

PLACES = "application/x-stride-trainer-places"
_TOP = QModelIndex()
Row = tuple[WorkoutItem, Exercise | None]


class ItemModel(QAbstractListModel):
    """Shows items with their exercises; what is dragged is told by `dropped` and moves nothing here.

    `dropped` carries the places that were dragged and the one before which they were let go.
    """

    dropped = Signal(list, int)

    def __init__(self, unit: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self._rows: tuple[Row, ...] = ()
        self._blocks: list[Block] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows these; as many as before are told as changed, so that what is chosen stays so."""
        if len(rows) == len(self._rows):
            self._take(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._take(rows)
        self.endResetModel()

    def _take(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self._blocks = blocks([item for item, _ in rows])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        item, exercise = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return item.exercise
        if role == FACTS_ROLE:
            return item_facts(item, self._unit)
        if role == EXERCISE_ROLE:
            return exercise
        if role == GROUP_ROLE:
            return self._group(index.row())
        return self._spoken(index.row()) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [PLACES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        places = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(PLACES, QByteArray(",".join(map(str, places)).encode()))
        return data

    def dropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        row: int,
        _column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if not data.hasFormat(PLACES):
            return False
        to = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        places = [int(place) for place in bytes(data.data(PLACES).data()).decode().split(",")]
        self.dropped.emit(places, to)
        return True

    def _block(self, row: int) -> Block:
        return next(block for block in self._blocks if block.first <= row <= block.last)

    def _group(self, row: int) -> tuple[str, str]:
        block = self._block(row)
        if not block.together:
            return ALONE, ""
        where = FIRST if row == block.first else LAST if row == block.last else INNER
        return where, block_word(block)

    def _spoken(self, row: int) -> str:
        item, _ = self._rows[row]
        parts = (item.exercise, item_facts(item, self._unit), block_word(self._block(row)))
        return ", ".join(part for part in parts if part)
