"""One exercise of the next workout: its name, its target, and the way to its page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.workout import WorkoutItem
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words
from trainer.ui.wording import item_text, seconds_text


class ItemRow(QFrame):
    """`chosen` carries the item when the row is pressed, `opened` the exercise's id."""

    chosen = Signal(object)
    opened = Signal(str)

    def __init__(self, item: WorkoutItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.setProperty("row", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        target = item_text(item)
        self.setAccessibleName(f"{item.exercise}, {target}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(item.exercise, "body", strong=True, wrap=True))
        rest = self.tr("{0} · rest {1}").format(target, seconds_text(item.rest_s))
        words.addWidget(Words(rest, "small", tone="muted"))
        self.why = Words(item.why, "small", tone="muted", wrap=True)
        self.why.hide()
        words.addWidget(self.why)
        self.setAccessibleDescription(item.why)
        more = Button(self.tr("About {0}").format(item.exercise), "icon", icon="chevron-right")
        more.clicked.connect(self._on_more_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 4, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(more)

    def set_on(self, on: bool) -> None:
        """Whether its figure is the one shown, and with it why its target is what it is."""
        self.why.setVisible(on and bool(self.item.why))
        self.setProperty("on", on)
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.chosen.emit(self.item)
            return
        super().keyPressEvent(event)

    def _on_more_clicked(self) -> None:
        self.opened.emit(self.item.exercise_id)
