"""Reasons of the coach: a sentence with its numbers, its sources, or the mark of the app's own rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.services.coaching import Told
from trainer.ui.widgets.references import shown
from trainer.ui.widgets.said import Said


class WhyList(QWidget):
    """One reason below the other; an own rule after what a study found has both its mark and its source."""

    def __init__(self, reasons: Sequence[Told], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reasons = tuple(reasons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for told in self.reasons:
            sources = shown(told.references)
            column.addWidget(Said([told.text], sources, own_rule=told.own_rule, size="small"))
