from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.domain.intake import HEAVY, heavy
from trainer.services.own import OwnLibrary
from trainer.services.trial import trial_of
from trainer.ui.main_window import MainWindow
from trainer.ui.session.page import SessionPage
from trainer.ui.today.intake_dialog import IntakeDialog
from trainer.ui.today.own_workouts import OwnWorkoutsCard, WorkoutRow
from trainer.ui.today.page import TodayPage
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.name_dialog import NameDialog
from trainer.ui.widgets.text import Words

CATALOG = load_catalog()
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


@pytest.fixture
def own(page: TodayPage) -> OwnLibrary:
    return page._desk.own


@pytest.fixture
def card(page: TodayPage, own: OwnLibrary, window: MainWindow) -> OwnWorkoutsCard:
    """Two workouts: *Evening* of two exercises, *Morning* of one."""
    evening = own.begin_workout("Evening", CATALOG.exercises["single-leg-rdl"], "New")
    own.add_to_workout(evening.id, CATALOG.exercises["long-lever-bridge-hold"], "Add")
    own.begin_workout("Morning", CATALOG.exercises["diver"], "New")
    assert page.own_card is not None
    window.show()
    return page.own_card


def row_of(card: OwnWorkoutsCard, name: str) -> WorkoutRow:
    return next(row for row in card.rows if row.workout.name == name)


