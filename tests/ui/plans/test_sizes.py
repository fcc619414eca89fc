"""The plans page in the smallest window and with large text: nothing is cut off, in either theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.plans.conftest import TODAY, Stage
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.ui.plans.page import CALENDAR_VIEW, PLANS_VIEW
from trainer.ui.theme import apply_theme, load_theme

SMALLEST = (836, 570)


@pytest.fixture(params=[("light", 100), ("dark", 200)])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    theme, percent = request.param
    apply_theme(qapp, load_theme(theme), percent)
    yield percent
    apply_theme(qapp, load_theme("light"))


@pytest.fixture
def full(look: int, stage: Stage) -> Stage:
    """A page with something of everything on it."""
    stage.start()
    stage.race(date(2026, 3, 22), "A spring half marathon with a very long name")
    stage.planning.add(CalendarEntry("", TODAY, EntryKind.HARD_RUN, "Intervals", 8.0), "Add")
    stage.page.resize(*SMALLEST)
    return stage


def cut(root: QWidget) -> list[str]:
    """The words that have less room than they need."""
    return [
        label.text()
        for label in root.findChildren(QLabel)
        if label.isVisible()
        and label.text()
        and (label.height() < label.heightForWidth(label.width()) or label.width() < _least(label))
    ]


def _least(label: QLabel) -> int:
    return 0 if label.wordWrap() else label.minimumSizeHint().width()


def settle(qtbot: QtBot, root: QWidget) -> None:
    qtbot.waitUntil(lambda: not cut(root))


def wide_enough(page: QWidget) -> bool:
    area = page.findChild(QScrollArea)
    return isinstance(area, QScrollArea) and area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("view", [PLANS_VIEW, CALENDAR_VIEW])
def test_a_view_fits_the_smallest_window(qtbot: QtBot, full: Stage, view: str) -> None:
    page = full.show()
    page.show_view(view)
    settle(qtbot, page)
    qtbot.waitUntil(lambda: wide_enough(page))


def test_enter_brings_the_chosen_day_into_sight(qtbot: QtBot, full: Stage) -> None:
    page = full.show()
    page.show_day(date(2026, 3, 22))
    settle(qtbot, page)
    (row,) = page.calendar.panel.rows
    title = page.calendar.panel.title
    qtbot.waitUntil(lambda: title.visibleRegion().isEmpty())
    qtbot.keyClick(page.calendar.month, Qt.Key.Key_Return)
    assert page.window().focusWidget() in row.buttons.values()
    qtbot.waitUntil(lambda: not title.visibleRegion().isEmpty())


@pytest.mark.parametrize(
    "plan_id", ["nordic-10-weeks", "copenhagen-8-weeks", "askling-lengthening", "plantar-high-load"]
)
def test_a_plan_fits_the_smallest_window(qtbot: QtBot, full: Stage, plan_id: str) -> None:
    page = full.show()
    page.show_plan(plan_id)
    settle(qtbot, page)
    qtbot.waitUntil(lambda: wide_enough(page))


DIALOGS: dict[str, Callable[[Stage], object]] = {
    "start": lambda stage: stage.page.dialogs.start(
        stage.planning.plan("runner-strength-base"), TODAY, stage.done.append
    ),
    "race": lambda stage: stage.page.dialogs.add(EntryKind.RACE, TODAY),
    "workout": lambda stage: stage.page.dialogs.add(EntryKind.WORKOUT, TODAY),
    "plan": lambda stage: stage.page.dialogs.new_plan(),
    "copy": lambda stage: stage.page.dialogs.copy(stage.planning.plan("nordic-10-weeks")),
    "shift": lambda stage: stage.page.dialogs.shift(stage.planning.under_way()[0]),
    "move": lambda stage: stage.page.dialogs.move(stage.planning.entries(TODAY, TODAY)[0]),
}


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_a_dialog_fits_the_smallest_window(qtbot: QtBot, full: Stage, name: str) -> None:
    page = full.show()
    DIALOGS[name](full)
    dialog = page.dialogs.dialog
    assert isinstance(dialog, QDialog)
    settle(qtbot, dialog)
    assert dialog.width() <= page.width()
    assert dialog.height() <= page.height()
    dialog.reject()
