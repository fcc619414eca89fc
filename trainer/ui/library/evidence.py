"""The evidence behind an exercise: its grade in words, what is said about it, and its sources."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.domain.exercise import Evidence, Exercise, Reference
from trainer.ui.widgets.claim_row import ClaimRow
from trainer.ui.widgets.references import ReferenceRow, shown
from trainer.ui.widgets.text import Words, rule

Told = tuple[Claim, Sequence[Reference]]
"""A claim with the sources that it rests on."""


class EvidenceCard(QFrame):
    """The grade, what is the app's own rule, what is said, and the references that were seen."""

    def __init__(
        self,
        exercise: Exercise,
        claims: Sequence[Told],
        references: Sequence[Reference],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(Words(self.tr("Evidence"), "heading"))
        column.addWidget(Words(grade_name(exercise.evidence), strong=True, wrap=True))
        column.addWidget(Words(grade_words(exercise.evidence), wrap=True))
        own = own_rule_words(exercise)
        if own:
            column.addWidget(Words(own, "small", tone="muted", wrap=True))
        for claim, sources in claims:
            column.addWidget(rule())
            column.addWidget(ClaimRow(claim, sources, size="small"))
        seen = shown(references)
        if seen:
            column.addSpacing(8)
            column.addWidget(Words(self.tr("Sources, and what they showed in whom"), strong=True, wrap=True))
        for reference in seen:
            column.addWidget(rule())
            column.addWidget(ReferenceRow(reference))


def grade_name(evidence: Evidence | None) -> str:
    """The grade of an exercise in a few words."""
    words = {
        Evidence.TRIAL: "In a cited trial",
        Evidence.MECHANICS: "Measured, not in a trial",
        Evidence.PRACTICE: "Common practice",
        None: "Yours",
    }
    return QCoreApplication.translate("evidence", words[evidence])


def grade_words(evidence: Evidence | None) -> str:
    """What the grade of an exercise means."""
    words = {
        Evidence.TRIAL: "This exercise, or a named variant of it, was used in a cited trial.",
        Evidence.MECHANICS: "Supported by measurements of muscles or movement, not by a trial of it.",
        Evidence.PRACTICE: "Common practice; no trial of this exercise is cited.",
        None: "Your own exercise; no evidence is claimed for it.",
    }
    return QCoreApplication.translate("evidence", words[evidence])


def own_rule_words(exercise: Exercise) -> str:
    """Which of its numbers are the app's own, or "" where none is."""
    if not exercise.own_rules:
        return ""
    names = [QCoreApplication.translate("evidence", name) for name in exercise.own_rules]
    words = QCoreApplication.translate(
        "evidence", "Own rule of this app, as far as the note names no source: {0}."
    )
    return words.format(", ".join(names))
