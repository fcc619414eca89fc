"""The four phases of a rep in seconds, and which of them a rep begins with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QVBoxLayout, QWidget

from trainer.domain.tempo import Phase, Tempo
from trainer.ui.widgets.buttons import Segments
from trainer.ui.widgets.number_edge import inset
from trainer.ui.widgets.text import Words

LONGEST_S = 60.0
STEP_S = 0.5


class TempoField(QWidget):
    """Seconds of lowering, bottom pause, lifting and top pause; None while all are zero."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Tempo"))
        names = {
            Phase.LOWERING: self.tr("Lowering"),
            Phase.BOTTOM: self.tr("Bottom pause"),
            Phase.LIFTING: self.tr("Lifting"),
            Phase.TOP: self.tr("Top pause"),
        }
        self.boxes: dict[Phase, QDoubleSpinBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, (phase, name) in enumerate(names.items()):
            box = self.boxes[phase] = _seconds(name)
            box.valueChanged.connect(self.changed)
            row, column = 2 * (place // 2), place % 2
            grid.addWidget(Words(name, "small", tone="muted"), row, column)
            grid.addWidget(box, row + 1, column)
        self.begins = Segments(
            self.tr("A rep begins with"),
            ((Phase.LOWERING.value, self.tr("Lowering")), (Phase.LIFTING.value, self.tr("Lifting"))),
        )
        self.begins.chosen.connect(self.changed)
        self.setFocusProxy(self.boxes[Phase.LOWERING])
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(8)
        column_.addLayout(grid)
        column_.addWidget(Words(self.tr("A rep begins with"), "small", tone="muted"))
        column_.addWidget(self.begins, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def tempo(self) -> Tempo | None:
        seconds = [self.boxes[phase].value() for phase in Phase]
        return Tempo(*seconds) if sum(seconds) > 0 else None

    @property
    def begins_with(self) -> Phase:
        return Phase(self.begins.value)

    def set_tempo(self, tempo: Tempo, begins_with: Phase) -> None:
        """Shows this tempo."""
        seconds = (tempo.lowering_s, tempo.bottom_s, tempo.lifting_s, tempo.top_s)
        for phase, value in zip(Phase, seconds, strict=True):
            self.boxes[phase].setValue(value)
        self.begins.set_value(begins_with.value)


class SecondsBox(QDoubleSpinBox):
    """Whole seconds without a decimal, halves with one."""

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(value, "f", 0 if value.is_integer() else 1)


def _seconds(name: str) -> SecondsBox:
    box = SecondsBox()
    box.setRange(0.0, LONGEST_S)
    box.setSingleStep(STEP_S)
    box.setDecimals(1)
    box.setSuffix(" s")
    box.setAccessibleName(name)
    inset(box)
    return box
