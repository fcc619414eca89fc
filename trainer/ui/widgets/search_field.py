"""A field to search in, with its glass."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer.ui.widgets.icon_label import IconLabel

ICON_PX = 18
EDGE_PX = 11


class SearchField(QLineEdit):
    """A line to type in; the cross at its end clears it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self._glass = IconLabel("search", ICON_PX, parent=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setTextMargins(self._glass.width() + 6, 0, 0, 0)
        self._glass.move(EDGE_PX, (self.height() - self._glass.height()) // 2)
