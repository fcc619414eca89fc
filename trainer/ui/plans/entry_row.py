"""One thing on the chosen day: what it is, how it stands with it, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.calendar import CalendarEntry
from trainer.domain.under_way import Clash
from trainer.ui.days import day_text
from trainer.ui.plans.entry_acts import act_icon, act_label, act_text, acts_for
from trainer.ui.plans.marks import CLASH_ICON, ICONS, Mark, mark_text
from trainer.ui.plans.told import Teller, ToldRow
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.text import Words


class EntryRow(QWidget):
    """`asked` carries what is to be done (`entry_acts`) and the entry; `details` say what is in it."""

    asked = Signal(str, object)

    def __init__(
        self,
        mark: Mark,
        details: Sequence[str],
        clashes: Sequence[Clash],
        teller: Teller,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.mark = mark
        self.buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(IconLabel(ICONS[mark.kind]), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        kind = mark_text(mark.kind)
        column.addWidget(Words(mark.title or kind, strong=True, wrap=True))
        for line in (self._state(kind), *details):
            if line:
                column.addWidget(Words(line, "small", tone="muted", wrap=True))
        for clash in clashes:
            column.addWidget(ToldRow(teller(clash.reason), CLASH_ICON))
        if mark.entry is not None:
            column.addWidget(Flow(self._buttons(mark.entry)))
        row.addLayout(column, 1)

    def _state(self, kind: str) -> str:
        entry = self.mark.entry
        words = [kind] if self.mark.title and self.mark.title != kind else []
        if entry is not None and entry.week is not None:
            words.append(self.tr("week {0}").format(entry.week))
        if entry is not None and entry.first_day is not None and entry.first_day != entry.day:
            words.append(self.tr("moved from {0}").format(day_text(entry.first_day, "ddd d MMM")))
        return ", ".join(words)

    def _buttons(self, entry: CalendarEntry) -> list[QWidget]:
        for act in acts_for(entry):
            button = Button(act_label(act), icon=act_icon(act))
            button.setAccessibleName(act_text(act).format(self.mark.title or mark_text(self.mark.kind)))
            button.setProperty("act", act)
            button.clicked.connect(self._on_button_clicked)
            self.buttons[act] = button
        return list(self.buttons.values())

    def _on_button_clicked(self) -> None:
        self.asked.emit(str(self.sender().property("act")), self.mark.entry)
