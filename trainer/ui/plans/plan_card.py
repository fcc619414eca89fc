"""One plan in the list: its name, whose it is, how long."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.plan import Plan
from trainer.ui.plans.words import footing_note, footing_text, length_text
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.text import Words, pill


class PlanCard(QFrame):
    """`opened` carries the plan's id; its button does for the keyboard what a click anywhere does."""

    opened = Signal(str)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.setProperty("card", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.open_button = Button(self.tr("Open"), "quiet", icon="chevron-right")
        self.open_button.setAccessibleName(self.tr("Open {0}").format(plan.name))
        self.open_button.setAccessibleDescription(f"{footing_text(plan.footing)}, {length_text(plan)}")
        self.open_button.clicked.connect(self._on_open_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(6)
        column.addWidget(Words(plan.name, strong=True, wrap=True))
        if plan.source:
            column.addWidget(Words(plan.source, "small", tone="muted", wrap=True))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        chip = pill(footing_text(plan.footing))
        chip.setToolTip(footing_note(plan.footing))
        chips: list[QWidget] = [chip, pill(length_text(plan))]
        if not plan.self_start:
            chips.append(pill(self.tr("Information only")))
        foot.addWidget(Flow(chips), 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(foot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.plan.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.plan.id)
            return
        super().keyPressEvent(event)

    def _on_open_clicked(self) -> None:
        self.opened.emit(self.plan.id)
