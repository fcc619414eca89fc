"""The calendar: a month, what can be put on it, and the chosen day beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.under_way import Clash
from trainer.errors import TrainerError
from trainer.ui.days import day_text
from trainer.ui.plans.calendar_reading import CalendarReading
from trainer.ui.plans.day_panel import DayPanel
from trainer.ui.plans.entry_acts import DELETE, SKIP, UNSKIP, act_text, acts_for
from trainer.ui.plans.legend import Legend
from trainer.ui.plans.marks import CLASH_ICON, Day, title_of
from trainer.ui.plans.month import month_after
from trainer.ui.plans.month_view import MonthView
from trainer.ui.plans.told import Teller
from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.page import card, set_stacked
from trainer.ui.widgets.text import Words

SIDE_PX, NARROW_PX = 320, 860


class CalendarView(QWidget):
    """`asked` carries what is to be done (`entry_acts`) and an entry; `add_requested` a kind and a day.

    It reads when it is first asked to refresh.
    """

    asked = Signal(str, object)
    add_requested = Signal(object, object)
    move_requested = Signal(object, object)
    room_requested = Signal(object, object)
    plans_requested = Signal()
    today_requested = Signal()
    told = Signal(str)
    panel_entered = Signal()
    """The keyboard went from the month to the chosen day, which may be out of sight below it."""

    def __init__(self, reading: CalendarReading, teller: Teller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._clashes: Mapping[str, Sequence[Clash]] = {}
        today = reading.today()
        self.month = MonthView(today)
        self.panel = DayPanel(reading.details, teller)
        self._make_head()
        self._make_notes()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Reads the month again, with the cursor where it was."""
        current = self.month.currentIndex().isValid()
        day = self.month.day.day if current else self._reading.today()
        self.show_day(day, self.month.month_model.month.first if current else None)

    def show_day(self, day: date, first: date | None = None) -> None:
        """Shows a day in its month, or in the one that begins with `first`."""
        try:
            shown = self._reading.month(first or day.replace(day=1))
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self._clashes = shown.clashes
        self.title.setText(day_text(shown.month.first, "MMMM yyyy"))
        self.month.setAccessibleName(self.tr("Calendar, {0}").format(self.title.text()))
        self.month.show_month(shown.month, shown.today, day)
        self._show_clashes(shown.clashing, movable=shown.movable)
        planned = any(one.entries for one in shown.month.days.values())
        self.empty.setVisible(not planned and self._reading.is_empty())

    def take_focus(self) -> None:
        """Gives the month the keyboard."""
        self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_PX * text_scale()
        set_stacked(self._columns, narrow)
        if narrow:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(16_777_215)
        else:
            self.panel.setFixedWidth(round(SIDE_PX * text_scale()))

    def _make_head(self) -> None:
        self.title = Words(size="heading")
        self.earlier_button = Button(self.tr("Month before"), "icon", icon="chevron-left")
        self.later_button = Button(self.tr("Month after"), "icon", icon="chevron-right")
        self.now_button = Button(self.tr("This month"), "quiet")
        self.add_button = Button(self.tr("Add"), icon="plus")
        self.add_button.setToolTip(self.tr("Put a workout, a hard run or a race on the chosen day"))
        self.earlier_button.clicked.connect(self._on_earlier_clicked)
        self.later_button.clicked.connect(self._on_later_clicked)
        self.now_button.clicked.connect(self._on_now_clicked)
        self.add_button.clicked.connect(self._on_add_clicked)

    def _make_notes(self) -> None:
        self.clash_note, row = card("note")
        self.clash_words = Words(wrap=True)
        self.room_button = Button(self.tr("Move them"))
        self.room_button.clicked.connect(self._on_room_clicked)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(IconLabel(CLASH_ICON), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.clash_words, 1)
        line.addWidget(self.room_button)
        row.addLayout(line)
        self.empty, empty = card("quiet")
        words = self.tr(
            "Nothing is planned yet. Start a plan, or put workouts, hard runs and races on a day."
        )
        empty.addWidget(Words(words, wrap=True))
        self.plans_button = Button(self.tr("Look at the plans"))
        self.plans_button.clicked.connect(self.plans_requested)
        empty.addWidget(self.plans_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        frame: QFrame
        frame, column = card()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addStretch(1)
        for button in (self.now_button, self.earlier_button, self.later_button, self.add_button):
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self.month)
        column.addWidget(Legend())
        keys = self.tr(
            "Arrow keys go through the days, Alt with an arrow key moves what is planned, S skips it, "
            "Enter leads to what stands on the day. Or drag it."
        )
        column.addWidget(Words(keys, "caption", tone="muted", wrap=True))
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(frame)
        left.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self.panel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        outer.addWidget(self.clash_note)
        outer.addWidget(self.empty)
        outer.addLayout(self._columns)

    def _connect(self) -> None:
        month, panel = self.month, self.panel
        month.day_chosen.connect(self._on_month_day_chosen)
        month.month_wanted.connect(self.show_day)
        month.move_wanted.connect(self._on_month_move_wanted)
        month.opened.connect(self._on_month_opened)
        month.skip_pressed.connect(self._on_month_skip_pressed)
        month.delete_pressed.connect(self._on_month_delete_pressed)
        month.menu_wanted.connect(self._on_month_menu_wanted)
        panel.asked.connect(self.asked)
        panel.today_requested.connect(self.today_requested)

    def _show_clashes(self, count: int, *, movable: bool) -> None:
        self.clash_note.setVisible(count > 0)
        one = self.tr("A workout of this month stands too near a race or a hard run.")
        many = self.tr("{0} workouts of this month stand too near a race or a hard run.")
        self.clash_words.setText(one if count == 1 else many.format(count))
        self.room_button.setVisible(movable)
        self.room_button.setText(self.tr("Move it") if count == 1 else self.tr("Move them"))
        self.room_button.setAccessibleName(self.room_button.text())

    def _entry(self, entry_id: str) -> CalendarEntry | None:
        days = self.month.month_model.month.days.values()
        return next((entry for day in days for entry in day.entries if entry.id == entry_id), None)

    def _ask_first(self, *acts: str) -> None:
        """Asks for the first of these acts that an entry of the chosen day allows."""
        for entry in self.month.day.entries:
            for act in acts:
                if act in acts_for(entry):
                    self.asked.emit(act, entry)
                    return

    def _day_menu(self) -> QMenu:
        """Everything that can be done on the chosen day."""
        menu = QMenu(self)
        for entry in self.month.day.entries:
            title = title_of(entry).replace("&", "&&")
            for act in acts_for(entry):
                action = menu.addAction(act_text(act).format(title))
                action.triggered.connect(partial(self.asked.emit, act, entry))
            if acts_for(entry):
                menu.addSeparator()
        self._add_to(menu)
        return menu

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        self._add_to(menu)
        return menu

    def _add_to(self, menu: QMenu) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Add a workout…")).triggered.connect(self._on_add_workout_chosen)
        menu.addAction(self.tr("Add a hard run…")).triggered.connect(self._on_add_run_chosen)
        menu.addAction(self.tr("Add a race…")).triggered.connect(self._on_add_race_chosen)

    def _on_month_day_chosen(self, day: Day) -> None:
        self.panel.show_day(day, self.month.month_model.today, self._clashes)

    def _on_month_move_wanted(self, entry_id: str, day: date) -> None:
        entry = self._entry(entry_id)
        if entry is not None and entry.day != day:
            self.move_requested.emit(entry, day)

    def _on_month_opened(self) -> None:
        if self.panel.take_focus():
            self.panel_entered.emit()
        else:
            self._add_menu().popup(self.month.viewport().mapToGlobal(self._below_day()))

    def _below_day(self) -> QPoint:
        return self.month.visualRect(self.month.currentIndex()).bottomLeft()

    def _on_month_skip_pressed(self) -> None:
        self._ask_first(SKIP, UNSKIP)

    def _on_month_delete_pressed(self) -> None:
        self._ask_first(DELETE, SKIP)

    def _on_month_menu_wanted(self, at: QPoint) -> None:
        self._day_menu().popup(at)

    def _on_earlier_clicked(self) -> None:
        self.show_day(month_after(self.month.month_model.month.first, -1))

    def _on_later_clicked(self) -> None:
        self.show_day(month_after(self.month.month_model.month.first, 1))

    def _on_now_clicked(self) -> None:
        self.show_day(self._reading.today())

    def _on_add_clicked(self) -> None:
        at = self.add_button.mapToGlobal(QPoint(0, self.add_button.height() + 2))
        self._add_menu().popup(at)

    def _on_add_workout_chosen(self) -> None:
        self.add_requested.emit(EntryKind.WORKOUT, self.month.day.day)

    def _on_add_run_chosen(self) -> None:
        self.add_requested.emit(EntryKind.HARD_RUN, self.month.day.day)

    def _on_add_race_chosen(self) -> None:
        self.add_requested.emit(EntryKind.RACE, self.month.day.day)

    def _on_room_clicked(self) -> None:
        month = self.month.month_model.month
        self.room_requested.emit(month.start, month.end)
