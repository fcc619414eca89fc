"""The plans page on a real log and a real calendar."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.catalog import load_plans, load_rules
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.intake import QUESTIONS
from trainer.domain.rule import Reason
from trainer.paths import paths_for
from trainer.services.coaching import Told
from trainer.services.library import Library
from trainer.services.planning import Planning
from trainer.settings import INTAKE, Settings
from trainer.store import Store
from trainer.ui.changes import Changes
from trainer.ui.plans.calendar_reading import CalendarReading
from trainer.ui.plans.page import PlansPage

TODAY = date(2026, 3, 4)
"""A Wednesday; the fake clock's day."""
PLANS, RULES = cache(load_plans), cache(load_rules)


@dataclass
class Stage:
    """A page, what stands behind it, and what it said."""

    page: PlansPage
    planning: Planning
    store: Store
    settings: Settings
    library: Library
    told: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def show(self) -> PlansPage:
        self.page.show()
        self.page.on_shown()
        return self.page

    def start(self, plan_id: str = "nordic-10-weeks", first: date = TODAY, *days: int) -> str:
        """Puts a plan on the calendar; returns the id it has there."""
        started = self.planning.start(self.planning.plan(plan_id), first, days or (1, 3, 5), "Start")
        return started.id

    def race(self, day: date, title: str = "Spring run") -> CalendarEntry:
        return self.planning.add(CalendarEntry("", day, EntryKind.RACE, title, 10.0), "Add")

    def answer_intake(self) -> None:
        """As somebody who said no to every question."""
        self.settings.set(INTAKE, dict.fromkeys(QUESTIONS, False))

    def days(self, first: date = TODAY, last: date = date(2026, 12, 31)) -> list[date]:
        return [entry.day for entry in self.planning.entries(first, last)]


def say(reason: Reason) -> Told:
    """A reason in words, as the coach says it."""
    rule = RULES()[reason.rule]
    return Told(rule.text.format(**reason.numbers), (), rule.own_rule)


@pytest.fixture
def stage(qtbot: QtBot, store: Store, library: Library, fake_clock: FakeClock, data_dir: Path) -> Stage:
    numbers = count(1)

    def new_id() -> str:
        return f"id-{next(numbers)}"

    planning = Planning(store, fake_clock, library, new_id, load=PLANS)
    settings = Settings(paths_for(data_dir).settings)
    reading = CalendarReading(planning, store, fake_clock)
    page = PlansPage(planning, reading, library, settings, say, new_id)
    qtbot.addWidget(page)
    changes = Changes(store.subscribe, page)
    changes.changed.connect(page.on_change)
    made = Stage(page, planning, store, settings, library)
    page.told.connect(made.told.append)
    page.done.connect(made.done.append)
    page.resize(1100, 800)
    return made
