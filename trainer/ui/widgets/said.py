"""A statement with what it rests on: its sources, which unfold, the mark of the app's own rule, or both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.exercise import Reference
from trainer.ui.widgets.claim_row import Sources, own_rule_mark, unbroken
from trainer.ui.widgets.text import Words


class Said(QWidget):
    """Sentences of the app about a body that rest on the same, one below the other."""

    def __init__(
        self,
        texts: Sequence[str],
        references: Sequence[Reference] = (),
        *,
        own_rule: bool = False,
        size: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for text in texts:
            column.addWidget(Words(unbroken(text), size, wrap=True))
        if own_rule:
            column.addWidget(own_rule_mark(), 0, Qt.AlignmentFlag.AlignLeft)
        self.sources = Sources(references, " ".join(texts)) if references else None
        if self.sources is not None:
            column.addWidget(self.sources)
