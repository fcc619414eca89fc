"""A card with a chart, what can be chosen about it, and its table twin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.charts.chart import Chart, TableTwin
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.text import Words


class ChartCard(QFrame):
    """Put choices into `choices`; `set_table_shown` swaps the chart for its values as text."""

    def __init__(self, title: str, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.chart = chart
        self.choices = FlowLayout()
        self.note = Words(size="small", tone="muted", wrap=True)
        self.note.hide()
        self.table = plain_table(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(Words(title, "body", strong=True))
        column.addLayout(self.choices)
        column.addWidget(chart)
        column.addWidget(self.table)
        self.table.hide()
        column.addWidget(self.note)

    def set_table_shown(self, shown: bool) -> None:
        """Shows the values as text, or the chart."""
        if shown:
            self._fill(self.chart.table())
        self.chart.setVisible(not shown)
        self.table.setVisible(shown)

    @property
    def table_shown(self) -> bool:
        return not self.table.isHidden()

    def refresh(self) -> None:
        """Fills the table anew where it is shown."""
        if self.table_shown:
            self._fill(self.chart.table())

    def say(self, words: str) -> None:
        """A line under the chart, or none."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _fill(self, twin: TableTwin) -> None:
        self.table.setColumnCount(len(twin.headers))
        self.table.setHorizontalHeaderLabels(twin.headers)
        self.table.setRowCount(len(twin.rows))
        for row, cells in enumerate(twin.rows):
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))


def plain_table(title: str) -> QTableWidget:
    """A table to read: no grid, no editing, rows chosen whole."""
    table = QTableWidget()
    table.setAccessibleName(title)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setFixedHeight(240)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
