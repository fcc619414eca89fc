"""The plans page: what there is to follow, one plan of it, and the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from trainer.domain.calendar import CalendarEntry
from trainer.domain.change import Change, Changed
from trainer.domain.plan import Plan
from trainer.domain.under_way import Layout, Started
from trainer.errors import TrainerError
from trainer.services.library import Library
from trainer.services.planning import Planning
from trainer.settings import Settings
from trainer.ui.plans.acts import PlanActs
from trainer.ui.plans.calendar_reading import CalendarReading
from trainer.ui.plans.calendar_view import CalendarView
from trainer.ui.plans.dialogs import PlanDialogs
from trainer.ui.plans.entry_acts import DELETE, EDIT, MOVE, SKIP, UNSKIP
from trainer.ui.plans.plan_detail import PlanDetail
from trainer.ui.plans.shelf import PlanShelf
from trainer.ui.plans.started_card import FOLLOW, GO_ON, OPEN, PAUSE, PUT_AWAY, SHIFT, STOP
from trainer.ui.plans.told import Teller
from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.page import Page

NARROW_PX = 520
PLANS_VIEW, CALENDAR_VIEW = "plans", "calendar"
_KINDS = frozenset({Changed.PLANS, Changed.CALENDAR, Changed.SESSIONS, Changed.RUNS, Changed.WORKOUTS})


class PlansPage(Page):
    """`told` carries a sentence, `done` one of something that Undo takes back.

    It opens with the calendar while a plan is under way, else with the plans.
    """

    told = Signal(str)
    done = Signal(str)
    export_requested = Signal()
    today_requested = Signal()
    exercise_requested = Signal(str)

    def __init__(
        self,
        planning: Planning,
        reading: CalendarReading,
        library: Library,
        settings: Settings,
        teller: Teller,
        new_id: Callable[[], str],
    ) -> None:
        super().__init__(self.tr("Plans"))
        self._planning, self._reading, self._library = planning, reading, library
        self._stale = {PLANS_VIEW, CALENDAR_VIEW}
        self.detail: PlanDetail | None = None
        self.acts = PlanActs(planning, teller, self)
        self.acts.told.connect(self.told)
        self.acts.done.connect(self.done)
        self.dialogs = PlanDialogs(planning, library, settings, teller, new_id, self.acts, self)
        self.views = Segments(
            self.tr("View"),
            ((PLANS_VIEW, self.tr("Plans")), (CALENDAR_VIEW, self.tr("Calendar"))),
        )
        self.views.chosen.connect(self.show_view)
        self.export_button = Button(self.tr("Export calendar…"), icon="download")
        self.export_button.clicked.connect(self.export_requested)
        self.head.addWidget(self.export_button)
        self.head.addWidget(self.views)
        self.shelf = PlanShelf()
        self.calendar = CalendarView(reading, teller)
        self.body.addWidget(self.shelf)
        self.body.addWidget(self.calendar)
        self.body.addStretch(1)
        self._connect()
        self._show_only(CALENDAR_VIEW if self._is_under_way() else PLANS_VIEW)

    def show_view(self, view: str) -> None:
        """Shows the plans or the calendar; the keyboard goes along when it was in what is left."""
        shown = self.calendar if view == CALENDAR_VIEW else self.shelf
        keyboard = self.window().focusWidget()
        left = (one for one in (self.shelf, self.calendar, self.detail) if one not in (None, shown))
        goes_along = any(one.isAncestorOf(keyboard) for one in left if one and keyboard)
        self._drop_detail()
        self._read_stale(view)
        self._show_only(view)
        if goes_along:
            shown.take_focus()
        self.reveal(self.title)

    def show_plan(self, plan_id: str) -> None:
        """Opens one plan."""
        try:
            plan = self._planning.plan(plan_id)
            afterwards = self._planning.plan(plan.afterwards) if plan.afterwards else None
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.show_view(PLANS_VIEW)
        self.shelf.hide()
        detail = self.detail = PlanDetail(plan, self._library, afterwards)
        detail.back_requested.connect(self._on_detail_back_requested)
        detail.start_requested.connect(self._on_start_requested)
        detail.copy_requested.connect(self.dialogs.copy)
        detail.edit_requested.connect(self.dialogs.change)
        detail.rename_requested.connect(self.dialogs.rename)
        detail.delete_requested.connect(self.acts.delete_plan)
        detail.plan_requested.connect(self.show_plan)
        detail.exercise_requested.connect(self.exercise_requested)
        self.body.insertWidget(0, detail)
        detail.show()
        detail.take_focus()
        self.reveal(self.title)

    def show_day(self, day: date) -> None:
        """Opens the calendar on a day."""
        self.show_view(CALENDAR_VIEW)
        self.calendar.show_day(day)
        self.calendar.take_focus()

    def on_shown(self) -> None:
        """Looks again at what may have changed, and takes the keyboard."""
        self._read_again()
        if self.detail is not None:
            self.detail.take_focus()
        elif self.calendar.isVisible():
            self.calendar.take_focus()
        else:
            self.shelf.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_head_below(self.width() < NARROW_PX * text_scale())

    def on_change(self, change: Change) -> None:
        """Follows what was written, now or when it is next seen."""
        if change.kinds.isdisjoint(_KINDS):
            return
        if self.isVisible():
            self._read_again()

    def _connect(self) -> None:
        self.shelf.opened.connect(self.show_plan)
        self.shelf.asked.connect(self._on_shelf_asked)
        self.shelf.new_requested.connect(self.dialogs.new_plan)
        calendar = self.calendar
        calendar.asked.connect(self._on_calendar_asked)
        calendar.add_requested.connect(self.dialogs.add)
        calendar.move_requested.connect(self._on_calendar_move_requested)
        calendar.room_requested.connect(self.acts.make_room)
        calendar.plans_requested.connect(self._on_calendar_plans_requested)
        calendar.today_requested.connect(self.today_requested)
        calendar.told.connect(self.told)
        calendar.panel_entered.connect(self._on_calendar_panel_entered)

    def _show_only(self, view: str) -> None:
        self.views.set_value(view)
        self.shelf.setVisible(view == PLANS_VIEW)
        self.calendar.setVisible(view == CALENDAR_VIEW)
        self.export_button.setVisible(view == CALENDAR_VIEW)

    def _is_under_way(self) -> bool:
        try:
            return bool(self._planning.under_way())
        except TrainerError:
            return False  # told when the view is read

    def _read_again(self) -> None:
        """Reads what is shown; the other view when one goes there."""
        self._stale = {PLANS_VIEW, CALENDAR_VIEW}
        if self.detail is not None:
            self._show_detail_again(self.detail)
        else:
            self._read_stale(self.views.value)

    def _read_stale(self, view: str) -> None:
        if view not in self._stale:
            return
        self._stale.discard(view)
        if view == PLANS_VIEW:
            self._show_plans()
        else:
            self.calendar.refresh()

    def _show_plans(self) -> None:
        try:
            plans, started = self._planning.plans(), self._planning.under_way()
            self.shelf.show_plans(plans, started, self._reading.today())
        except TrainerError as error:
            self.told.emit(str(error))

    def _show_detail_again(self, detail: PlanDetail) -> None:
        now = {plan.id: plan for plan in self._planning.plans()}.get(detail.plan.id)
        if now is None:
            self.show_view(PLANS_VIEW)
        elif now != detail.plan:
            self.show_plan(now.id)

    def _drop_detail(self) -> None:
        detail, self.detail = self.detail, None
        if detail is not None:
            self.body.removeWidget(detail)
            detail.hide()
            detail.deleteLater()

    def _on_detail_back_requested(self) -> None:
        plan_id = self.detail.plan.id if self.detail is not None else ""
        self.show_view(PLANS_VIEW)
        self.shelf.take_focus(plan_id)

    def _on_start_requested(self, plan: Plan) -> None:
        self.dialogs.start(plan, self._reading.today(), self._on_plan_started)

    def _on_plan_started(self, layout: Layout) -> None:
        self.show_day(layout.entries[0].day if layout.entries else self._reading.today())

    def _on_shelf_asked(self, act: str, started: Started) -> None:
        acts: dict[str, Callable[[Started], object]] = {
            OPEN: self._open_started,
            PAUSE: self.acts.pause,
            GO_ON: self.acts.go_on,
            SHIFT: self.dialogs.shift,
            STOP: self.acts.stop,
            FOLLOW: self._open_following,
            PUT_AWAY: self.acts.put_away,
        }
        acts[act](started)

    def _open_started(self, started: Started) -> None:
        self.show_plan(started.plan.id)

    def _open_following(self, started: Started) -> None:
        self.show_plan(started.plan.afterwards)

    def _on_calendar_asked(self, act: str, entry: CalendarEntry) -> None:
        acts: dict[str, Callable[[CalendarEntry], object]] = {
            MOVE: self.dialogs.move,
            SKIP: self.acts.skip,
            UNSKIP: self.acts.take_back_skip,
            EDIT: self.dialogs.edit,
            DELETE: self.acts.delete,
        }
        acts[act](entry)

    def _on_calendar_move_requested(self, entry: CalendarEntry, day: date) -> None:
        if self.acts.move(entry, day):
            self.calendar.show_day(day)

    def _on_calendar_panel_entered(self) -> None:
        panel = self.calendar.panel
        if not panel.visibleRegion().contains(panel.rect()):
            self.reveal(panel)

    def _on_calendar_plans_requested(self) -> None:
        self.show_view(PLANS_VIEW)
        self.shelf.take_focus()
