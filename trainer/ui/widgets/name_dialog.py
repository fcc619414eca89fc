"""Asks for a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.dialog_foot import dialog_foot
from trainer.ui.widgets.text import Words

WIDTH_PX = 420
LONGEST = 60


class NameDialog(QDialog):
    """`named` carries the name once `wrong` has nothing to say against it.

    `wrong` answers with a sentence, or with "" for a name that will do.
    """

    named = Signal(str)

    def __init__(
        self,
        title: str,
        action: str,
        wrong: Callable[[str], str],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wrong = wrong
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH_PX)
        self.field = QLineEdit(name)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(self.tr("Name"))
        self.field.selectAll()
        self.field.textEdited.connect(self._on_field_edited)
        self.problem = Words(size="small", strong=True, wrap=True)
        self.problem.hide()
        self.go_button = Button(action, "primary")
        self.go_button.clicked.connect(self._on_go_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Words(title, "heading", wrap=True))
        column.addWidget(self.field)
        column.addWidget(self.problem)
        column.addLayout(dialog_foot(self, self.go_button))

    def _on_field_edited(self) -> None:
        self.problem.hide()

    def _on_go_clicked(self) -> None:
        name = self.field.text().strip()
        sentence = self._wrong(name)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        if sentence:
            self.field.setFocus()
            return
        self.named.emit(name)
        self.accept()
