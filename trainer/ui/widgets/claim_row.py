"""One claim with what it rests on: its sources, which unfold, or the mark of the app's own rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.domain.exercise import Reference
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.references import ReferenceRow, short_name, shown
from trainer.ui.widgets.text import Words, pill

NAMED_AT_MOST = 2


class ClaimRow(QWidget):
    """A statement; `source_button` shows and hides its sources, and is None where it is the app's own rule."""

    def __init__(
        self,
        claim: Claim,
        references: Sequence[Reference],
        *,
        size: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.claim = claim
        self._references = shown(references)
        self._sources: QWidget | None = None
        self.source_button: Button | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(Words(claim.text, size, wrap=True))
        if self._references:
            self._column.addWidget(self._make_source_button(), 0, Qt.AlignmentFlag.AlignLeft)
        elif claim.own_rule:
            self._column.addSpacing(2)
            self._column.addWidget(pill(self.tr("The app's own rule")), 0, Qt.AlignmentFlag.AlignLeft)

    def _make_source_button(self) -> Button:
        names = [short_name(reference) for reference in self._references]
        text = ", ".join(names[:NAMED_AT_MOST])
        if len(names) > NAMED_AT_MOST:
            text = self.tr("{0} and {1} more").format(text, len(names) - NAMED_AT_MOST)
        button = Button(text, "source", icon="chevron-down", checkable=True)
        button.setAccessibleName(self.tr("Source: {0}").format(text))
        button.setAccessibleDescription(self.claim.text)
        button.setToolTip(self.tr("Show the source"))
        button.toggled.connect(self._on_source_button_toggled)
        self.source_button = button
        return button

    def _on_source_button_toggled(self, wanted: bool) -> None:
        if self.source_button is not None:
            self.source_button.set_icon_name("chevron-up" if wanted else "chevron-down")
        if self._sources is None:
            self._sources = QWidget(self)
            rows = QVBoxLayout(self._sources)
            rows.setContentsMargins(0, 0, 0, 4)
            rows.setSpacing(0)
            for reference in self._references:
                rows.addWidget(ReferenceRow(reference))
            self._column.addWidget(self._sources)
        self._sources.setVisible(wanted)
