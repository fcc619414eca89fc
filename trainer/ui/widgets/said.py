"""A statement with what it rests on: its sources, which unfold, the mark of the app's own rule, or both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.exercise import Reference
from trainer.ui.widgets.claim_row import Sources, own_rule_mark, unbroken
from trainer.ui.widgets.text import Words


class SaidRow(QWidget):
    """One sentence of the app about a body."""

    def __init__(
        self,
        text: str,
        references: Sequence[Reference] = (),
        *,
        own_rule: bool = False,
        size: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.words = Words(unbroken(text), size, wrap=True)
        column.addWidget(self.words)
        if own_rule:
            column.addWidget(own_rule_mark(), 0, Qt.AlignmentFlag.AlignLeft)
        self.sources = Sources(references, text) if references else None
        if self.sources is not None:
            column.addWidget(self.sources)
