"""A reason of the coach with what it rests on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.rule import Reason
from trainer.services.coaching import Told
from trainer.ui.widgets.claim_row import Sources, own_rule_mark
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.references import shown
from trainer.ui.widgets.text import Words

Teller = Callable[[Reason], Told]
"""Puts a reason into words."""


class ToldRow(QWidget):
    """An icon, a sentence, and below it its sources or the mark of the app's own rule."""

    def __init__(self, told: Told, icon: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, 16), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        if lead:
            column.addWidget(Words(lead, "small", strong=True, wrap=True))
        self.words = Words(told.text, "small", wrap=True)
        column.addWidget(self.words)
        if told.own_rule:
            column.addWidget(own_rule_mark(), 0, Qt.AlignmentFlag.AlignLeft)
        if shown(told.references):
            column.addWidget(Sources(told.references, told.text))
        row.addLayout(column, 1)
