"""Reasons of the coach: a sentence with its numbers, its sources, or the mark of the app's own rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.services.coaching import Told
from trainer.ui.widgets.claim_row import Sources, own_rule_mark, unbroken
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.references import shown
from trainer.ui.widgets.text import Words


class WhyList(QWidget):
    """One reason below the other; an own rule after what a study found has both its mark and its source."""

    def __init__(self, reasons: Sequence[Told], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reasons = tuple(reasons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for told in self.reasons:
            column.addWidget(_Reason(told))


class _Reason(QWidget):
    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(unbroken(told.text), "small", wrap=True))
        if told.own_rule:
            column.addWidget(Flow([own_rule_mark()]), 0, Qt.AlignmentFlag.AlignLeft)
        if shown(told.references):
            column.addWidget(Sources(told.references, told.text))
