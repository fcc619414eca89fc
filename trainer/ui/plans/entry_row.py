"""One thing on the chosen day: what it is, how it stands with it, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.under_way import Clash
from trainer.ui.days import day_text
from trainer.ui.plans.marks import CLASH_ICON, ICONS, Mark, mark_text
from trainer.ui.plans.told import Teller, ToldRow
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.text import Words

MOVE, SKIP, UNSKIP, EDIT, DELETE = "move", "skip", "unskip", "edit", "delete"


class EntryRow(QWidget):
    """`asked` carries what is to be done (MOVE, SKIP, …) and the entry; `details` say what is in it."""

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
        if entry is not None and entry.first_day is not None and entry.first_day != entry.day:
            words.append(self.tr("moved from {0}").format(day_text(entry.first_day, "ddd d MMM")))
        return ", ".join(words)

    def _buttons(self, entry: CalendarEntry) -> list[QWidget]:
        labels = {
            MOVE: (self.tr("Move…"), self.tr("Move {0}"), "calendar-range"),
            SKIP: (self.tr("Skip"), self.tr("Skip {0}"), "circle-slash"),
            UNSKIP: (self.tr("Do it after all"), self.tr("Do {0} after all"), "rotate-ccw"),
            EDIT: (self.tr("Edit…"), self.tr("Edit {0}"), "pencil"),
            DELETE: (self.tr("Delete"), self.tr("Delete {0}"), "trash-2"),
        }
        for act in acts_for(entry):
            text, spoken, icon = labels[act]
            button = Button(text, icon=icon)
            button.setAccessibleName(spoken.format(self.mark.title or mark_text(self.mark.kind)))
            button.setProperty("act", act)
            button.clicked.connect(self._on_button_clicked)
            self.buttons[act] = button
        return list(self.buttons.values())

    def _on_button_clicked(self) -> None:
        self.asked.emit(str(self.sender().property("act")), self.mark.entry)


def acts_for(entry: CalendarEntry) -> tuple[str, ...]:
    """What can be done with an entry; what was done stays where it is."""
    if entry.session_id:
        return ()
    if entry.kind is not EntryKind.WORKOUT:
        return (EDIT, MOVE, DELETE)
    if entry.skipped:
        return (UNSKIP,) if entry.plan_id else (UNSKIP, DELETE)
    return (MOVE, SKIP) if entry.plan_id else (MOVE, SKIP, DELETE)
