from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.catalog import load_catalog
from trainer.paths import paths_for
from trainer.services.library import Library
from trainer.services.own import OwnLibrary
from trainer.store import Store
from trainer.ui.library.acts import ExerciseActs
from trainer.ui.library.detail import ExerciseDetail
from trainer.ui.library.form import ExerciseForm
from trainer.ui.library.page import LibraryPage
from trainer.ui.main_window import MainWindow
from trainer.ui.pages import Act
from trainer.ui.widgets.name_dialog import NameDialog

CATALOG = load_catalog()
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def told(own_page: LibraryPage) -> list[str]:
    """What was said, by a plain toast or by one that can be taken back."""
    said: list[str] = []
    own_page._acts.told.connect(said.append)  # type: ignore[union-attr]
    own_page._acts.done.connect(said.append)  # type: ignore[union-attr]
    return said


@pytest.fixture
def menus() -> Iterator[None]:
    """Closes the menu that is left open."""
    yield
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def menu_now() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def dialog_over(page: LibraryPage) -> NameDialog:
    return next(one for one in page.window().findChildren(NameDialog) if one.isVisible())


def context_menu(page: LibraryPage, row: int, reason: QContextMenuEvent.Reason) -> QMenu:
    cards = page.overview.cards
    at = cards.visualRect(page.overview.model.index(row)).center()
    QApplication.sendEvent(cards.viewport(), QContextMenuEvent(reason, at, cards.viewport().mapToGlobal(at)))
    return menu_now()


def test_the_card_menu_holds_what_can_be_done(own_page: LibraryPage, menus: None) -> None:
    menu = context_menu(own_page, 2, QContextMenuEvent.Reason.Mouse)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "Open",
        "Try it now",
        "Add to favourites",
        "Add to workout",
        "Make my own version…",
    ]
    assert own_page.overview.cards.currentIndex().row() == 2
    entry(menu, "Open").trigger()
    assert isinstance(own_page.currentWidget(), ExerciseDetail)


def test_the_card_menu_of_ones_own_has_more(
    own_page: LibraryPage, own: OwnLibrary, library: Library, menus: None
) -> None:
    made = own.copy_of(CATALOG.exercises["diver"], "My diver", "My diver")
    own.save_exercise(made, "Add")
    row = own_page.overview.model.row_of(made.id)
    own_page.overview.cards.choose(row)
    menu = context_menu(own_page, row, QContextMenuEvent.Reason.Keyboard)
    assert [action.text() for action in menu.actions() if not action.isSeparator()][4:] == [
        "Make my own version…",
        "Edit…",
        "Delete",
    ]
    entry(menu, "Add to favourites").trigger()
    assert library.favourites() == {made.id}
    entry(menu, "Delete").trigger()
    assert not any(one.own for one in library.exercises())


def test_try_it_now_is_asked_from_the_menu(own_page: LibraryPage, menus: None, qtbot: QtBot) -> None:
    menu = context_menu(own_page, 2, QContextMenuEvent.Reason.Mouse)
    with qtbot.waitSignal(own_page.try_requested) as asked:
        entry(menu, "Try it now").trigger()
    assert asked.args == [own_page.overview.model.exercise_at(2).id]


def test_an_exercise_goes_into_a_new_workout_and_then_into_that_one(
    own_page: LibraryPage, own: OwnLibrary, store: Store, told: list[str], menus: None, qtbot: QtBot
) -> None:
    own_page.show_exercise("single-leg-rdl")
    detail = own_page._detail
    assert detail is not None
    qtbot.mouseClick(detail.add_button, LEFT)
    offered = [action.text() for action in menu_now().actions()]
    assert offered == ["New workout…", "Build a workout with it…"]
    entry(menu_now(), "New workout…").trigger()
    dialog = dialog_over(own_page)
    assert dialog.field.text() == "My workout"
    dialog.field.setText("Evening & more")
    qtbot.mouseClick(dialog.go_button, LEFT)
    assert told == ["Added to Evening & more."]
    own_page.show_exercise("long-lever-bridge-hold")
    own_page.do(Act.ADD)
    entry(menu_now(), "Evening && more").trigger()
    (workout,) = own.workouts()
    assert [item.exercise_id for item in workout.items] == ["single-leg-rdl", "long-lever-bridge-hold"]
    dose = CATALOG.exercises["long-lever-bridge-hold"].dose
    assert len(workout.items[1].sets) == dose.sets.low
    assert workout.items[1].sets[0].hold_s == dose.hold_s.low  # type: ignore[union-attr]
    assert all(item.why for item in workout.items)
    assert store.undo() == "Add Long-lever bridge hold to Evening & more"
    assert store.undo() == "Make workout Evening & more"
    assert own.workouts() == []


