"""A card of claims under a heading, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.services.library import Library
from trainer.ui.theme import text_scale
from trainer.ui.widgets.claim_row import ClaimRow
from trainer.ui.widgets.text import Words, rule

READABLE_PX = 760


class ClaimList(QFrame):
    """The claims in their order; hidden where there is none."""

    def __init__(
        self,
        title: str,
        claims: Iterable[Claim],
        library: Library,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(title)
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Words(title, "heading"))
        self.rows = [ClaimRow(claim, library.references(claim)) for claim in claims]
        for row in self.rows:
            column.addWidget(rule())
            column.addWidget(row)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(16, 16, 16, 16)
        beside.addWidget(self._lines, 1)
        beside.addStretch(0)
        self._fit()
        if not self.rows:
            self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Lines no longer than can be read."""
        self._lines.setMaximumWidth(round(READABLE_PX * text_scale()))
