"""A page with one message: something is empty, or went wrong, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.text import Words


class Message(QWidget):
    """An icon, a heading, a sentence, and a button where there is something to do."""

    asked = Signal()

    def __init__(
        self, icon: str, heading: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, 40)
        self.heading = Words(heading, "heading")
        self.sentence = Words(sentence, tone="muted", wrap=True)
        self.button = Button(action, "primary")
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.asked)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for part in (self._icon, self.heading):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setMaximumWidth(560)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.sentence, 20)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, heading: str, sentence: str) -> None:
        """Replaces the words."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)

    def add_below(self, widget: QWidget) -> None:
        """Puts something more below the button."""
        self._column.insertWidget(self._column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)
