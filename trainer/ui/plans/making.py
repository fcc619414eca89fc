"""Puts the plans page together on the open log."""

from __future__ import annotations

from functools import partial

from trainer.domain.rule import Reason
from trainer.services.coaching import Coach, Told
from trainer.settings import Settings
from trainer.store import new_id
from trainer.ui.background import Background
from trainer.ui.days import day_text
from trainer.ui.desk import Desk
from trainer.ui.main_window import MainWindow
from trainer.ui.plans.calendar_reading import CalendarReading
from trainer.ui.plans.exporting import CalendarExporting
from trainer.ui.plans.page import PlansPage


def make_plans(desk: Desk, settings: Settings, background: Background, window: MainWindow) -> PlansPage:
    """The page, with what it exports; whoever made it connects `told`, `done` and the ways out of it."""
    planning = desk.planning
    reading = CalendarReading(planning, desk.store, desk.clock)
    teller = partial(_told, desk.coach)
    page = PlansPage(planning, reading, desk.library, settings, teller, new_id)
    exporting = CalendarExporting(planning, background, window)
    exporting.setParent(page)
    exporting.told.connect(page.told)
    page.export_requested.connect(exporting.ask)
    return page


def _told(coach: Coach, reason: Reason) -> Told:
    return coach.told(reason, partial(day_text, form="ddd d MMM"))
