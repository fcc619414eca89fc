"""The rows behind the cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.domain.exercise import Exercise
from trainer.domain.vocabulary import REGIONS

EXERCISE_ROLE = Qt.ItemDataRole.UserRole + 1
_TOP = QModelIndex()


class ExerciseModel(QAbstractListModel):
    """A list of exercises, replaced as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Exercise, ...] = ()

    def set_rows(self, rows: Sequence[Exercise]) -> None:
        """Shows these exercises, in this order."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def exercise_at(self, row: int) -> Exercise:
        return self._rows[row]

    def row_of(self, exercise_id: str) -> int:
        """The row of an exercise, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.id == exercise_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        exercise = self._rows[index.row()]
        if role == EXERCISE_ROLE:
            return exercise
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return exercise.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            region = REGIONS.get(exercise.region, exercise.region)
            return self.tr("{0}, {1}, level {2} of 5").format(exercise.name, region, exercise.level)
        return None
