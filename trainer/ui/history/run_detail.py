"""What is worth knowing about one run."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.domain.exercise import Reference
from trainer.services.runs import ListedRun
from trainer.ui.history.run_words import lengthening_text, source_text
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.claim_row import ClaimRow
from trainer.ui.widgets.text import Words, rule


class RunDetail(QWidget):
    """The chosen run: where it is from, its note, and what stands out, with what that rests on."""

    def __init__(self, claims: Sequence[tuple[Claim, Sequence[Reference]]]) -> None:
        super().__init__()
        self.source = Words(size="small", tone="muted", wrap=True)
        self.note = Words(wrap=True)
        self.edit_button = Button(self.tr("Change…"), icon="pencil")
        self.delete_button = Button(self.tr("Delete"), icon="trash-2")
        self.longer = Words(strong=True, wrap=True)
        self.verdict = Words(
            self.tr("This is pointed out so that you know; it says nothing about how you will fare."),
            "small",
            tone="muted",
            wrap=True,
        )
        self.pointed_out = QWidget()
        said = QVBoxLayout(self.pointed_out)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(rule())
        said.addWidget(self.longer)
        for claim, references in claims:
            said.addWidget(ClaimRow(claim, references, size="small"))
        said.addWidget(self.verdict)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.source, 1)
        row.addWidget(self.edit_button)
        row.addWidget(self.delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.pointed_out)

    def show_run(self, listed: ListedRun | None) -> None:
        """Tells about this run, or about none."""
        self.setVisible(listed is not None)
        if listed is None:
            return
        run, longer = listed.run, listed.lengthening
        source = source_text(run)
        self.source.setText(source[:1].upper() + source[1:])
        self.note.setText(run.note)
        self.note.setVisible(bool(run.note))
        told = longer is not None and longer.pointed_out
        self.pointed_out.setVisible(told)
        if longer is not None and told:
            self.longer.setText(lengthening_text(run, longer))
