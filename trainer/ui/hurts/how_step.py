"""What it feels like, how much, and since when; nothing is chosen beforehand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.complaint import Feeling
from trainer.ui.hurts.words import SINCE_D, feeling_labels, since_labels
from trainer.ui.widgets.buttons import Segments
from trainer.ui.widgets.fields import ChipChoice, Field


class HowStep(QWidget):
    """Three answers."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.feelings = Segments(self.tr("What is it like?"), feeling_labels())
        self.levels = ChipChoice(self.tr("How much?"), {str(level): str(level) for level in range(11)})
        self.since = ChipChoice(self.tr("Since when?"), since_labels())
        self.feelings.chosen.connect(self._on_feelings_chosen)
        self.levels.changed.connect(self.changed)
        self.since.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        unsure = self.tr("Where you are not sure, choose pain.")
        column.addWidget(Field(self.tr("What is it like?"), self.feelings, unsure))
        ends = self.tr("0 is nothing, 10 the worst you can think of. Take the most it was in the last day.")
        column.addWidget(Field(self.tr("How much?"), self.levels, ends))
        column.addWidget(Field(self.tr("Since when?"), self.since))
        column.addStretch(1)

    @property
    def feeling(self) -> Feeling | None:
        return Feeling(self.feelings.value) if self.feelings.value else None

    @property
    def level(self) -> int | None:
        return next((int(value) for value in self.levels.values), None)

    @property
    def since_d(self) -> int | None:
        """Days, or None where one is not sure."""
        return next((SINCE_D[value] for value in self.since.values), None)

    @property
    def complete(self) -> bool:
        return self.feeling is not None and self.level is not None and bool(self.since.values)

    def _on_feelings_chosen(self, _value: str) -> None:
        self.changed.emit()
