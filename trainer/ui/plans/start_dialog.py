"""Where a plan is to begin and on which days, with what that makes of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.calendar import CalendarEntry
from trainer.domain.plan import Plan
from trainer.domain.under_way import Layout
from trainer.errors import TrainerError
from trainer.ui.days import day_text
from trainer.ui.plans.day_dialogs import DayEdit
from trainer.ui.plans.marks import CLASH_ICON
from trainer.ui.plans.month import days_of_month, month_after, month_of
from trainer.ui.plans.month_view import MonthView
from trainer.ui.plans.told import Teller, ToldRow
from trainer.ui.plans.words import length_text, sessions_text
from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.dialog_foot import dialog_foot
from trainer.ui.widgets.fields import ChipChoice, Field
from trainer.ui.widgets.page import clear, set_stacked
from trainer.ui.widgets.scrolled import scrolled
from trainer.ui.widgets.text import Words

SIZE, CELL_PX = QSize(860, 640), 54
Preview = Callable[[Plan, date, Collection[int]], Layout]
Entries = Callable[[date, date], Sequence[CalendarEntry]]


class StartDialog(QDialog):
    """`wanted` carries the first day, the ISO weekdays and the layout that was seen; nothing is written."""

    wanted = Signal(object, object, object)

    def __init__(
        self,
        plan: Plan,
        today: date,
        weekdays: Collection[int],
        preview: Preview,
        entries: Entries,
        teller: Teller,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan, self._today = plan, today
        self._preview, self._entries, self._teller = preview, entries, teller
        self._layout: Layout | None = None
        self._shown = today.replace(day=1)
        title = self.tr("Start {0}").format(plan.name)
        self.setWindowTitle(title)
        self.day = DayEdit(today)
        self.day.dateChanged.connect(self._on_choice_changed)
        self.days = ChipChoice(self.tr("Training days"), _weekday_names(), several=True)
        self.days.set_values(str(day) for day in weekdays)
        self.days.changed.connect(self._on_choice_changed)
        self.month = MonthView(today, cell_px=CELL_PX, movable=False)
        self.month.setAccessibleName(self.tr("How it would stand on the calendar"))
        self.month.month_wanted.connect(self._on_month_wanted)
        self.month_title = Words(strong=True)
        self.earlier_button = Button(self.tr("Month before"), "icon", icon="chevron-left")
        self.later_button = Button(self.tr("Month after"), "icon", icon="chevron-right")
        self.earlier_button.clicked.connect(self._on_earlier_clicked)
        self.later_button.clicked.connect(self._on_later_clicked)
        self.summary = Words(wrap=True, strong=True)
        self.reasons = QVBoxLayout()
        self.reasons.setSpacing(8)
        self.go_button = Button(self.tr("Start plan"), "primary", icon="play")
        self.go_button.clicked.connect(self._on_go_clicked)
        self._lay_out(title)
        wanted = SIZE * text_scale()
        self.resize(wanted if parent is None else wanted.boundedTo(parent.window().size()))
        self._look(to_start=True)
        self.day.setFocus()

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The ISO weekdays that are chosen."""
        return tuple(int(day) for day in self.days.values)

    @property
    def plan_layout(self) -> Layout | None:
        """How the sessions would stand; None where they cannot."""
        return self._layout

    def _lay_out(self, title: str) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(16)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(Words(length_text(self._plan), tone="muted", wrap=True))
        left.addWidget(Field(self.tr("First day"), self.day))
        left.addWidget(Field(self.tr("Training days"), self.days))
        left.addWidget(self.summary)
        left.addLayout(self.reasons)
        left.addStretch(1)
        self._columns.addLayout(left, 2)
        self._columns.addLayout(self._calendar(), 3)
        column.addLayout(self._columns)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.setSpacing(16)
        outer.addWidget(Words(title, "heading", wrap=True))
        outer.addWidget(scrolled(form), 1)
        outer.addLayout(dialog_foot(self, self.go_button))
        set_stacked(self._columns, text_scale() > 1.25)

    def _calendar(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self.month_title, 1)
        head.addWidget(self.earlier_button)
        head.addWidget(self.later_button)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.month)
        note = self.tr("In colour: this plan. In grey: workouts that stand there already.")
        column.addWidget(Words(note, "small", tone="muted", wrap=True))
        column.addStretch(1)
        return column

    def _look(self, *, to_start: bool) -> None:
        """Lays the plan out anew, and shows the month that it begins in."""
        clear(self.reasons)
        self._layout = None
        try:
            if self.weekdays:
                self._layout = self._preview(self._plan, self.day.day, self.weekdays)
            self.summary.setText(self._summary())
        except TrainerError as error:
            self.summary.setText(str(error))
        self.go_button.setEnabled(self._layout is not None and bool(self._layout.entries))
        if self._layout is not None:
            self._show_reasons(self._layout)
            if to_start and self._layout.entries:
                self._shown = self._layout.entries[0].day.replace(day=1)
        self._show_month(self._shown)

    def _summary(self) -> str:
        if self._layout is None:
            return self.tr("Choose the days you train on.")
        entries = self._layout.entries
        if not entries:
            return self.tr("Nothing can be laid out like that.")
        first, last = (day_text(entries[place].day, "ddd d MMM yyyy") for place in (0, -1))
        return self.tr("{0}, from {1} to {2}.").format(sessions_text(len(entries)), first, last)

    def _show_reasons(self, layout: Layout) -> None:
        for reason in layout.reasons:
            self.reasons.addWidget(ToldRow(self._teller(reason), "info"))
        told = [(self._teller(clash.reason), clash.entry.day) for clash in layout.clashes]
        for text in dict.fromkeys(one.text for one, _ in told):
            alike = [(one, day_text(day, "ddd d MMM")) for one, day in told if one.text == text]
            lead = ", ".join(dict.fromkeys(day for _, day in alike))
            self.reasons.addWidget(ToldRow(alike[0][0], CLASH_ICON, lead))

    def _show_month(self, first: date, day: date | None = None) -> None:
        self._shown = first
        days = days_of_month(first)
        there: list[CalendarEntry] = []
        try:
            there = list(self._entries(days[0], days[-1]))
        except TrainerError as error:
            self.summary.setText(str(error))
        new = self._layout.entries if self._layout else ()
        clashes = self._layout.clashes if self._layout else ()
        planned = [entry for entry in new if days[0] <= entry.day <= days[-1]]
        old = {entry.id for entry in there}
        month = month_of(first, self._today, [*there, *planned], clashes, there=old)
        self.month_title.setText(day_text(first, "MMMM yyyy"))
        cursor = day or (planned[0].day if planned else first)
        self.month.show_month(month, self._today, cursor)

    def _on_choice_changed(self) -> None:
        self._look(to_start=True)

    def _on_month_wanted(self, day: date) -> None:
        self._show_month(day.replace(day=1), day)

    def _on_earlier_clicked(self) -> None:
        self._show_month(month_after(self._shown, -1))

    def _on_later_clicked(self) -> None:
        self._show_month(month_after(self._shown, 1))

    def _on_go_clicked(self) -> None:
        self.wanted.emit(self.day.day, self.weekdays, self._layout)
        self.accept()


def _weekday_names() -> dict[str, str]:
    locale = QLocale()
    first = locale.firstDayOfWeek().value
    days = [(first - 1 + number) % 7 + 1 for number in range(7)]
    return {str(day): locale.dayName(day, QLocale.FormatType.ShortFormat) for day in days}
