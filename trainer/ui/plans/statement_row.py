"""What a plan's page says, each sentence with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.exercise import Reference
from trainer.domain.plan import Statement
from trainer.ui.widgets.claim_row import Sources, own_rule_mark, unbroken
from trainer.ui.widgets.references import shown
from trainer.ui.widgets.text import Words


class StatementRow(QWidget):
    """A sentence; below it its sources, which unfold, or the mark of the app's own rule.

    Not `marked`: whoever shows it says so of all that stand together.
    """

    def __init__(
        self,
        statement: Statement,
        references: Sequence[Reference],
        *,
        marked: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.statement = statement
        self.sources: Sources | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(unbroken(statement.text), "small", wrap=True))
        if statement.own_rule and marked:
            column.addWidget(own_rule_mark(), 0, Qt.AlignmentFlag.AlignLeft)
        if shown(references):
            self.sources = Sources(references, statement.text)
            column.addWidget(self.sources)
