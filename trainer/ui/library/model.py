"""The rows behind the cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.domain.exercise import Exercise
from trainer.domain.vocabulary import REGIONS

EXERCISE_ROLE = Qt.ItemDataRole.UserRole + 1
STARRED_ROLE = Qt.ItemDataRole.UserRole + 2
_TOP = QModelIndex()


class ExerciseModel(QAbstractListModel):
    """A list of exercises, replaced as a whole, and which of them are marked with a star."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Exercise, ...] = ()
        self._starred: frozenset[str] = frozenset()

    def set_rows(self, rows: Sequence[Exercise]) -> None:
        """Shows these exercises, in this order."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def set_starred(self, ids: frozenset[str]) -> None:
        """Marks these with a star, and no others."""
        if ids == self._starred:
            return
        self._starred = ids
        if self._rows:
            roles = [STARRED_ROLE, Qt.ItemDataRole.AccessibleTextRole]
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), roles)

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
        if role == STARRED_ROLE:
            return exercise.id in self._starred
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return exercise.name
        return self._spoken(exercise) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, exercise: Exercise) -> str:
        """The card in words, for a screen reader."""
        facts = [exercise.name, REGIONS.get(exercise.region, exercise.region)]
        facts.append(self.tr("level {0} of 5").format(exercise.level))
        facts.append(self.tr("yours") if exercise.own else "")
        facts.append(self.tr("favourite") if exercise.id in self._starred else "")
        return ", ".join(fact for fact in facts if fact)
