"""Words on a page: plain text in one of the sizes of the type scale, never markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Words(QLabel):
    """Plain text; `size` is caption, small, body, heading, title or display, `tone` muted or accent."""

    def __init__(
        self,
        text: str = "",
        size: str = "body",
        *,
        tone: str = "",
        strong: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", size)
        if tone:
            self.setProperty("tone", tone)
        if strong:
            self.setProperty("strong", True)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_exact(self) -> Words:
        """For a column that scrolls: takes the height of its lines at its width, not that of its own wish."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return self

    def set_tabular(self) -> Words:
        """Gives every figure the same width, for numbers that change in place."""
        self.setFont(tabular(self.font()))
        return self


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width."""
    wide = QFont(font)
    wide.setFeature(QFont.Tag("tnum"), 1)
    return wide


def pill(text: str, parent: QWidget | None = None) -> Words:
    """A short fact with a thin border, such as *Hamstring* or *Level 3*."""
    words = Words(text, "small", parent=parent)
    words.setProperty("pill", True)
    words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return words


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line between two parts."""
    line = QFrame(parent)
    line.setProperty("rule", True)
    return line
