"""The leaves of the log panel: a choice among tiles, and a field to type in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer.ui.session.tile import Tile
from trainer.ui.widgets.text import Words

GAP_PX = 8
_CLOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


@dataclass(frozen=True, slots=True)
class Choice:
    """One tile of a choice: its label, the key that takes it, and what is told when it is taken."""

    label: str
    key: str
    value: object


class ChoicePage(QWidget):
    """Asks one thing, answered by a tile or its key; Esc or *Back* answers nothing."""

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self,
        question: str,
        choices: Sequence[Choice],
        columns: int,
        least_height_px: int,
    ) -> None:
        super().__init__()
        self._choices = tuple(choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        self._question = Words(question, "body", strong=True)
        column.addWidget(self._question)
        self._caution = Words(size="caption", wrap=True)
        self._caution.hide()
        column.addWidget(self._caution)
        grid = QGridLayout()
        grid.setSpacing(GAP_PX)
        column.addLayout(grid, 1)
        for place, choice in enumerate(self._choices):
            tile = Tile(choice.label, "" if choice.key == choice.label else choice.key)
            tile.allow_low(least_height_px)
            tile.setProperty("place", place)
            tile.clicked.connect(self._on_tile_clicked)
            grid.addWidget(tile, place // columns, place % columns)
        back = Tile(self.tr("Back"), "Esc")
        back.allow_low(least_height_px)
        back.clicked.connect(self.left)
        grid.addWidget(back, len(self._choices) // columns, len(self._choices) % columns)

    def warn(self, caution: str) -> None:
        """Says something below the question."""
        self._caution.setText(caution)
        self._caution.show()

    def ask(self, question: str) -> None:
        """Changes the question."""
        self._question.setText(question)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answers by a key; every key is kept from the session while the question stands."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.left.emit()
            return True
        pressed = event.text().upper()
        for choice in self._choices:
            if pressed and choice.key == pressed:
                self.chosen.emit(choice.value)
                return True
        return False

    def _on_tile_clicked(self) -> None:
        self.chosen.emit(self._choices[int(self.sender().property("place"))].value)


class _Field(QLineEdit):
    """A line that tells about Enter and Esc itself, so that neither reaches the session."""

    entered = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class EntryPage(QWidget):
    """A line to type, saved by Enter; Esc and *Back* close it, and keep what was typed if it is an answer."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, question: str, validator: QValidator | None = None, most: int = 500) -> None:
        super().__init__()
        self.field = _Field()
        self.field.setAccessibleName(question)
        self.field.setMaxLength(most)
        self.field.setMinimumHeight(48)
        if validator is not None:
            self.field.setValidator(validator)
        self.field.entered.connect(self._on_entered)
        self.field.escaped.connect(self.leave)
        save, back = (
            Tile(self.tr("Save"), self.tr("Enter"), icon="check"),
            Tile(self.tr("Back"), "Esc", icon="x"),
        )
        save.clicked.connect(self._on_entered)
        back.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        row.addWidget(save)
        row.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addWidget(Words(question, "body", strong=True))
        column.addWidget(self.field)
        column.addLayout(row)
        column.addStretch(1)

    def begin(self, text: str) -> None:
        """Takes the keyboard, with what is there so far."""
        self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Closes the field; what was typed and is an answer is kept."""
        if self.field.isModified() and self.field.hasAcceptableInput():
            self.entered.emit(self.field.text())
        else:
            self.left.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Takes Enter, Esc and what can be typed, also when the field has lost the keyboard."""
        ours = event.key() in _CLOSING or (event.text().isprintable() and event.text() != "")
        if self.field.hasFocus() or not ours:
            return False
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.keyPressEvent(event)
        return True

    def _on_entered(self) -> None:
        if self.field.hasAcceptableInput():
            self.entered.emit(self.field.text())
