"""How one place feels: its side, its soreness and its pain."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.exercise import Side
from trainer.domain.first_steps import SORE
from trainer.services.coaching import Felt
from trainer.ui.today.areas import area_label
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.place_spots import central
from trainer.ui.widgets.scale import Scale
from trainer.ui.widgets.text import Words


class FeltRow(QWidget):
    """One place of a check-in; `removed` and `hurts_requested` carry it. `turned` tells of another side."""

    changed = Signal()
    turned = Signal()
    removed = Signal(str)
    hurts_requested = Signal(str)

    def __init__(self, area: str, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area, label = area, area_label(area)
        self.sides = Segments(
            self.tr("Side of {0}").format(label),
            (
                (Side.LEFT.value, self.tr("Left")),
                (Side.BOTH.value, self.tr("Both")),
                (Side.RIGHT.value, self.tr("Right")),
            ),
        )
        self.sides.chosen.connect(self.turned)
        self.sides.setVisible(not central(area))
        self.set_side(side)
        self.soreness = Scale(self.tr("Soreness of {0}").format(label))
        self.pain = Scale(self.tr("Pain of {0}").format(label))
        self.hurts_button = Button(self.tr("What hurts?"), "source", icon="chevron-right")
        self.hurts_button.setAccessibleName(self.tr("What hurts: {0}").format(label))
        self.hurts_button.clicked.connect(self._on_hurts_clicked)
        self.hurts_button.hide()
        self._lay_out(label)
        for scale in (self.soreness, self.pain):
            scale.answered.connect(self._on_scale_answered)

    @property
    def side(self) -> Side:
        """The side that is chosen."""
        return Side(self.sides.value)

    def set_side(self, side: Side) -> None:
        """Chooses a side; says nothing. A place in the middle of the body has none."""
        self.sides.set_value(Side.BOTH.value if central(self.area) else side.value)

    @property
    def felt(self) -> Felt | None:
        """What was answered, or None where nothing was."""
        soreness, pain = self.soreness.answer, self.pain.answer
        if soreness is None and pain is None:
            return None
        return Felt(self.area, self.side, soreness=soreness, pain=pain)

    def take_keyboard(self) -> None:
        """Puts the keyboard on its first question."""
        self.soreness.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, label: str) -> None:
        remove = Button(self.tr("Take {0} out").format(label), "icon", icon="x")
        remove.clicked.connect(self._on_remove_clicked)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Words(label, "small", strong=True, wrap=True), 1)
        head.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.sides, 0, Qt.AlignmentFlag.AlignLeft)
        for text, scale in ((self.tr("Soreness"), self.soreness), (self.tr("Pain"), self.pain)):
            column.addWidget(Words(text, "caption", tone="muted"))
            column.addWidget(scale)
        column.addWidget(self.hurts_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_scale_answered(self) -> None:
        self.hurts_button.setVisible(bool(self.pain.answer) or (self.soreness.answer or 0) >= SORE)
        self.changed.emit()

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self.area)

    def _on_hurts_clicked(self) -> None:
        self.hurts_requested.emit(self.area)
