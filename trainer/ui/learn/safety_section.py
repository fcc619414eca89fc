"""Safety: what the app is and is not, when to get checked, who asks a clinician first, and what is known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.services.library import Library
from trainer.settings import Settings
from trainer.ui.learn.claim_list import ClaimList
from trainer.ui.learn.statement_list import StatementList
from trainer.ui.today.answers_card import AnswersCard

OWN_ORDER = (
    "safety-what-it-is",
    "safety-what-it-is-not",
    "places-not-diagnoses",
    "safety-its-limits",
    "safety-not-after-a-fresh-injury",
    "no-fewer-injuries-promised",
    "no-clinician-yet",
)
"""What the app says of itself; anything else at the place "safety" comes after it."""
ASK_FIRST = "intake-ask-first"


class SafetySection(QWidget):
    """`told` carries a sentence for the foot of the window."""

    told = Signal(str)

    def __init__(self, library: Library, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.answers = AnswersCard(settings, library)
        self.answers.told.connect(self.told)
        self.itself = self._itself()
        self.signs = self._signs()
        self.first = self._first()
        self.found = ClaimList(
            self.tr("What training may do for you"),
            [claim for claim in library.claims_for("safety") if not claim.own_rule],
            library,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.itself, self.signs, self.first, self.answers, self.found):
            column.addWidget(part)

    def _itself(self) -> StatementList:
        own = [claim for claim in self._library.claims_for("safety") if claim.own_rule]
        card = StatementList(self.tr("What this app is, and what it is not"))
        return card.add_group(sorted(own, key=_place_in_order), "info")

    def _signs(self) -> StatementList:
        card = StatementList(self.tr("When to stop and get checked"))
        for place, heading in (
            ("emergency", self.tr("Call the emergency number")),
            ("same-day", self.tr("Stop, and see a clinician the same day")),
            ("soon", self.tr("See a clinician soon")),
        ):
            card.add_group(self._library.claims_for(place), "triangle-alert", heading)
        return card

    def _first(self) -> StatementList:
        asked = {claim.key: claim for claim in self._library.claims_for("ask-first")}
        card = StatementList(self.tr("Who should ask a clinician first"))
        card.add_group([asked[ASK_FIRST]], "")
        return card.add_group(self._library.claims_for("intake"), "minus")


def _place_in_order(claim: Claim) -> int:
    return OWN_ORDER.index(claim.key) if claim.key in OWN_ORDER else len(OWN_ORDER)
