"""Numbers keep off the edge of their box."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox

TEXT_EDGE_PX = 8


def inset(*boxes: QAbstractSpinBox) -> None:
    """Has the text begin where it does in a line of text: Qt leaves out the style sheet's padding here."""
    for box in boxes:
        box.lineEdit().setTextMargins(TEXT_EDGE_PX, 0, 0, 0)
