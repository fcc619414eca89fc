"""The body that is clicked: areas by mouse and by keyboard, in front and behind."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from trainer.domain.vocabulary import MUSCLES
from trainer.ui.widgets.body_map import BodyMap, areas
from trainer.ui.widgets.figure_colours import FigureColours

NAMES = {area: area.capitalize() for area in areas()}


@pytest.fixture
def body(qtbot: QtBot) -> BodyMap:
    widget = BodyMap(FigureColours.of_theme("light"), NAMES)
    qtbot.addWidget(widget)
    widget.resize(520, 560)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def found(body: BodyMap, *, behind: bool) -> set[str]:
    left = 260 if behind else 0
    return {body.area_at(QPointF(left + x, y)) for x in range(0, 260, 4) for y in range(0, 560, 4)} - {""}


def place_of(body: BodyMap, area: str) -> QPoint:
    return next(
        QPoint(x, y)
        for y in range(0, 560, 3)
        for x in range(0, 520, 3)
        if all(body.area_at(QPointF(x + dx, y)) == area for dx in (-2, 0, 2))
    )


def test_its_areas_are_the_plain_words_of_the_vocabulary() -> None:
    assert set(areas()) == set(MUSCLES.values())


def test_every_area_can_be_found_and_front_and_back_differ(body: BodyMap) -> None:
    front, back = found(body, behind=False), found(body, behind=True)
    assert front | back == set(areas())
    assert {"front of the thigh", "hip flexors", "belly"} <= front - back
    assert {"hamstrings", "buttocks", "calf"} <= back - front


@pytest.mark.parametrize("area", areas())
def test_a_click_chooses_and_another_lets_go(body: BodyMap, qtbot: QtBot, area: str) -> None:
    at = place_of(body, area)
    with qtbot.waitSignal(body.changed):
        qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=at)
    assert body.chosen == {area}
    assert NAMES[area] in body.accessibleDescription()
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=at)
    assert body.chosen == frozenset()


def test_air_and_other_buttons_choose_nothing(body: BodyMap, qtbot: QtBot) -> None:
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    qtbot.mouseClick(body, Qt.MouseButton.RightButton, pos=place_of(body, "calf"))
    assert body.chosen == frozenset()


def test_arrows_and_space_reach_every_area(body: BodyMap, qtbot: QtBot) -> None:
    body.setFocus()
    for _ in areas():
        qtbot.keyClick(body, Qt.Key.Key_Space)
        qtbot.keyClick(body, Qt.Key.Key_Right)
    assert body.chosen == set(areas())
    qtbot.keyClick(body, Qt.Key.Key_Left)
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert body.chosen == set(areas()[:-1])


def test_what_is_chosen_pointed_at_and_focused_is_seen(body: BodyMap) -> None:
    pictures = [body.grab().toImage()]
    body.set_chosen(["hamstrings", "no such area"])
    assert body.chosen == {"hamstrings"}
    pictures.append(body.grab().toImage())
    QTest.mouseMove(body, place_of(body, "shin"))
    pictures.append(body.grab().toImage())
    body.set_colours(FigureColours.of_theme("dark"))
    pictures.append(body.grab().toImage())
    assert all(a != b for a, b in pairwise(pictures))
