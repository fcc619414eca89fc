"""The side bar: where one can go, with icons and names; icons alone where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trainer.resources import resource_path
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words

MARK_PX = 32


class SideBar(QFrame):
    """A column of page buttons under the program's mark; `chosen` carries the page's id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, Button] = {}
        self._labels: dict[str, str] = {}
        self._compact = False
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        self._name = Words("Stride Trainer", "body", strong=True)
        self._upper, self._lower = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(4)
        column.addLayout(self._mark_row())
        column.addSpacing(16)
        column.addLayout(self._upper)
        column.addStretch(1)
        column.addLayout(self._lower)

    def add(self, page_id: str, label: str, icon: str, *, at_bottom: bool = False) -> None:
        """Adds a page: above the gap, or below it."""
        button = Button(label, "nav", icon=icon, checkable=True)
        button.setToolTip(label)
        button.setProperty("page", page_id)
        self._group.addButton(button)
        self._buttons[page_id] = button
        self._labels[page_id] = label
        (self._lower if at_bottom else self._upper).addWidget(button)

    def mark(self, page_id: str) -> None:
        """Shows which page one is on."""
        self._buttons[page_id].setChecked(True)

    def set_compact(self, compact: bool) -> None:
        """Shows icons alone, or icons and names."""
        if compact == self._compact:
            return
        self._compact = compact
        self._name.setVisible(not compact)
        for page_id, button in self._buttons.items():
            button.setText("" if compact else self._labels[page_id])
            button.setProperty("compact", compact)
            button.style().unpolish(button)
            button.style().polish(button)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() if self._compact else max(hint.width(), 200), hint.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def _mark_row(self) -> QHBoxLayout:
        mark = QLabel()
        icon = QIcon(str(resource_path("app-icon.svg")))
        mark.setPixmap(icon.pixmap(QSize(MARK_PX, MARK_PX), self.devicePixelRatioF()))
        mark.setFixedSize(MARK_PX, MARK_PX)
        row = QHBoxLayout()
        row.setContentsMargins(3, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addWidget(self._name)
        row.addStretch(1)
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return row

    def _on_group_button_clicked(self, button: Button) -> None:
        self.chosen.emit(str(button.property("page")))
