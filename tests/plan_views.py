"""The views of the plans page, for pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QScrollArea

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.services.planning import Planning
from trainer.ui.main_window import MainWindow
from trainer.ui.plans.page import CALENDAR_VIEW, PLANS_VIEW, PlansPage


class PlanViews:
    """Each brings the page into one of its states."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def views(self) -> list[tuple[str, Callable[[], None]]]:
        return [
            ("plans", partial(self._view, PLANS_VIEW)),
            ("plans-end", self._end),
            ("plan-nordic", partial(self._plan, "nordic-10-weeks")),
            ("plan-base", partial(self._plan, "runner-strength-base")),
            ("plan-information", partial(self._plan, "askling-lengthening")),
            ("plan-start", self._start),
            ("plan-own", self._own),
            ("calendar", partial(self._view, CALENDAR_VIEW)),
            ("calendar-race", self._race),
            ("calendar-add", self._add),
        ]

    def _page(self) -> PlansPage:
        self._window.show_page("plans")
        page = self._window.page("plans")
        assert isinstance(page, PlansPage)
        return page

    def _view(self, view: str) -> None:
        self._page().show_view(view)

    def _end(self) -> None:
        self._view(PLANS_VIEW)
        area = self._page().findChild(QScrollArea)
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    def _plan(self, plan_id: str) -> None:
        self._page().show_plan(plan_id)

    def _start(self) -> None:
        page = self._page()
        page.show_plan("runner-strength-base")
        assert page.detail is not None
        page.detail.start_button.click()

    def _own(self) -> None:
        page = self._page()
        page.show_view(PLANS_VIEW)
        page.shelf.new_button.click()

    def _race(self) -> None:
        page = self._page()
        page.show_view(CALENDAR_VIEW)
        days = page.calendar.month.month_model.month.days
        race = next(
            (day for day, one in days.items() if any(e.kind is EntryKind.RACE for e in one.entries)), None
        )
        page.show_day((race or next(iter(days))) - timedelta(days=1))

    def _add(self) -> None:
        page = self._page()
        page.show_view(CALENDAR_VIEW)
        page.dialogs.add(EntryKind.RACE, page.calendar.month.day.day)


def fill_calendar(planning: Planning, today: date) -> None:
    """A plan under way, a race, hard runs, and one session that was skipped."""
    monday = today - timedelta(days=today.weekday())
    plan = planning.plan("nordic-10-weeks")
    planning.start(plan, today, (1, 3, 5), "Start")
    first = planning.entries(today, today + timedelta(days=13))[0]
    planning.skip(first.id, "Skip")
    race = CalendarEntry("", monday + timedelta(days=20), EntryKind.RACE, "Spring half marathon", 21.1)
    planning.add(race, "Add")
    for weeks in range(4):
        run = CalendarEntry("", monday + timedelta(days=1, weeks=weeks), EntryKind.HARD_RUN, "Intervals", 8.0)
        planning.add(run, "Add")
