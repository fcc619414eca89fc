"""What the coach says of the whole workout: that it had better wait, or that there is none today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.proposal import Proposal, Verdict
from trainer.services.coaching import Told
from trainer.ui.days import day_text
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.page import clear
from trainer.ui.widgets.text import Words
from trainer.ui.widgets.why_list import WhyList

ICONS = {Verdict.LATER: "calendar-clock", Verdict.CLINICIAN: "stethoscope", Verdict.TRAIN: "info"}


class VerdictNote(QFrame):
    """Hidden where there is nothing to say; `move_requested` asks for the day that is better."""

    move_requested = Signal()
    page_requested = Signal(object)
    """The plain page to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "note")
        self._proposal: Proposal | None = None
        self.title = Words("", "body", strong=True, wrap=True)
        self.move_button = Button("", icon="calendar-clock")
        self.move_button.clicked.connect(self.move_requested)
        self.page_button = Button(self.tr("What to do"), "primary", icon="chevron-right")
        self.page_button.clicked.connect(self._on_page_clicked)
        self._buttons = Flow([self.move_button, self.page_button])
        self._icon, self._reasons = QHBoxLayout(), QVBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(self._reasons)
        column.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addLayout(self._icon)
        row.addLayout(column, 1)
        self.hide()

    def show_proposal(self, proposal: Proposal, reasons: Sequence[Told], *, movable: bool) -> None:
        """Says the verdict with its reasons; a planned workout can be moved to the day that is better."""
        self._proposal = proposal
        self.title.setText(self._title(proposal))
        clear(self._icon)
        self._icon.addWidget(IconLabel(ICONS[proposal.verdict], 22), 0, Qt.AlignmentFlag.AlignTop)
        clear(self._reasons)
        self._reasons.addWidget(WhyList(reasons))
        self.move_button.setVisible(movable and proposal.later is not None)
        if proposal.later is not None:
            self.move_button.setText(self.tr("Move it to {0}").format(_day(proposal.later)))
            self.move_button.setAccessibleName(self.move_button.text())
        self.page_button.setVisible(proposal.verdict is Verdict.CLINICIAN and proposal.page is not None)
        self._buttons.setVisible(not self.move_button.isHidden() or not self.page_button.isHidden())
        self.setVisible(proposal.verdict is not Verdict.TRAIN or bool(reasons))

    def _title(self, proposal: Proposal) -> str:
        if proposal.verdict is Verdict.CLINICIAN:
            return self.tr("No workout today")
        if proposal.verdict is Verdict.LATER:
            later = proposal.later
            return self.tr("Better on {0}").format(_day(later)) if later else self.tr("Better later")
        return self.tr("Nothing to train today") if proposal.workout is None else self.tr("Today")

    def _on_page_clicked(self) -> None:
        if self._proposal is not None:
            self.page_requested.emit(self._proposal.page)


def _day(day: date) -> str:
    return day_text(day, "dddd d MMMM")
