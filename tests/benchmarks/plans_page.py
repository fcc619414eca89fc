"""The plans page against ten years of log: how long until it stands, and until a key press is answered.

    python -m tests.benchmarks.plans_page [--years 10] [--runs 15] [--keep FOLDER]

The real page on Qt's offscreen platform; in milliseconds, the first time and the median of the others.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.benchmarks.planning import measured, put_plans
from tests.benchmarks.years import fill
from trainer.catalog import load_catalog, load_rules
from trainer.domain.rule import Reason
from trainer.paths import paths_for
from trainer.services.clock import SystemClock
from trainer.services.coaching import Told
from trainer.services.library import Library
from trainer.services.planning import Planning
from trainer.settings import Settings
from trainer.store import Store, new_id
from trainer.ui.application import make_application
from trainer.ui.plans.calendar_reading import CalendarReading
from trainer.ui.plans.page import CALENDAR_VIEW, PLANS_VIEW, PlansPage
from trainer.ui.theme import apply_theme, load_theme

RULES = load_rules()


def say(reason: Reason) -> Told:
    return Told(RULES[reason.rule].text.format_map(reason.numbers), (), own_rule=True)


def measure(store: Store, planning: Planning, settings: Settings, runs: int) -> None:
    clock = SystemClock()
    library = Library(load_catalog(), store)
    pages: list[PlansPage] = []

    def opened() -> None:
        reading = CalendarReading(planning, store, clock)
        page = PlansPage(planning, reading, library, settings, say, new_id)
        page.resize(1080, 760)
        page.show()
        page.on_shown()
        page.grab()
        pages.append(page)

    measured("open", opened, runs)
    page = pages[-1]
    month = page.calendar.month
    measured("month later", lambda: (QTest.keyClick(month, Qt.Key.Key_PageDown), page.grab()), runs)
    page.show_day(planning.today() - timedelta(days=1500))
    measured("month before", lambda: (QTest.keyClick(month, Qt.Key.Key_PageUp), page.grab()), runs)
    page.show_day(planning.today())
    measured("next day", lambda: (QTest.keyClick(month, Qt.Key.Key_Right), page.grab()), runs)
    measured("plans", lambda: (page.show_view(PLANS_VIEW), page.grab()), runs)
    measured("one plan", lambda: (page.show_plan("runner-strength-base"), page.grab()), runs)
    measured("calendar", lambda: (page.show_view(CALENDAR_VIEW), page.grab()), runs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=float, default=10)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    app = make_application()
    apply_theme(app, load_theme("light"))
    with tempfile.TemporaryDirectory() as made:
        folder = options.keep or Path(made)
        if not paths_for(folder).store.exists():
            fill(folder, options.years)
        clock = SystemClock()
        store = Store.open(paths_for(folder), clock=clock)
        planning = Planning(store, clock, Library(load_catalog(), store), new_id)
        if not planning.under_way():
            put_plans(planning)
        measure(store, planning, Settings(paths_for(folder).settings), options.runs)
        store.close()


if __name__ == "__main__":
    main()
