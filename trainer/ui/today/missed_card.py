"""What was done about planned sessions that did not come about: told once, kindly, and gone at a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.under_way import Rescheduled
from trainer.ui.days import day_text
from trainer.ui.today.item_row import Tell
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.text import Words
from trainer.ui.widgets.why_list import WhyList

LINES = 4


class MissedCard(QFrame):
    """`undo_requested` asks for the calendar as it was, `closed` that it was read."""

    undo_requested = Signal()
    closed = Signal()

    def __init__(self, moved: Sequence[Rescheduled], tell: Tell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "note")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Words(self.tr("Your plan moved along"), "body", strong=True, wrap=True))
        self.lines = [Words(self._line(one), "small", wrap=True) for one in moved[:LINES]]
        if len(moved) > LINES:
            more = self.tr("and {0} more").format(len(moved) - LINES)
            self.lines.append(Words(more, "small", wrap=True))
        for line in self.lines:
            words.addWidget(line)
        reasons = list({one.reason.rule: one.reason for one in moved}.values())
        words.addWidget(WhyList([tell(reason) for reason in reasons]))
        self.close_button, self.undo_button = Button(self.tr("Fine")), Button(self.tr("Undo"), "quiet")
        self.undo_button.setAccessibleName(self.tr("Undo: leave the plan as it was"))
        self.close_button.clicked.connect(self.closed)
        self.undo_button.clicked.connect(self.undo_requested)
        words.addWidget(Flow([self.close_button, self.undo_button]))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel("calendar-clock", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _line(self, one: Rescheduled) -> str:
        before, after = day_text(one.entry.day, "dddd"), day_text(one.to, "dddd d MMMM")
        title = one.entry.title or self.tr("Session")
        return self.tr("{0}: from {1} to {2}").format(title, before, after)
