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

NAMED_AT_MOST, LONGEST = 2, 44
"""So many sources are named on the button, in so many letters, or the first alone."""


class Sources(QWidget):
    """A small button that names its sources and unfolds them; `about` says what they are the sources of."""

    def __init__(
        self, references: Sequence[Reference], about: str, *, text: str = "{0}", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._references = shown(references)
        self._rows: QWidget | None = None
        names = self._names()
        self.button = Button(text.format(names), "source", icon="chevron-down", checkable=True)
        self.button.setAccessibleName(self.tr("Source: {0}").format(names))
        self.button.setAccessibleDescription(about)
        self.button.setToolTip(self.tr("Show the source"))
        self.button.toggled.connect(self._on_button_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _names(self) -> str:
        names = [short_name(reference) for reference in self._references]
        told = NAMED_AT_MOST if len(", ".join(names[:NAMED_AT_MOST])) <= LONGEST else 1
        text, more = ", ".join(names[:told]), len(names) - told
        return self.tr("{0} and {1} more").format(text, more) if more > 0 else text

    def _on_button_toggled(self, wanted: bool) -> None:
        self.button.set_icon_name("chevron-up" if wanted else "chevron-down")
        self.button.setToolTip(self.tr("Hide the source") if wanted else self.tr("Show the source"))
        if self._rows is None:
            self._rows = QWidget(self)
            rows = QVBoxLayout(self._rows)
            rows.setContentsMargins(0, 0, 0, 4)
            rows.setSpacing(0)
            for reference in self._references:
                rows.addWidget(ReferenceRow(reference))
            self._column.addWidget(self._rows)
        self._rows.setVisible(wanted)


class ClaimRow(QWidget):
    """A statement; `sources` unfolds what it rests on, and is None where it is the app's own rule."""

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
        self.sources: Sources | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(unbroken(claim.text), size, wrap=True))
        if claim.own_rule:
            column.addWidget(own_rule_mark(), 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.sources = Sources(references, claim.text)
            column.addWidget(self.sources)


def own_rule_mark() -> Words:
    """Stands beside what no study says."""
    mark = pill("")
    mark.setText(mark.tr("The app's own rule"))
    return mark


def unbroken(text: str) -> str:
    """Keeps a number and its percent sign in one line."""
    return text.replace(" %", "\N{NO-BREAK SPACE}%")
