"""What the coach says of the whole workout: that it had better wait, or that there is none today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class PlainPage:
    """One of the three plain pages, ready to be read."""

    title: str
    sentences: tuple[Told, ...]


class VerdictNote(QFrame):
    """Hidden where there is nothing to say; `move_requested` asks for the day that is better.

    Where no workout is offered the plain page stands here, with why below it.
    """

    move_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "note")
        self.title = Words("", "body", strong=True, wrap=True)
        self.move_button = Button("", icon="calendar-clock")
        self.move_button.clicked.connect(self.move_requested)
        self._buttons = Flow([self.move_button])
        self._icon, self._said = QHBoxLayout(), QVBoxLayout()
        self._said.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(self._said)
        column.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addLayout(self._icon)
        row.addLayout(column, 1)
        self.hide()

    def show_proposal(
        self, proposal: Proposal, reasons: Sequence[Told], page: PlainPage | None, *, movable: bool
    ) -> None:
        """Says the verdict with its reasons; a planned workout can be moved to the day that is better."""
        self.title.setText(self._title(proposal))
        clear(self._icon)
        self._icon.addWidget(IconLabel(ICONS[proposal.verdict], 22), 0, Qt.AlignmentFlag.AlignTop)
        clear(self._said)
        if page is not None:
            self._said.addWidget(Words(page.title, "heading", wrap=True))
            self._said.addWidget(WhyList(page.sentences))
            self._said.addWidget(Words(self.tr("Why this page"), "small", strong=True))
        self._said.addWidget(WhyList(reasons))
        later = proposal.later
        self._buttons.setVisible(movable and later is not None)
        if later is not None:
            self.move_button.setText(self.tr("Move it to {0}").format(_day(later)))
            self.move_button.setAccessibleName(self.move_button.text())
        self.setVisible(proposal.verdict is not Verdict.TRAIN or bool(reasons))

    def _title(self, proposal: Proposal) -> str:
        if proposal.verdict is Verdict.CLINICIAN:
            return self.tr("No workout today")
        if proposal.verdict is Verdict.LATER:
            later = proposal.later
            return self.tr("Better on {0}").format(_day(later)) if later else self.tr("Better later")
        return self.tr("Nothing to train today") if proposal.workout is None else self.tr("About today")


def _day(day: date) -> str:
    return day_text(day, "dddd d MMMM")
