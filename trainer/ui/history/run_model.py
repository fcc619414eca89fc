"""The rows of the table of runs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.services.runs import ListedRun
from trainer.ui.days import day_text
from trainer.ui.history.run_words import (
    distance_text,
    duration_text,
    effort_text,
    pace_text,
    percent_text,
)

_TOP = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class RunModel(QAbstractTableModel):
    """Runs, replaced as a whole: day, distance, time, pace, effort, and how much longer than those before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListedRun, ...] = ()
        self._headers = (
            self.tr("Day"),
            self.tr("Distance"),
            self.tr("Time"),
            self.tr("Pace"),
            self.tr("Effort"),
            self.tr("Longer by"),
        )

    def set_rows(self, rows: Sequence[ListedRun]) -> None:
        """Shows these runs, in this order."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def run_at(self, row: int) -> ListedRun | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, run_id: str) -> int:
        """The row of a run, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.run.id == run_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headers):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and section == len(self._headers) - 1:
            return self.tr("Runs over 110 % of the longest of the 30 days before")
        return self._headers[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        listed = self.run_at(index.row()) if index.isValid() else None
        if listed is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() else None
        return self._cells(listed)[index.column()] if role in _TEXTS else None

    def _cells(self, listed: ListedRun) -> tuple[str, ...]:
        run, longer = listed.run, listed.lengthening
        return (
            day_text(listed.day, "ddd d MMM yyyy"),
            distance_text(run.distance_km),
            duration_text(run.duration_s),
            pace_text(run),
            effort_text(run),
            percent_text(longer) if longer is not None and longer.pointed_out else "",
        )
