"""The places on the body: each can be pointed at, left and right apart, also where the map is small."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from trainer.domain.exercise import Side
from trainer.domain.pain import PLACES
from trainer.ui.widgets.body_map import BodyMap
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.place_spots import (
    PLACES_FRAME,
    area_of,
    areas_of,
    central,
    place_and_side,
    place_areas,
    places_seen,
)

WIDE, HIGH = 340, 370


@pytest.fixture
def body(qtbot: QtBot) -> BodyMap:
    colours = FigureColours.of_theme("light")
    widget = BodyMap(colours, place_areas(), found=places_seen, frame=PLACES_FRAME, single=True)
    qtbot.addWidget(widget)
    widget.resize(WIDE, HIGH)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def middle_of(body: BodyMap, area: str) -> QPoint:
    """The middle of where a click chooses the area, in the first half that shows it."""
    points = [
        QPoint(x, y)
        for half in (0, WIDE // 2)
        for x in range(half, half + WIDE // 2, 3)
        for y in range(0, HIGH, 3)
        if body.area_at(QPointF(x, y)) == area
    ]
    return points[len(points) // 2]


def test_every_place_has_its_areas() -> None:
    areas = place_areas()
    assert len(areas) == 27
    assert {place_and_side(area)[0] for area in areas} == {place.id for place in PLACES}
    assert [place.id for place in PLACES if central(place.id)] == ["low-back"]
    assert areas[area_of("achilles", Side.LEFT)] == "Achilles, left"
    assert list(areas_of("calf", Side.BOTH)) == [area_of("calf", Side.RIGHT), area_of("calf", Side.LEFT)]


@pytest.mark.parametrize("area", list(place_areas()))
def test_a_click_chooses_a_place_and_no_other(body: BodyMap, qtbot: QtBot, area: str) -> None:
    body.set_chosen([area_of("shin", Side.LEFT)])
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=middle_of(body, area))
    assert body.chosen == {area}


def test_seen_from_the_front_the_right_side_is_on_the_left(body: BodyMap) -> None:
    front = {side: middle_of(body, area_of("knee-front", side)).x() for side in (Side.LEFT, Side.RIGHT)}
    back = {side: middle_of(body, area_of("calf", side)).x() for side in (Side.LEFT, Side.RIGHT)}
    assert front[Side.RIGHT] < front[Side.LEFT] < WIDE // 2
    assert WIDE // 2 < back[Side.LEFT] < back[Side.RIGHT]
