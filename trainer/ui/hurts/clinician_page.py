"""One of the three plain pages: whom to turn to, and why. Nothing to train on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.proposal import Page
from trainer.services.hurting import Hurting, Outcome
from trainer.services.library import Library
from trainer.ui.hurts.grounds import Grounded, said_at_once
from trainer.ui.hurts.words import UNSIGNED, reason_text
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.scrolled import BAR_PX
from trainer.ui.widgets.text import Words

ICON_PX = 40
_ICONS = {Page.EMERGENCY: "triangle-alert", Page.TODAY: "circle-alert", Page.SOON: "calendar-days"}


class ClinicianPage(QWidget):
    """Says what to do in a title that is read from afar, then in sentences, then which answers led here."""

    def __init__(
        self, outcome: Outcome, hurting: Hurting, library: Library, parent: QWidget | None = None
    ) -> None:
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
        column.setContentsMargins(0, 0, BAR_PX, 0)
        column.setSpacing(12)
        column.addLayout(head)
        unsigned = [claim for claim in library.claims_for("limits") if claim.key == UNSIGNED]
        sentences: list[tuple[str, Grounded]] = [(one.text, one) for one in text.sentences]
        sentences += [(claim.text, claim) for claim in unsigned]
        column.addWidget(said_at_once(hurting, sentences))
        column.addSpacing(8)
        column.addWidget(Words(self.tr("Why this page"), "heading", wrap=True))
        column.addWidget(said_at_once(hurting, _why(outcome, hurting)))
        column.addStretch(1)
        for words in self.findChildren(Words):
            if words.wordWrap():
                words.set_exact()


def _why(outcome: Outcome, hurting: Hurting) -> list[tuple[str, Grounded]]:
    """The answers, or the rule where it was none of them."""
    if outcome.because:
        return [(flag.question, flag) for flag in outcome.because]
    rules = [(hurting.rule(reason.rule), reason) for reason in outcome.reasons]
    return [(reason_text(rule, reason), rule) for rule, reason in rules]
