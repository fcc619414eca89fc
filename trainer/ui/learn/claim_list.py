"""A card of claims under a heading, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.services.library import Library
from trainer.ui.widgets.claim_row import ClaimRow
from trainer.ui.widgets.text import Words, rule


class ClaimList(QFrame):
    """The claims in their order; hidden where there is none."""

    def __init__(
        self,
        title: str,
        claims: Iterable[Claim],
        library: Library,
        *,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(Words(title, "heading"))
        if note:
            column.addWidget(Words(note, "small", tone="muted", wrap=True))
        self.rows = [ClaimRow(claim, library.references(claim)) for claim in claims]
        for row in self.rows:
            column.addWidget(rule())
            column.addWidget(row)
        if not self.rows:
            self.hide()
