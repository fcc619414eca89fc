"""Sources: each as a row that opens it in the browser, and as a short name such as *Chumanov 2011*."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.exercise import Reference
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.text import Words, pill

# A title that stands for its authors is cut to so many letters.
LONGEST = 40


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


def mark_words(mark: str) -> str:
    """How much of a source was seen before it was cited here."""
    words = {"V": "Seen as cited", "P": "Seen in part"}
    return QCoreApplication.translate("evidence", words[mark])


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


def short_name(reference: Reference) -> str:
    """`Chumanov 2011`; the journal where no author was seen, or the beginning of the title."""
    first = reference.authors.partition(",")[0].split()
    # Initials follow the family name: "Van Hooren B".
    family = [part for part in first if not part.isupper()] or first
    if not family:
        family = [reference.journal or shorten(reference.title, LONGEST, placeholder="…")]
    return " ".join([*family, str(reference.year)]) if reference.year else " ".join(family)
