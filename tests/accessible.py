"""What a screen reader finds in a window: its controls, and the names they have for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
UNNAMED = (QScrollBar, QTabBar, QMenuBar)  # named by what they scroll, by each tab, by each menu


def name_of(widget: QWidget) -> str:
    """The name as it is told to a screen reader."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def controls_in(root: QWidget) -> Iterator[QWidget]:
    """What can be seen and worked, by whatever means: also what takes the keyboard and is none of Qt's."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or isinstance(widget, UNNAMED) or _inner(widget):
            continue
        if isinstance(widget, CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def _inner(widget: QWidget) -> bool:
    """Whether it is a part of another control: a spin box's line, an area's viewport."""
    return widget.objectName().startswith("qt_") or isinstance(
        widget.parentWidget(), (QAbstractSpinBox, QComboBox, QLineEdit)
    )


def nameless(root: QWidget) -> list[str]:
    """The controls below that a screen reader has no name for."""
    return [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in controls_in(root)
        if not name_of(one)
    ]


def twins(panel: QWidget) -> list[str]:
    """The names that two visible buttons of a panel share."""
    buttons = [one for one in controls_in(panel) if isinstance(one, QAbstractButton)]
    return sorted(name for name, count in Counter(map(name_of, buttons)).items() if count > 1)
