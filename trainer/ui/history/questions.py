"""Which question is asked of the log; one chart answers at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow

STRONGER, SIDES, LOAD, NEXT = "stronger", "sides", "load", "next"


class Questions(Flow):
    """`chosen` carries the question's id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.buttons = {
            STRONGER: Button(self.tr("Am I stronger?"), "chip", checkable=True),
            SIDES: Button(self.tr("Left and right?"), "chip", checkable=True),
            LOAD: Button(self.tr("Too much?"), "chip", checkable=True),
            NEXT: Button(self.tr("What next?"), "chip", checkable=True),
        }
        super().__init__(list(self.buttons.values()), parent=parent)
        self._group = QButtonGroup(self)
        for question, button in self.buttons.items():
            button.setProperty("value", question)
            self._group.addButton(button)
        self.buttons[STRONGER].setChecked(True)
        self._group.buttonClicked.connect(self._on_group_button_clicked)

    @property
    def value(self) -> str:
        """The question that is asked."""
        button = self._group.checkedButton()
        return STRONGER if button is None else str(button.property("value"))

    def _on_group_button_clicked(self) -> None:
        self.chosen.emit(self.value)
