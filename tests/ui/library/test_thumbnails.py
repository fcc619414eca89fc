from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.ui.library import thumbnails as module
from trainer.ui.library.card_delegate import CardDelegate
from trainer.ui.library.card_view import CardView
from trainer.ui.library.model import ExerciseModel
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.theme import load_theme

CATALOG = load_catalog()
DIVER = CATALOG.exercises["diver"]
SIZE = QSize(100, 72)


def made() -> Thumbnails:
    return Thumbnails(load_theme("light").figure)


def test_a_picture_is_drawn_once_for_a_figure_and_its_muscles(qapp: QApplication) -> None:
    thumbnails = made()
    first = thumbnails.picture(DIVER, SIZE, 1.0)
    assert first is not None
    assert thumbnails.has(DIVER, SIZE, 1.0)
    own = replace(DIVER, id="own-1", own=True, figure="diver")
    assert thumbnails.picture(own, SIZE, 1.0) is first
    other = thumbnails.picture(replace(own, primary_muscles=("quadriceps",)), SIZE, 1.0)
    assert other is not None
    assert other.toImage() != first.toImage()
    assert thumbnails.picture(DIVER, SIZE, 2.0).width() == 200  # type: ignore[union-attr]


def test_what_has_no_figure_has_no_picture(qapp: QApplication) -> None:
    thumbnails = made()
    assert thumbnails.picture(replace(DIVER, id="own-1"), SIZE, 1.0) is None
    assert thumbnails.has(replace(DIVER, id="own-1"), SIZE, 1.0)


def test_the_oldest_pictures_go_when_there_are_too_many(qapp: QApplication) -> None:
    thumbnails = made()
    large = QSize(2000, 2000)
    fitting = module.KEPT_BYTES // (2000 * 2000 * module.BYTES_A_PIXEL)
    shown = [replace(DIVER, primary_muscles=(str(number),)) for number in range(fitting + 1)]
    for exercise in shown:
        thumbnails.picture(exercise, large, 1.0)
    assert not thumbnails.has(shown[0], large, 1.0)
    assert all(thumbnails.has(exercise, large, 1.0) for exercise in shown[1:])


def test_a_frame_draws_a_few_and_the_next_ones_the_others(qtbot: QtBot) -> None:
    model, thumbnails = ExerciseModel(), made()
    model.set_rows(list(CATALOG.exercises.values()))
    cards = CardView(model, thumbnails)
    qtbot.addWidget(cards)
    cards.resize(1000, 700)
    delegate = cards.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    delegate.drawing_ms = 1e-6

    def drawn() -> int:
        size = delegate.picture_place(cards.visualRect(model.index(0))).size()
        return sum(thumbnails.has(model.exercise_at(row), size, 1.0) for row in range(model.rowCount()))

    cards.grab()
    assert (drawn(), delegate.owing) == (1, True)
    cards.show()
    qtbot.waitUntil(lambda: not delegate.owing)
    seen = [cards.visualRect(model.index(row)) for row in range(model.rowCount())]
    assert drawn() == sum(cards.viewport().rect().intersects(place) for place in seen) > 10
