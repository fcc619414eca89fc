"""A chart's values as a table: on the screen in the locale's way, in a file in everybody's."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.exchange.profile import guard
from trainer.ui.numbers import number_text, short_day

Cell = str | int | float | date | None
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class TableTwin:
    """The same values as the chart's; None is what is not known."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def cell_text(cell: Cell) -> str:
    """A cell as the screen shows it."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return short_day(cell)
    return cell if isinstance(cell, str) else number_text(cell)


def csv_bytes(twin: TableTwin) -> bytes:
    """RFC 4180, UTF-8: days by ISO 8601, decimals with a point, no text that is taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(twin.headers)
    writer.writerows([_plain(cell) for cell in row] for row in twin.rows)
    return text.getvalue().encode()


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guard(cell)
    return cell.isoformat() if isinstance(cell, date) else f"{round(cell, 3):.15g}"


class TwinModel(QAbstractTableModel):
    """A table twin for a view; only what is looked at becomes text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.twin = TableTwin((), ())

    def set_twin(self, twin: TableTwin) -> None:
        """Shows these values."""
        self.beginResetModel()
        self.twin = twin
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.twin.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.twin.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        return cell_text(self.twin.rows[index.row()][index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.twin.headers[section] if section < len(self.twin.headers) else None
