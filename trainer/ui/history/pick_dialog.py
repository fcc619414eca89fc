"""One of many, found by typing: the session to merge with, or an exercise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.dialog_foot import dialog_foot
from trainer.ui.widgets.search_field import SearchField
from trainer.ui.widgets.text import Words

WIDTH_PX, HEIGHT_PX = 480, 520
_ID = Qt.ItemDataRole.UserRole
Offer = tuple[str, str]
"""An id and what is shown for it."""


class PickDialog(QDialog):
    """`picked` carries the id; `find` offers what fits the words that are typed, all for none."""

    picked = Signal(str)

    def __init__(
        self,
        title: str,
        about: str,
        action: str,
        find: Callable[[str], Sequence[Offer]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self.setWindowTitle(title)
        self.search = SearchField(self.tr("Search"))
        self.search.textChanged.connect(self._on_search_text_changed)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setProperty("offer", True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(self._on_pick)
        self.pick_button = Button(action, "primary", icon="check")
        self.pick_button.clicked.connect(self._on_pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Words(title, "heading", wrap=True))
        column.addWidget(Words(about, "small", tone="muted", wrap=True))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(dialog_foot(self, self.pick_button))
        self._offer()
        scale = text_scale()
        self.resize(round(WIDTH_PX * scale), round(HEIGHT_PX * scale))
        if parent is not None:
            self.resize(self.size().boundedTo(parent.window().size()))
        self.search.setFocus()

    def _offer(self) -> None:
        self.list.clear()
        for key, text in self._find(self.search.text()):
            item = QListWidgetItem(text)
            item.setData(_ID, key)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.pick_button.setEnabled(self.list.count() > 0)

    def _on_search_text_changed(self) -> None:
        self._offer()

    def _on_pick(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.picked.emit(str(item.data(_ID)))
            self.accept()
