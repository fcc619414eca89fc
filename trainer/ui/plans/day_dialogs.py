"""Small dialogs about days: where an entry goes, how far a plan is shifted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QSpinBox, QVBoxLayout, QWidget

from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.dialog_foot import dialog_foot
from trainer.ui.widgets.fields import Field
from trainer.ui.widgets.number_edge import inset
from trainer.ui.widgets.text import Words

WIDTH_PX, FURTHEST_D = 420, 366


class DayEdit(QDateEdit):
    """A day, typed or chosen from a calendar."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        self.setDate(QDate(day.year, day.month, day.day))

    @property
    def day(self) -> date:
        day = self.date()
        return date(day.year(), day.month(), day.day())


class DayDialog(QDialog):
    """Asks for a day; `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self, title: str, action: str, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = DayEdit(day)
        self.go_button = Button(action, "primary")
        self.go_button.clicked.connect(self._on_go_clicked)
        column = _column(self, title)
        column.addWidget(Field(self.tr("Day"), self.field))
        column.addLayout(dialog_foot(self, self.go_button))
        _fit(self, column)
        self.field.setFocus()

    def _on_go_clicked(self) -> None:
        self.chosen.emit(self.field.day)
        self.accept()


class ShiftDialog(QDialog):
    """Asks by how many days; `chosen` carries them, below zero for earlier."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Shift {0}").format(name)
        self.setWindowTitle(title)
        self.field = QSpinBox()
        self.field.setRange(-FURTHEST_D, FURTHEST_D)
        self.field.setValue(7)
        self.field.setSuffix(self.tr(" days"))
        inset(self.field)
        hint = self.tr("Everything still ahead moves by so many days; below zero is earlier.")
        self.go_button = Button(self.tr("Shift"), "primary")
        self.go_button.clicked.connect(self._on_go_clicked)
        column = _column(self, title)
        column.addWidget(Field(self.tr("By"), self.field, hint))
        column.addLayout(dialog_foot(self, self.go_button))
        _fit(self, column)
        self.field.setFocus()
        self.field.selectAll()

    def _on_go_clicked(self) -> None:
        if self.field.value():
            self.chosen.emit(self.field.value())
        self.accept()


def _column(dialog: QDialog, title: str) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    column.addWidget(Words(title, "heading", wrap=True))
    return column


def _fit(dialog: QDialog, column: QVBoxLayout) -> None:
    """As high as its words are at its width; by itself a dialog takes what they need in one line each."""
    column.activate()
    width = max(dialog.sizeHint().width(), round(WIDTH_PX * text_scale()))
    parent = dialog.parentWidget()
    width = width if parent is None else min(width, parent.window().width())
    dialog.resize(width, column.totalHeightForWidth(width))
