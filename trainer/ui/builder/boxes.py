"""Number boxes of the builder: reps or seconds, and loads in the user's unit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from trainer.domain.exercise import Kind
from trainer.ui.session.wording import KG_IN_LB
from trainer.ui.widgets.number_edge import inset

MOST_REPS, MOST_HOLD_S, MOST_LOAD = 100, 600, 999.0
_TAKING_BACK = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class _LeaveUndo(QObject):
    """Keeps a line of text from taking Ctrl+Z for itself, so that the builder takes back the whole step."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and any(map(event.matches, _TAKING_BACK)):  # type: ignore[attr-defined]
            event.ignore()
            return True
        return False


def prepare(box: QAbstractSpinBox) -> None:
    """What each number box of the builder needs."""
    inset(box)
    leave_undo(box)


def leave_undo(widget: QWidget) -> None:
    """Has Ctrl+Z in this field, or in the line of this number box, mean the builder's."""
    for one in (widget, *widget.findChildren(QLineEdit)):
        one.installEventFilter(_LeaveUndo(one))


class CountBox(QSpinBox):
    """A whole number; `MIXED` shows that there is no one number."""

    MIXED = 0

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self.setRange(least, most)
        self.setAccessibleName(name)
        prepare(self)

    def show_value(self, value: int | None) -> None:
        """Shows the number, or with None that there are several; tells nobody."""
        self.blockSignals(True)
        self.setMinimum(self._least if value is not None else min(self._least, self.MIXED))
        self.setSpecialValueText(self.tr("differ") if value is None else "")
        if value is not None:
            self.setMaximum(max(self.maximum(), value))
        self.setValue(self.MIXED if value is None else value)
        self.blockSignals(False)

    @property
    def mixed(self) -> bool:
        """Whether it shows no number."""
        return bool(self.specialValueText()) and self.value() == self.MIXED


class AmountBox(CountBox):
    """Reps, or seconds of a hold."""

    def __init__(self, name: str, kind: Kind, parent: QWidget | None = None) -> None:
        held = kind is Kind.HOLD
        super().__init__(name, 1, MOST_HOLD_S if held else MOST_REPS, parent)
        self.setSuffix(self.tr(" s") if held else "")
        self.setSingleStep(5 if held else 1)


class LoadBox(QDoubleSpinBox):
    """A load in the user's unit; nothing for none."""

    def __init__(self, name: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kg = KG_IN_LB if unit == "lb" else 1.0
        self.setRange(0.0, MOST_LOAD)
        self.setDecimals(2)
        self.setSingleStep(2.5 if unit == "kg" else 5.0)
        self.setSuffix(f" {unit}")
        self.setSpecialValueText(self.tr("none"))
        self.setAccessibleName(name)
        prepare(self)

    @property
    def load_kg(self) -> float | None:
        """To the gram; None for no load."""
        return round(self.value() * self._kg, 3) or None

    def show_load(self, load_kg: float | None) -> None:
        """Shows this load and tells nobody."""
        show_quietly(self, (load_kg or 0.0) / self._kg)

    def textFromValue(self, value: float) -> str:
        text = self.locale().toString(value, "f", 2)
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text


def show_quietly(box: QDoubleSpinBox, value: float) -> None:
    """Puts a value into a number box without telling anybody."""
    box.blockSignals(True)
    box.setValue(value)
    box.blockSignals(False)
