"""A card of short statements of the app's own under one mark: warning signs, questions, what it is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.ui.learn.claim_list import READABLE_PX
from trainer.ui.theme import text_scale
from trainer.ui.widgets.claim_row import own_rule_mark
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.text import Words

ICON_PX = 16


class StatementList(QFrame):
    """Groups of statements, each below its own heading where it has one; nothing in it has a source."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(title)
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(Words(title, "heading", wrap=True))
        self._column.addWidget(own_rule_mark(), 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(4)
        self.texts: list[str] = []
        beside = QHBoxLayout(self)
        beside.setContentsMargins(16, 16, 16, 16)
        beside.addWidget(self._lines, 1)
        beside.addStretch(0)
        self._fit()

    def add_group(self, claims: Iterable[Claim], icon: str, heading: str = "") -> StatementList:
        """Adds statements one below the other. Raises ValueError for one that has a source to show."""
        if heading:
            self._column.addSpacing(8)
            self._column.addWidget(Words(heading, "body", strong=True, wrap=True))
        for claim in claims:
            if not claim.own_rule:
                raise ValueError(f"{claim.key} has sources, and belongs into a ClaimList")
            row = QHBoxLayout()
            row.setSpacing(8)
            if icon:
                row.addWidget(IconLabel(icon, ICON_PX), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Words(claim.text, wrap=True), 1)
            self._column.addLayout(row)
            self.texts.append(claim.text)
        return self

    def add_widget(self, widget: QWidget) -> StatementList:
        """Adds something to do at the end."""
        self._column.addSpacing(8)
        self._column.addWidget(widget)
        return self

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Lines no longer than can be read."""
        self._lines.setMaximumWidth(round(READABLE_PX * text_scale()))
