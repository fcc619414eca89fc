"""One of the three plain pages: whom to turn to, and why. Nothing to train on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.proposal import Page
from trainer.services.hurting import Hurting, Outcome
from trainer.ui.hurts.words import reason_text
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.said import SaidRow
from trainer.ui.widgets.text import Words

ICON_PX = 40
_ICONS = {Page.EMERGENCY: "triangle-alert", Page.TODAY: "circle-alert", Page.SOON: "calendar-days"}


class ClinicianPage(QWidget):
    """Says what to do in a title that is read from afar, then in sentences, then which answers led here."""

    def __init__(self, outcome: Outcome, hurting: Hurting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = outcome.page
        if text is None:
            raise ValueError("a plain page needs its text")
        self.title = Words(text.title, "title", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconLabel(_ICONS[text.page], ICON_PX), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(head)
        for sentence in text.sentences:
            sources = hurting.references(sentence.references)
            column.addWidget(SaidRow(sentence.text, sources, own_rule=sentence.own_rule))
        column.addWidget(Words(self.tr("Why this page"), strong=True))
        for flag in outcome.because:
            said = SaidRow(flag.question, hurting.references(flag.references), own_rule=flag.own_rule)
            column.addWidget(said)
        if not outcome.because:
            for reason in outcome.reasons:
                rule = hurting.rule(reason.rule)
                sources = hurting.references(rule.references)
                column.addWidget(SaidRow(reason_text(rule, reason), sources, own_rule=rule.own_rule))
        column.addStretch(1)
