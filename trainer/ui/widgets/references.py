"""Sources: each as a row that opens it in the browser, and as a short name such as *Chumanov 2011*."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.exercise import Reference
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words


class ReferenceRow(QWidget):
    """One source: who, when, what, where; a button opens it in the browser."""

    def __init__(self, reference: Reference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.url = reference_url(reference)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(reference.title, "small", strong=True, wrap=True))
        year = str(reference.year) if reference.year else self.tr("no year")
        source = ". ".join(
            part for part in (f"{reference.authors} {year}".strip(), reference.journal) if part
        )
        words.addWidget(Words(source, "small", tone="muted", wrap=True))
        row.addLayout(words, 1)
        if not self.url.isEmpty():
            open_it = Button(self.tr("Open"), "quiet", icon="external-link")
            open_it.setAccessibleName(self.tr("Open “{0}” in the browser").format(reference.title))
            open_it.clicked.connect(self._on_open_it_clicked)
            row.addWidget(open_it)

    def _on_open_it_clicked(self) -> None:
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


def short_name(reference: Reference) -> str:
    """`Chumanov 2011`; the title where no author was seen."""
    first = reference.authors.partition(",")[0].split()
    # Initials follow the family name: "Van Hooren B".
    family = [part for part in first if not part.isupper()] or first
    if not family:
        return reference.title
    return " ".join([*family, str(reference.year)]) if reference.year else " ".join(family)