def test_the_builder_is_asked_for_with_the_exercise(own_page: LibraryPage, menus: None, qtbot: QtBot) -> None:
    own_page.show_exercise("single-leg-rdl")
    assert own_page._detail is not None
    assert own_page._acts is not None
    qtbot.mouseClick(own_page._detail.add_button, LEFT)
    with qtbot.waitSignal(own_page._acts.build_requested) as asked:
        entry(menu_now(), "Build a workout with it…").trigger()
    assert asked.args == ["single-leg-rdl"]


def test_from_the_cards_the_keyboard_adds_too(
    own_page: LibraryPage, own: OwnLibrary, told: list[str], menus: None
) -> None:
    workout = own.begin_workout("Evening", CATALOG.exercises["diver"], "New")
    own_page.overview.cards.choose(0)
    own_page.do(Act.ADD)
    entry(menu_now(), "Evening").trigger()
    assert told == ["Added to Evening."]
    assert len(own.workouts()[0].items) == 2
    assert own.workouts()[0].id == workout.id


def test_a_workout_needs_a_name_of_its_own(own_page: LibraryPage, own: OwnLibrary, qtbot: QtBot) -> None:
    own.begin_workout("Evening", CATALOG.exercises["diver"], "New")
    own_page._acts.add_to_new("diver")  # type: ignore[union-attr]
    dialog = dialog_over(own_page)
    for name, sentence in (
        ("  ", "Give it a name."),
        ("evening", "There is a workout of this name already; choose another."),
        ("Hamstrings for runners, full", "There is a workout of this name already; choose another."),
    ):
        dialog.field.setText(name)
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.problem.text() == sentence
    qtbot.keyClicks(dialog.field, "x")
    assert not dialog.problem.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(own.workouts()) == 1


def test_names_are_counted_on(own_page: LibraryPage, own: OwnLibrary) -> None:
    own.begin_workout("My workout", CATALOG.exercises["diver"], "New")
    own_page._acts.add_to_new("diver")  # type: ignore[union-attr]
    dialog = dialog_over(own_page)
    assert dialog.field.text() == "My workout 2"
    dialog.reject()


def test_a_store_that_cannot_be_written_is_told_in_its_sentence(
    store: Store, data_dir: Path, fake_clock: FakeClock, qtbot: QtBot
) -> None:
    reading = Store.open_read_only(paths_for(data_dir), clock=fake_clock)
    library = Library(CATALOG, reading)
    acts = ExerciseActs(library, OwnLibrary(reading, library, lambda: "x"))
    with qtbot.waitSignal(acts.told) as told:
        acts.toggle_star("diver")
    assert "for reading only" in told.args[0]
    made = replace(CATALOG.exercises["diver"], id="x", own=True)
    with qtbot.waitSignal(acts.told):
        assert not acts.save(made)
    reading.close()


def test_the_toast_takes_back_what_it_tells(window: MainWindow, menus: None, qtbot: QtBot) -> None:
    window.show_page("library")
    page = window.page("library")
    assert isinstance(page, LibraryPage)
    page.show_exercise("diver")
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    form = page.currentWidget()
    assert isinstance(form, ExerciseForm)
    qtbot.mouseClick(form.save_button, LEFT)
    made = page._detail.exercise_id  # type: ignore[union-attr]
    assert (window.toast.words.text(), window.toast.button.text()) == ("The Diver (mine) saved.", "Undo")
    assert page.overview.model.row_of(made) >= 0
    qtbot.mouseClick(window.toast.button, LEFT)
    assert page.overview.model.row_of(made) == -1
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert page.overview.model.row_of(made) >= 0


def test_the_menu_of_the_more_button_opens_below_it(own_page: LibraryPage, menus: None, qtbot: QtBot) -> None:
    own_page.show_exercise("diver")
    button = own_page._detail.more_button  # type: ignore[union-attr]
    qtbot.mouseClick(button, LEFT)
    assert menu_now().pos().y() >= button.mapToGlobal(QPoint(0, button.height())).y()
    entry(menu_now(), "Make my own version…").trigger()
    assert isinstance(own_page.currentWidget(), ExerciseForm)
