"""A form that scrolls where the window is lower than it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from trainer.ui.widgets.wheel import let_wheel_past_fields

BAR_PX = 12
"""Room that is left for the bar."""


def scrolled(fields: QWidget) -> QScrollArea:
    """An area as wide as the fields that goes up and down alone; Tab goes through the fields, not to it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(fields)
    let_wheel_past_fields(fields)
    return area
