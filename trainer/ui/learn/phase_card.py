"""What is known about one phase of the stride: the hamstrings' work, and the claims with their sources."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.domain.stride import Phase, Work
from trainer.services.library import Library
from trainer.ui.learn.words import CLAIMS_OF_PHASE, SPEED_MEASURED, WORK_ICONS, phase_words, work_words
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.claim_row import ClaimRow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.page import clear
from trainer.ui.widgets.text import Words, rule


class PhaseCard(QFrame):
    """Reads like a page of a book: `phase_stepped` asks for the one before or after."""

    phase_stepped = Signal(int)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._library = library
        self._claims = {claim.key: claim for claim in library.claims_for("stride")}
        self._rows: list[ClaimRow] = []
        self.phase: Phase | None = None
        self.title = Words(size="heading")
        self.back_button = Button(self.tr("Phase before"), "icon", icon="chevron-left")
        self.next_button = Button(self.tr("Next phase"), "icon", icon="chevron-right")
        self.back_button.clicked.connect(self._on_back_button_clicked)
        self.next_button.clicked.connect(self._on_next_button_clicked)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.back_button)
        head.addWidget(self.next_button)
        self._work = QHBoxLayout()
        self._work.setSpacing(8)
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._work)
        column.addLayout(self._body)
        column.addStretch(1)

    @property
    def rows(self) -> list[ClaimRow]:
        """The claims that are shown, in their order; the last says at which speed all of it was measured."""
        return list(self._rows)

    def show_phase(self, phase: Phase) -> None:
        """Turns to this phase."""
        if phase is self.phase:
            return
        self.phase = phase
        self.title.setText(phase_words(phase))
        self.setAccessibleName(self.tr("About the phase: {0}").format(phase_words(phase)))
        clear(self._work)
        self._work.addWidget(IconLabel(WORK_ICONS[phase.work], 20), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Hamstrings: {0}").format(_lower(work_words(phase.work)))
        self._work.addWidget(Words(words, strong=True, wrap=True), 1)
        clear(self._body)
        if phase.work is Work.NOT_TOLD:
            silent = self.tr("No source cited here tells what load they carry in this part of the cycle.")
            self._body.addWidget(Words(silent, "small", tone="muted", wrap=True))
        keys = (*CLAIMS_OF_PHASE[phase.id], SPEED_MEASURED)
        self._rows = [self._row(self._claims[key]) for key in keys if key in self._claims]
        for row in self._rows:
            self._body.addWidget(rule())
            self._body.addWidget(row)

    def _row(self, claim: Claim) -> ClaimRow:
        size = "small" if claim.key == SPEED_MEASURED else "body"
        return ClaimRow(claim, self._library.references(claim), size=size)

    def _on_back_button_clicked(self) -> None:
        self.phase_stepped.emit(-1)

    def _on_next_button_clicked(self) -> None:
        self.phase_stepped.emit(1)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
