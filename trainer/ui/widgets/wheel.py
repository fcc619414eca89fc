"""The wheel belongs to the page: what it turns, it turns by the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QScrollBar, QWidget


class _Past(QObject):
    """Has the wheel go on to what lies behind, for a combo box always, else until it has the keyboard."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget):
            return False
        if watched.hasFocus() and not isinstance(watched, QComboBox):
            return False
        event.ignore()
        return True


def let_wheel_past(*widgets: QWidget) -> None:
    """Scrolling over these scrolls the page and changes none of them."""
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(_Past(widget))


def let_wheel_past_fields(form: QWidget) -> None:
    """The same for all that the wheel turns in a form."""
    for kind in (QComboBox, QAbstractSpinBox, QAbstractSlider):
        let_wheel_past(*(one for one in form.findChildren(kind) if not isinstance(one, QScrollBar)))
