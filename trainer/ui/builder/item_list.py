"""The list of a workout's exercises: ordered by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from trainer.ui.builder.item_model import ItemModel
from trainer.ui.builder.rows import RowDelegate
from trainer.ui.theme import Theme

_Flag = QItemSelectionModel.SelectionFlag
EDGE_PX = 8
LEAST_ROWS_PX = 72


class ItemList(QListView):
    """As high as its rows; `chosen` tells that another row, or other rows, are chosen.

    Delete asks for the chosen rows to be taken out.
    """

    chosen = Signal()
    removal_asked = Signal()

    def __init__(self, model: ItemModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.delegate = RowDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Exercises of the workout"))
        self.setProperty("bare", True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Nothing else makes what the model takes, so that this is a move within the list all the same.
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for bars in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.selectionModel().currentChanged.connect(self._on_selection_changed)
        self._quiet = False

    @property
    def places(self) -> tuple[int, ...]:
        """The rows that are chosen, from top to bottom."""
        return tuple(sorted(index.row() for index in self.selectedIndexes()))

    @property
    def place(self) -> int:
        """The row that the keyboard is on, or -1."""
        return self.currentIndex().row()

    def choose(self, places: Iterable[int]) -> None:
        """Chooses these rows, with the keyboard on the last of them."""
        rows = [place for place in places if 0 <= place < self._rows.rowCount()]
        selection = QItemSelection()
        for row in rows:
            selection.select(self._rows.index(row), self._rows.index(row))
        self._quiet = True
        self.selectionModel().select(selection, _Flag.ClearAndSelect)
        if rows:
            self.selectionModel().setCurrentIndex(self._rows.index(rows[-1]), _Flag.NoUpdate)
        self._quiet = False
        self.chosen.emit()

    def set_theme(self, theme: Theme) -> None:
        self.delegate.set_theme(theme)
        self.viewport().update()

    def fit(self) -> None:
        """Takes the height of its rows; the page around it scrolls."""
        self.doItemsLayout()
        rows = [self.sizeHintForRow(row) for row in range(self._rows.rowCount())]
        self.setFixedHeight(max(sum(rows) + EDGE_PX, LEAST_ROWS_PX))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def _on_selection_changed(self) -> None:
        if not self._quiet:
            self.chosen.emit()
