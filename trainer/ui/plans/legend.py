"""What the signs of the calendar mean."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.ui.plans.marks import CLASH_ICON, ICONS, MarkKind, mark_text
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.text import Words

_SHOWN = (
    MarkKind.PLANNED,
    MarkKind.DONE,
    MarkKind.SKIPPED,
    MarkKind.RACE,
    MarkKind.HARD_RUN,
    MarkKind.RUN,
)


class Legend(Flow):
    """A line of icons, each with its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        signs = [_sign(ICONS[kind], mark_text(kind)) for kind in _SHOWN]
        super().__init__([*signs, _sign(CLASH_ICON, self.tr("Too near a race or hard run"))], 16, parent)


def _sign(icon: str, word: str) -> QWidget:
    sign = QWidget()
    row = QHBoxLayout(sign)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel(icon, 16))
    row.addWidget(Words(word, "small", tone="muted"))
    return sign
