from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.services.library import Library
from trainer.services.own import OwnLibrary
from trainer.store import Store
from trainer.ui.library.card_view import CardView
from trainer.ui.library.detail import ExerciseDetail
from trainer.ui.library.model import STARRED_ROLE, ExerciseModel
from trainer.ui.library.page import LibraryPage
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.main_window import MainWindow
from trainer.ui.pages import Act
from trainer.ui.theme import load_theme

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def star_of(cards: CardView, row: int) -> QPoint:
    return cards._delegate.star_place(cards.visualRect(cards.model().index(row, 0))).center()


def test_a_click_on_a_cards_star_marks_it_and_opens_nothing(
    own_page: LibraryPage, library: Library, qtbot: QtBot
) -> None:
    cards = own_page.overview.cards
    exercise = own_page.overview.model.exercise_at(1)
    qtbot.mouseClick(cards.viewport(), LEFT, pos=star_of(cards, 1))
    assert library.favourites() == {exercise.id}
    assert own_page.currentWidget() is own_page.overview
    assert cards.model().index(1, 0).data(STARRED_ROLE)
    spoken = cards.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", favourite")
    qtbot.mouseClick(cards.viewport(), LEFT, pos=star_of(cards, 1))
    assert library.favourites() == set()


def test_a_press_that_leaves_the_star_does_nothing(
    own_page: LibraryPage, library: Library, qtbot: QtBot
) -> None:
    cards = own_page.overview.cards
    qtbot.mousePress(cards.viewport(), LEFT, pos=star_of(cards, 1))
    qtbot.mouseRelease(cards.viewport(), LEFT, pos=star_of(cards, 1) + QPoint(-60, 60))
    assert library.favourites() == set()
    assert own_page.currentWidget() is own_page.overview
    qtbot.mouseClick(cards.viewport(), LEFT, pos=star_of(cards, 1) + QPoint(-60, 60))
    assert isinstance(own_page.currentWidget(), ExerciseDetail)


def test_the_detail_page_has_the_same_star(own_page: LibraryPage, library: Library, qtbot: QtBot) -> None:
    own_page.show_exercise("diver")
    star = own_page._detail.star  # type: ignore[union-attr]
    assert (star.starred, star.accessibleName()) == (False, "Add to favourites")
    empty = star.icon().pixmap(20, 20).toImage()
    qtbot.mouseClick(star, LEFT)
    assert library.favourites() == {"diver"}
    assert (star.starred, star.accessibleName()) == (True, "Remove from favourites")
    assert star.icon().pixmap(20, 20).toImage() != empty
    own_page.show_exercise("glider")
    assert not own_page._detail.star.starred  # type: ignore[union-attr]


def test_the_filter_follows_each_star_and_says_when_there_is_none(
    own_page: LibraryPage, own: OwnLibrary, store: Store
) -> None:
    overview = own_page.overview
    overview.filters.chip("mine", "star").setChecked(True)
    assert overview.nothing.isVisible()
    assert overview.nothing.heading.text() == "No favourites yet"
    own.set_favourite("diver", on=True, undo="Star")
    own.set_favourite("glider", on=True, undo="Star")
    assert overview.model.rowCount() == 2
    assert overview.count.text() == "2 exercises"
    overview.cards.choose(1)
    own_page.do(Act.STAR)
    assert overview.model.rowCount() == 1
    assert overview.cards.current is overview.model.exercise_at(0)
    store.undo()
    assert overview.model.rowCount() == 2


def test_control_b_marks_what_has_the_keyboard_and_control_z_takes_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL)
    assert window.toast.words.text() == "Choose an exercise in the library first."
    window.show_page("library")
    page = window.page("library")
    assert isinstance(page, LibraryPage)
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL)
    assert window.toast.words.text() == "Choose an exercise first."
    page.overview.cards.choose(3)
    index = page.overview.model.index(3)
    qtbot.keyClick(page.overview.cards, Qt.Key.Key_B, CTRL)
    assert index.data(STARRED_ROLE)
    page.show_exercise(page.overview.model.exercise_at(3).id)
    assert page._detail is not None
    assert page._detail.star.starred
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not index.data(STARRED_ROLE)
    assert not page._detail.star.starred
    assert window.toast.words.text().startswith("Undone: Add ")


@pytest.mark.parametrize("key", ["Ctrl+B", "Ctrl+N", "Ctrl+Shift+A", "Ctrl+D", "F2", "Ctrl+Del"])
def test_every_key_is_in_the_list_of_shortcuts(window: MainWindow, key: str) -> None:
    assert key in {keys for _, _, keys in window.actions_by_id.shortcuts()}


def test_a_page_that_changes_nothing_shows_no_star(qtbot: QtBot) -> None:
    model = ExerciseModel()
    model.set_rows(list(load_catalog().exercises.values()))
    cards = CardView(model, Thumbnails(load_theme("light").figure), stars=False)
    qtbot.addWidget(cards)
    cards.resize(600, 400)
    cards.show()
    pressed: list[str] = []
    cards.star_pressed.connect(pressed.append)
    with qtbot.waitSignal(cards.exercise_chosen):
        qtbot.mouseClick(cards.viewport(), LEFT, pos=star_of(cards, 0))
    assert pressed == []
