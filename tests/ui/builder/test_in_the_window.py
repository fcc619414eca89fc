"""The ways to the builder, and what comes of it on Today."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from trainer.ui.builder.bench import Bench
from trainer.ui.builder.dialog import BuilderDialog
from trainer.ui.builder.offers import From
from trainer.ui.history.pick_dialog import PickDialog
from trainer.ui.library.page import LibraryPage
from trainer.ui.main_window import MainWindow
from trainer.ui.today.page import TodayPage

SEED = "hamstrings-for-runners"
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def today(window: MainWindow) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


@pytest.fixture
def bench(window: MainWindow) -> Bench:
    bench = window.findChild(Bench)
    assert isinstance(bench, Bench)
    return bench


def builder(window: MainWindow) -> BuilderDialog:
    """The builder that is open."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (dialog,) = window.findChildren(BuilderDialog)
    return dialog


def own_names(today: TodayPage) -> list[str]:
    return [] if today.own_card is None else [row.workout.name for row in today.own_card.rows]


def choose(today: TodayPage, text: str, qtbot: QtBot) -> None:
    assert today.own_card is not None
    qtbot.mouseClick(today.own_card.rows[0].more_button, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def made(window: MainWindow, bench: Bench, name: str = "Evening") -> None:
    """Builds a workout of two exercises."""
    bench.new()
    dialog = builder(window)
    dialog.acts.rename(name)
    dialog.acts.add(From.LIBRARY, "single-leg-rdl", -1)
    dialog.acts.add(From.LIBRARY, "eccentric-slider-bridge", 0)
    dialog.save_button.click()


def test_a_new_workout_from_the_menu_stands_on_today_and_undo_takes_it_away(
    window: MainWindow, today: TodayPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL | SHIFT)
    dialog = builder(window)
    assert dialog.draft.name == "My workout"
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(dialog.picker.search, "single leg rdl")
    qtbot.keyClick(dialog.picker.search, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_S, CTRL)
    assert not dialog.isVisible()
    assert own_names(today) == ["My workout"]
    assert window.toast.words.text() == "My workout saved."
    qtbot.mouseClick(window.toast.button, LEFT)
    assert own_names(today) == []


def test_todays_list_edits_and_duplicates(
    window: MainWindow, today: TodayPage, bench: Bench, qtbot: QtBot
) -> None:
    made(window, bench)
    choose(today, "Edit…", qtbot)
    dialog = builder(window)
    dialog.acts.move([0], 2)
    dialog.save_button.click()
    assert own_names(today) == ["Evening"]
    assert today.own_card is not None
    assert today.own_card.rows[0].workout.items[0].exercise_id == "eccentric-slider-bridge"
    choose(today, "Duplicate…", qtbot)
    assert builder(window).draft.name == "Evening (mine)"
    builder(window).save_button.click()
    assert own_names(today) == ["Evening", "Evening (mine)"]


def test_the_library_begins_one_with_an_exercise(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("library")
    page = window.page("library")
    assert isinstance(page, LibraryPage)
    assert page._acts is not None
    page._acts.build_requested.emit("wall-sit")
    dialog = builder(window)
    assert [item.exercise_id for item in dialog.draft.items] == ["wall-sit"]
    assert not dialog.acts.drafting.changed
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_menu_opens_one_to_edit_or_copies_a_shipped_one(
    window: MainWindow, bench: Bench, qtbot: QtBot
) -> None:
    made(window, bench)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL | SHIFT)
    pick = window.findChild(PickDialog)
    assert isinstance(pick, PickDialog)
    assert pick.list.item(0).text() == "Evening"
    pick.pick_button.click()
    dialog = builder(window)
    assert dialog.draft.name == "Evening"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    bench.edit(SEED)
    assert builder(window).draft.name == "Hamstrings for runners (mine)"
    qtbot.keyClick(builder(window), Qt.Key.Key_Escape)


def test_what_was_not_saved_is_brought_back_from_the_foot_of_the_window(
    window: MainWindow, today: TodayPage, bench: Bench, qtbot: QtBot
) -> None:
    bench.new()
    dialog = builder(window)
    dialog.acts.add(From.LIBRARY, "wall-sit", -1)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert own_names(today) == []
    assert window.toast.words.text() == "My workout was not saved."
    assert window.toast.button.text() == "Bring back"
    qtbot.mouseClick(window.toast.button, LEFT)
    again = builder(window)
    assert [item.exercise_id for item in again.draft.items] == ["wall-sit"]
    again.save_button.click()
    assert own_names(today) == ["My workout"]


def test_one_that_is_gone_is_told(window: MainWindow, bench: Bench) -> None:
    bench.edit("gone")
    assert window.toast.words.text() == "There is no workout “gone”."
    bench.copy("gone")
    assert window.findChildren(BuilderDialog) == []


def test_during_a_session_it_waits(window: MainWindow, today: TodayPage, bench: Bench) -> None:
    today.start()
    assert window.covered
    bench.new()
    bench.edit(SEED)
    bench.choose()
    assert window.findChildren(BuilderDialog) == []
    assert window.toast.words.text() == "A session is running; finish or leave it first."
