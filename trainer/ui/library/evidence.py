"""The evidence behind an exercise: its grade in words, and the sources with what they showed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.domain.exercise import Evidence, Exercise, Reference
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.text import Words, pill, rule


class EvidenceCard(QFrame):
    """The grade, what is the app's own rule, and the references that were seen."""

    def __init__(
        self, exercise: Exercise, references: Sequence[Reference], parent: QWidget | None = None
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
        for reference in shown(references):
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


def mark_words(mark: str) -> str:
    """How much of a source was seen before it was cited here."""
    words = {"V": "Seen as cited", "P": "Seen in part"}
    return QCoreApplication.translate("evidence", words[mark])


def own_rule_words(exercise: Exercise) -> str:
    """Which of its numbers are the app's own, or "" where none is."""
    if not exercise.own_rules:
        return ""
    names = [QCoreApplication.translate("evidence", name) for name in exercise.own_rules]
    words = QCoreApplication.translate(
        "evidence", "Own rule of this app, as far as the note names no source: {0}."
    )
    return words.format(", ".join(names))


class ReferenceRow(QWidget):
    """One source: what it showed and in whom, who wrote it, how much was seen; a button opens it."""

    def __init__(self, reference: Reference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.url = reference_url(reference)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(Words(reference.title, "small", strong=True, wrap=True))
        if reference.finding:
            column.addWidget(Words(reference.finding, "small", wrap=True))
        column.addWidget(Words(self._source(reference), "small", tone="muted", wrap=True))
        foot: list[QWidget] = [pill(mark_words(reference.mark))]
        if not self.url.isEmpty():
            foot.append(self._open_button(reference))
        column.addWidget(Flow(foot))

    def _source(self, reference: Reference) -> str:
        year = str(reference.year) if reference.year else self.tr("no year")
        parts = (f"{reference.authors} {year}".strip(), reference.journal)
        return ". ".join(part for part in parts if part)

    def _open_button(self, reference: Reference) -> Button:
        numbers = (("DOI", reference.doi), ("PubMed", reference.pmid), ("PubMed Central", reference.pmcid))
        where = next(f"{name} {number}" for name, number in numbers if number)
        button = Button(where, "quiet", icon="external-link")
        button.setAccessibleName(self.tr("Open “{0}” in the browser").format(reference.title))
        button.setToolTip(self.url.toString())
        button.clicked.connect(self._on_open_clicked)
        return button

    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(self.url)


def reference_url(reference: Reference) -> QUrl:
    """Where the source can be read about; empty where no number of it is known."""
    if reference.doi:
        return QUrl(f"https://doi.org/{reference.doi}")
    if reference.pmid:
        return QUrl(f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/")
    if reference.pmcid:
        return QUrl(f"https://pmc.ncbi.nlm.nih.gov/articles/{reference.pmcid}/")
    return QUrl()


def shown(references: Sequence[Reference]) -> list[Reference]:
    """The sources that were seen; those known from memory only are not shown."""
    return [reference for reference in references if reference.mark != "M"]
