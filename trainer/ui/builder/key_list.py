"""The keys of the builder: what holds them, and the list that F1 shows."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from trainer.ui.builder.words import tr

UP, DOWN, JOIN, PART, COPY, REMOVE = "Alt+Up", "Alt+Down", "Ctrl+G", "Ctrl+Shift+G", "Ctrl+D", "Del"
UNDO, REDO, SAVE, FIND = "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+S", "Ctrl+F"


def shown(keys: str) -> str:
    """The keys as the platform writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def builder_rows() -> list[tuple[str, str, str]]:
    """Where they hold, what each does, and its keys."""
    rows = (
        (tr("Move exercises up"), UP),
        (tr("Move exercises down"), DOWN),
        (tr("Superset or circuit"), JOIN),
        (tr("One after the other"), PART),
        (tr("Duplicate"), COPY),
        (tr("Take out"), REMOVE),
        (tr("Add exercises"), FIND),
        (tr("Save"), SAVE),
    )
    return [(tr("In the builder"), what, shown(keys)) for what, keys in rows]