def choose(card: OwnWorkoutsCard, name: str, text: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(row_of(card, name).more_button, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def names(card: OwnWorkoutsCard) -> list[str]:
    return [row.workout.name for row in card.rows]


def texts(row: WorkoutRow) -> list[str]:
    return [words.text() for words in row.findChildren(Words)]


def test_there_is_no_card_before_there_is_a_workout(page: TodayPage, own: OwnLibrary) -> None:
    assert page.own_card is None
    own.begin_workout("Evening", CATALOG.exercises["diver"], "New")
    assert page.own_card is not None
    assert page.own_card.isVisibleTo(page)


def test_each_tells_its_name_its_minutes_and_its_exercises(card: OwnWorkoutsCard) -> None:
    assert names(card) == ["Evening", "Morning"]
    told = texts(row_of(card, "Evening"))
    assert told[0] == "Evening"
    assert told[1].endswith(" min · 2 exercises")
    assert texts(row_of(card, "Morning"))[1].endswith(" min · 1 exercise")
    assert row_of(card, "Evening").start_button.accessibleName() == "Start Evening"


def test_start_begins_that_workout(page: TodayPage, card: OwnWorkoutsCard, qtbot: QtBot) -> None:
    page.start_requested.disconnect()
    with qtbot.waitSignal(page.start_requested) as started:
        qtbot.mouseClick(row_of(card, "Morning").start_button, LEFT)
    assert started.args[0].name == "Morning"


def test_a_session_of_it_shows_and_logs_it(
    page: TodayPage, card: OwnWorkoutsCard, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(row_of(card, "Evening").start_button, LEFT)
    assert window.covered
    log = page._desk.store.unfinished_session()
    assert log is not None
    assert (log.workout, len(log.prescribed.items)) == ("Evening", 2)  # type: ignore[union-attr]


def test_ones_own_version_of_a_heavy_exercise_asks_first(
    page: TodayPage, own: OwnLibrary, window: MainWindow, qtbot: QtBot
) -> None:
    copy = own.copy_of(CATALOG.exercises["nordic-hamstring-curl"], "My Nordic", "My Nordic")
    own.save_exercise(copy, "Add")
    own.begin_workout("Heavy", copy, "New")
    assert page.own_card is not None
    qtbot.mouseClick(row_of(page.own_card, "Heavy").start_button, LEFT)
    assert not window.covered
    dialog = page.findChild(IntakeDialog)
    assert dialog is not None
    dialog.reject()


def test_an_own_exercise_is_shown_by_its_figure_in_the_session(
    page: TodayPage, own: OwnLibrary, window: MainWindow, qtbot: QtBot
) -> None:
    copy = own.copy_of(CATALOG.exercises["diver"], "My diver", "My diver")
    own.save_exercise(copy, "Add")
    own.begin_workout("Mine", copy, "New")
    assert page.own_card is not None
    qtbot.mouseClick(row_of(page.own_card, "Mine").start_button, LEFT)
    session = window.findChild(SessionPage)
    assert session is not None
    figure = session.stage.panel._figure
    assert figure is not None
    assert figure.exercise_id == "diver"


def test_it_is_renamed_and_control_z_gives_the_name_back(
    card: OwnWorkoutsCard, window: MainWindow, qtbot: QtBot
) -> None:
    choose(card, "Evening", "Rename…", qtbot)
    dialog = next(one for one in window.findChildren(NameDialog) if one.isVisible())
    assert dialog.field.text() == "Evening"
    dialog.field.setText("Morning")
    qtbot.mouseClick(dialog.go_button, LEFT)
    assert dialog.problem.isVisible()
    dialog.field.setText("Late evening")
    qtbot.mouseClick(dialog.go_button, LEFT)
    assert names(card) == ["Late evening", "Morning"]
    assert window.toast.words.text() == "Renamed to Late evening."
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert names(card) == ["Evening", "Morning"]


def test_exercises_are_taken_out_one_by_one_and_the_last_takes_the_workout_along(
    card: OwnWorkoutsCard, own: OwnLibrary, window: MainWindow, qtbot: QtBot
) -> None:
    row = row_of(card, "Evening")
    assert not row.items.isVisibleTo(row)
    qtbot.mouseClick(row.open_button, LEFT)
    assert row.items.isVisibleTo(row)
    assert row.open_button.accessibleName() == "Hide the exercises of Evening"

    def remove(position: int) -> None:
        buttons = row_of(card, "Evening").items.findChildren(Button)
        assert buttons[position].accessibleName().startswith("Take ")
        buttons[position].click()

    remove(0)
    assert [item.exercise_id for item in row_of(card, "Evening").workout.items] == ["long-lever-bridge-hold"]
    again = row_of(card, "Evening")
    assert again.items.isVisibleTo(again)
    assert window.toast.words.text() == "Single-leg RDL taken out of Evening."
    remove(0)
    assert names(card) == ["Morning"]
    assert window.toast.words.text() == "Evening deleted. What you logged of it stays."
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert len(row_of(card, "Evening").workout.items) == 2


def test_the_last_workout_takes_the_card_along_and_undo_brings_both_back(
    page: TodayPage, card: OwnWorkoutsCard, window: MainWindow, qtbot: QtBot
) -> None:
    choose(card, "Evening", "Delete", qtbot)
    choose(card, "Morning", "Delete", qtbot)
    assert card.isHidden()
    qtbot.mouseClick(window.toast.button, LEFT)
    assert names(card) == ["Morning"]
    assert not card.isHidden()


def test_the_keyboard_stays_with_the_workout(card: OwnWorkoutsCard, window: MainWindow) -> None:
    row_of(card, "Morning").more_button.setFocus()
    card.refresh()
    assert window.focusWidget() is row_of(card, "Morning").open_button


def test_a_renamed_exercise_is_renamed_here(card: OwnWorkoutsCard, own: OwnLibrary) -> None:
    copy = own.copy_of(CATALOG.exercises["diver"], "My diver", "My diver")
    own.save_exercise(copy, "Add")
    own.begin_workout("Own", copy, "New")
    assert any("My diver" in text for text in texts(row_of(card, "Own")))
    own.delete_exercise(copy.id, "Delete")
    assert any("My diver" in text for text in texts(row_of(card, "Own")))


def test_they_are_there_again_after_a_restart(
    card: OwnWorkoutsCard, window: MainWindow, make_window: Callable[[], MainWindow]
) -> None:
    window.close()
    page = make_window().page("today")
    assert isinstance(page, TodayPage)
    assert page.own_card is not None
    assert names(page.own_card) == ["Evening", "Morning"]


def test_whatever_is_done_with_a_weight_asks_first() -> None:
    weighted = {one.id for one in CATALOG.exercises.values() if "weights" in one.equipment}
    assert weighted <= HEAVY
    assert all(heavy(trial_of(CATALOG.exercises[one])) for one in HEAVY)
    assert not heavy(trial_of(CATALOG.exercises["double-leg-glute-bridge"]))
