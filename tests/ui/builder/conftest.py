from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.domain.calendar import CalendarEntry
from trainer.domain.draft import Draft
from trainer.services.building import Building
from trainer.services.library import Library
from trainer.store import Store
from trainer.ui.builder.dialog import BuilderDialog
from trainer.ui.theme import load_theme

SEED = "hamstrings-for-runners"
THEME = load_theme("light")


@pytest.fixture
def entries() -> list[CalendarEntry]:
    """What stands on the calendar."""
    return []


@pytest.fixture
def building(store: Store, fake_clock: FakeClock, library: Library, entries: list[CalendarEntry]) -> Building:
    numbers = count(1)

    def between(first: date, last: date) -> list[CalendarEntry]:
        return [entry for entry in entries if first <= entry.day <= last]

    return Building(store, fake_clock, library, lambda: f"new-{next(numbers)}", between)


OpenDialog = Callable[..., BuilderDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, building: Building) -> OpenDialog:
    """Shows the builder with a draft."""

    def opened(draft: Draft, unit: str = "kg", begun: Draft | None = None) -> BuilderDialog:
        dialog = BuilderDialog(building, draft, THEME, unit, title="Builder", begun=begun, moving=False)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opened


@pytest.fixture
def dialog(open_dialog: OpenDialog, building: Building, library: Library) -> BuilderDialog:
    """A copy of the seed routine: a partial Nordic, a single-leg RDL, a slider bridge."""
    return open_dialog(building.copy_of(library.workout(SEED), "Tuesday"))


@pytest.fixture
def blank(open_dialog: OpenDialog, building: Building) -> BuilderDialog:
    return open_dialog(building.blank("My workout"))
