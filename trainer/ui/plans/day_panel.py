"""The chosen day: everything that stands on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.domain.calendar import CalendarEntry
from trainer.domain.under_way import Clash
from trainer.ui.days import day_text
from trainer.ui.plans.entry_row import EntryRow
from trainer.ui.plans.marks import Day
from trainer.ui.plans.told import Teller
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.page import card, clear
from trainer.ui.widgets.text import Words, rule


class DayPanel(QWidget):
    """`asked` carries what is to be done and the entry; `today_requested` leads to where training starts."""

    asked = Signal(str, object)
    today_requested = Signal()

    def __init__(
        self,
        details: Callable[[CalendarEntry], Sequence[str]],
        teller: Teller,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._details, self._teller = details, teller
        self.rows: list[EntryRow] = []
        self.title = Words(size="heading", wrap=True)
        self.empty = Words(self.tr("Nothing on this day."), "small", tone="muted", wrap=True)
        self.today_button = Button(self.tr("Go to Today"), icon="calendar-check")
        self.today_button.clicked.connect(self.today_requested)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        frame, column = card()
        column.addWidget(self.title)
        column.addWidget(self.empty)
        column.addLayout(self._list)
        column.addWidget(self.today_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.frame: QFrame = frame
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_day(self, day: Day, today: date, clashes: Mapping[str, Sequence[Clash]]) -> None:
        """Shows the day; the keyboard stays where it was, as far as that is still there."""
        before = self._focused()
        text = day_text(day.day, "dddd d MMMM")
        self.title.setText(self.tr("{0} · today").format(text) if day.day == today else text)
        clear(self._list)
        self.rows = []
        for number, mark in enumerate(day.marks):
            if number:
                self._list.addWidget(rule())
            entry = mark.entry
            details = self._details(entry) if entry is not None else ()
            row = EntryRow(mark, details, clashes.get(entry.id, ()) if entry else (), self._teller)
            row.asked.connect(self.asked)
            self.rows.append(row)
            self._list.addWidget(row)
            row.show()
        self.empty.setVisible(not day.marks)
        to_do = any(mark.movable and not mark.entry.skipped for mark in day.marks if mark.entry)
        self.today_button.setVisible(day.day == today and to_do)
        self._focus_again(before)

    def take_focus(self) -> bool:
        """Gives the first button the keyboard; False where there is none."""
        button = next((button for row in self.rows for button in row.buttons.values()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return button is not None

    def _focused(self) -> tuple[str, str] | None:
        for row in self.rows:
            for act, button in row.buttons.items():
                if button.hasFocus() and row.mark.entry is not None:
                    return row.mark.entry.id, act
        return None

    def _focus_again(self, before: tuple[str, str] | None) -> None:
        if before is None:
            return
        for row in self.rows:
            if row.mark.entry is not None and row.mark.entry.id == before[0] and row.buttons:
                button = row.buttons.get(before[1]) or next(iter(row.buttons.values()))
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.take_focus()
