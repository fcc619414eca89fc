"""A card with a chart, what can be chosen about it, its table twin, and its way into a file."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTableView,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.charts.chart import Chart
from trainer.ui.charts.table import TwinModel
from trainer.ui.theme import Theme
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.text import Words


class ChartCard(QFrame):
    """Put choices into `choices`; `set_table_shown` swaps the chart for its values as text.

    `save_requested` carries the ending of the file that the chart is to become: .png, .svg or .csv.
    """

    save_requested = Signal(str)

    def __init__(self, title: str, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.title = title
        self.chart = chart
        self._table_wanted = self._empty = False
        self.choices = FlowLayout()
        self.note = Words(size="small", tone="muted", wrap=True)
        self.note.hide()
        self.model = TwinModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, title)
        self.table.hide()
        self.save_button = Button(self.tr("Save this chart"), "icon", icon="download")
        self.save_button.clicked.connect(self._on_save_button_clicked)
        chart.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chart.customContextMenuRequested.connect(self._on_chart_custom_context_menu_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(Words(title, "body", strong=True), 1)
        top.addWidget(self.save_button)
        self._column.addLayout(top)
        self._column.addLayout(self.choices)
        for part in (chart, self.table, self.note):
            self._column.addWidget(part)

    def set_table_shown(self, shown: bool) -> None:
        """Shows the values as text, or the chart."""
        self._table_wanted = shown
        self._show_parts()

    def set_empty(self, empty: bool) -> None:
        """Shows neither while there is nothing to show; the note says why."""
        self._empty = empty
        self.save_button.setEnabled(not empty)
        self._show_parts()

    def _show_parts(self) -> None:
        self.chart.setVisible(not self._table_wanted and not self._empty)
        self.table.setVisible(self._table_wanted and not self._empty)
        self.refresh()

    @property
    def table_shown(self) -> bool:
        return not self.table.isHidden()

    def refresh(self) -> None:
        """Fills the table anew where it is shown."""
        if self.table_shown:
            self.model.set_twin(self.chart.table())

    def set_theme(self, theme: Theme) -> None:
        """Paints in the theme's colours."""
        self.chart.set_theme(theme)

    def say(self, words: str) -> None:
        """A line under the chart, or none."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def save_menu(self) -> QMenu:
        """What the chart can be saved as."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kinds = (
            (self.tr("Save as picture (PNG)…"), ".png"),
            (self.tr("Save as drawing (SVG)…"), ".svg"),
            (self.tr("Save values (CSV)…"), ".csv"),
        )
        for text, ending in kinds:
            menu.addAction(text).triggered.connect(partial(self.save_requested.emit, ending))
        return menu

    def _on_save_button_clicked(self) -> None:
        button = self.save_button
        self.save_menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_chart_custom_context_menu_requested(self, place: QPoint) -> None:
        self.save_menu().popup(self.chart.mapToGlobal(place))


def dress_table(table: QTableView, title: str) -> None:
    """A table to read: no grid, no editing, rows chosen whole."""
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


def plain_table(title: str) -> QTableWidget:
    """The same with items of its own."""
    table = QTableWidget()
    dress_table(table, title)
    return table
