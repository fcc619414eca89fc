"""The questions that come before any routine, on one screen; none is answered beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.hurt import RedFlag
from trainer.ui.hurts.tick_row import TickRow
from trainer.ui.widgets.scrolled import BAR_PX
from trainer.ui.widgets.text import Words, rule


class QuestionsStep(QWidget):
    """Ticks, and *None of these*; one of them is needed to go on."""

    changed = Signal()

    def __init__(self, place: str, flags: Sequence[RedFlag], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, TickRow] = {}
        self.none = TickRow(self.tr("None of these"), strong=True)
        self.none.box.toggled.connect(self._on_none_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, BAR_PX, 0)
        column.setSpacing(4)
        column.addWidget(Words(self.tr("Tick all that applies now."), tone="muted", wrap=True))
        here = [flag for flag in flags if not flag.everywhere]
        anywhere = [flag for flag in flags if flag.everywhere]
        for title, group in ((place, here), (self.tr("With anything that hurts"), anywhere)):
            if group:
                column.addSpacing(12)
                column.addWidget(Words(title, strong=True, wrap=True))
                column.addSpacing(4)
            for flag in group:
                self.rows[flag.id] = row = TickRow(flag.question)
                row.box.toggled.connect(self._on_row_toggled)
                column.addWidget(row)
        column.addSpacing(8)
        column.addWidget(rule())
        column.addWidget(self.none)
        column.addStretch(1)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the flags that are ticked."""
        return tuple(flag for flag, row in self.rows.items() if row.box.isChecked())

    @property
    def complete(self) -> bool:
        return bool(self.ticked) or self.none.box.isChecked()

    def _on_row_toggled(self, on: bool) -> None:
        if on:
            self.none.box.setChecked(False)
        self.changed.emit()

    def _on_none_toggled(self, on: bool) -> None:
        if on:
            for row in self.rows.values():
                row.box.setChecked(False)
        self.changed.emit()
