from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.services.own import OwnLibrary
from trainer.settings import REDUCED_MOTION, Settings
from trainer.ui.library.card_view import CardView
from trainer.ui.library.live_card import LiveCard
from trainer.ui.library.model import ExerciseModel
from trainer.ui.library.page import LibraryPage
from trainer.ui.library.thumbnails import SHOWN_PHASE

CATALOG = load_catalog()


@pytest.fixture
def cards(own_page: LibraryPage, qtbot: QtBot) -> CardView:
    """The cards with the second one playing, by the keyboard."""
    cards = own_page.overview.cards
    cards.setFocus()
    cards.choose(1)
    qtbot.waitUntil(lambda: cards.live.moving)
    return cards


class Painted(QObject):
    """What of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.regions: list[QRect] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(event.region().boundingRect())
        return False


def test_only_the_picture_of_the_card_one_is_on_is_painted_again(cards: CardView, qtbot: QtBot) -> None:
    painted = Painted()
    cards.viewport().installEventFilter(painted)
    place = cards._delegate.picture_place(cards.visualRect(cards.currentIndex()))

    def steady() -> bool:
        """Five frames running; thumbnails that are still being drawn may come between the first ones."""
        last = painted.regions[-5:]
        return len(last) == 5 and all(place.contains(region) for region in last)

    qtbot.waitUntil(steady)


def test_the_figure_moves_and_the_others_do_not(cards: CardView) -> None:
    index = cards.currentIndex()
    figure, phase = cards.live.moment_of(index)  # type: ignore[misc]
    assert figure.exercise_id == cards.current.figure_id  # type: ignore[union-attr]
    assert phase >= SHOWN_PHASE - 0.1
    assert cards.live.moment_of(cards.model().index(0, 0)) is None


def test_the_keyboard_takes_the_movement_along(cards: CardView, qtbot: QtBot) -> None:
    qtbot.keyClick(cards, Qt.Key.Key_Right)
    assert not cards.live.moving
    qtbot.waitUntil(lambda: cards.live.moving)
    assert cards.live.moment_of(cards.model().index(2, 0)) is not None


def test_the_mouse_plays_what_it_is_on_and_lets_it_rest_when_it_leaves(
    own_page: LibraryPage, qtbot: QtBot
) -> None:
    cards = own_page.overview.cards
    own_page.overview.search.setFocus()
    third = cards.model().index(2, 0)
    qtbot.mouseMove(cards.viewport(), cards.visualRect(third).center())
    qtbot.waitUntil(lambda: cards.live.moment_of(third) is not None)
    qtbot.mouseMove(own_page.overview.search, QPoint(5, 5))
    qtbot.waitUntil(lambda: not cards.live.moving)


@pytest.mark.parametrize("how", ["hidden", "unfocused", "reduced", "another page"])
def test_nothing_moves_when_nobody_looks(
    cards: CardView, own_page: LibraryPage, settings: Settings, qtbot: QtBot, how: str
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    if how == "hidden":
        own_page.hide()
    elif how == "unfocused":
        other.show()
        other.activateWindow()
        qtbot.waitUntil(other.isActiveWindow)
    elif how == "reduced":
        settings.set(REDUCED_MOTION, True)
    else:
        own_page.show_exercise("diver")
    qtbot.waitUntil(lambda: not cards.live.moving)
    assert not cards.live._dwell_150_ms.isActive()


def test_with_less_motion_nothing_ever_moves(
    settings: Settings, make_page: Callable[[], LibraryPage]
) -> None:
    settings.set(REDUCED_MOTION, True)
    page = make_page()
    cards = page.overview.cards
    cards.setFocus()
    cards.choose(1)
    assert not cards.live._dwell_150_ms.isActive()


def test_while_the_cards_scroll_none_moves(cards: CardView, qtbot: QtBot) -> None:
    cards.verticalScrollBar().setValue(60)
    assert not cards.live.moving
    qtbot.waitUntil(lambda: cards.live.moving)


def test_a_search_that_takes_the_card_away_ends_its_movement(
    cards: CardView, own_page: LibraryPage, qtbot: QtBot
) -> None:
    own_page.overview.search.setText("zzzz")
    assert not cards.live.moving
    own_page.overview.search.clear()
    qtbot.waitUntil(own_page.overview.cards.isVisible)


def test_the_movement_begins_where_the_thumbnail_stands(qtbot: QtBot) -> None:
    model, live = ExerciseModel(), LiveCard()
    model.set_rows(list(CATALOG.exercises.values()))
    for row in range(model.rowCount()):
        exercise = model.exercise_at(row)
        live.play(model.index(row), exercise)
        qtbot.waitUntil(lambda: live.moving)
        moment = live.moment_of(model.index(row))
        assert moment is not None
        assert abs(moment[1] - SHOWN_PHASE) < 0.2, exercise.id
    live.stop()


def test_a_card_without_a_figure_stays_as_it_is(own_page: LibraryPage, own: OwnLibrary, qtbot: QtBot) -> None:
    bare = replace(own.blank(), name="Aaa", short_name="Aaa", region="hamstring", level=1)
    own.save_exercise(bare, "Add")
    cards = own_page.overview.cards
    cards.setFocus()
    cards.choose(own_page.overview.model.row_of(bare.id))
    qtbot.waitUntil(lambda: not cards.live._dwell_150_ms.isActive())
    assert not cards.live.moving
