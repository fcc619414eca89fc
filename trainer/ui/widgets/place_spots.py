"""Where the places that one may point at lie on the body map. Drawn by eye on its figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainterPath

from trainer.domain.exercise import Side
from trainer.domain.pain import PLACES
from trainer.figure.camera import Frame
from trainer.figure.figure import Figure

AREA_MARK = ":"
PLACES_FRAME = Frame(-0.19, -0.06, 0.19, 0.74)
"""The part of the body that has places: from the back down."""


@dataclass(frozen=True, slots=True)
class _Place:
    """An ellipse in body heights: `out` of the body's middle and `up` from the floor; central at 0."""

    view: str
    out: float
    up: float
    wide: float
    high: float


_PLACES: dict[str, tuple[_Place, ...]] = {
    "hamstring": (_Place("back", 0.058, 0.400, 0.026, 0.052),),
    "sit-bone": (_Place("back", 0.044, 0.492, 0.024, 0.018),),
    "knee-front": (_Place("front", 0.056, 0.292, 0.018, 0.026),),
    "knee-outside": (_Place("front", 0.079, 0.296, 0.012, 0.030), _Place("back", 0.080, 0.296, 0.012, 0.030)),
    "shin": (_Place("front", 0.060, 0.180, 0.016, 0.060),),
    "achilles": (_Place("back", 0.063, 0.105, 0.013, 0.026),),
    "heel-bone": (_Place("back", 0.064, 0.058, 0.017, 0.015),),
    "calf": (_Place("back", 0.060, 0.205, 0.027, 0.050),),
    "heel-under": (_Place("back", 0.066, 0.020, 0.022, 0.015),),
    "hip-front": (_Place("front", 0.052, 0.535, 0.022, 0.026),),
    "hip-outside": (_Place("front", 0.089, 0.525, 0.014, 0.036), _Place("back", 0.089, 0.525, 0.014, 0.036)),
    "low-back": (_Place("back", 0.0, 0.640, 0.042, 0.036),),
    "groin": (_Place("front", 0.018, 0.485, 0.013, 0.030),),
    "foot": (_Place("front", 0.076, 0.014, 0.026, 0.030),),
}


def place_areas() -> dict[str, str]:
    """Each place and side that can be pointed at, with what the user reads; in the order of `PLACES`."""
    return {
        area_of(place.id, side): side_label(place.label, side)
        for place in PLACES
        for side in ((Side.BOTH,) if central(place.id) else (Side.RIGHT, Side.LEFT))
    }


def central(place_id: str) -> bool:
    """Whether a place lies in the middle of the body and has no sides."""
    return all(not spot.out for spot in _PLACES[place_id])


def area_of(place_id: str, side: Side) -> str:
    """The area of the body map for a place on a side."""
    return f"{place_id}{AREA_MARK}{side.value}"


def areas_of(place_id: str, side: Side) -> Iterable[str]:
    """The areas of a place; two of them for both sides."""
    sides = (Side.RIGHT, Side.LEFT) if side is Side.BOTH and not central(place_id) else (side,)
    return [area_of(place_id, one) for one in sides]


def place_and_side(area: str) -> tuple[str, Side]:
    """What an area of the body map stands for."""
    place_id, _, side = area.partition(AREA_MARK)
    return place_id, Side(side)


def side_label(label: str, side: Side) -> str:
    """`Achilles, left`; without a side where it is both."""
    if side is Side.BOTH:
        return label
    left = side is Side.LEFT
    text = QCoreApplication.translate("places", "{0}, left" if left else "{0}, right")
    return text.format(label)


def places_seen(_figure: Figure, view: str) -> Iterator[tuple[str, QPainterPath]]:
    """The places, by `area_of`; seen from the front, the right side is on the left."""
    for place_id, spots in _PLACES.items():
        for spot in spots:
            if spot.view == view:
                yield from _spot_paths(place_id, spot)


def _spot_paths(place_id: str, spot: _Place) -> Iterator[tuple[str, QPainterPath]]:
    if not spot.out:
        yield area_of(place_id, Side.BOTH), _ellipse(0.0, spot)
        return
    for side in (Side.RIGHT, Side.LEFT):
        right_of_middle = (side is Side.RIGHT) == (spot.view == "back")
        yield area_of(place_id, side), _ellipse(spot.out if right_of_middle else -spot.out, spot)


def _ellipse(x: float, spot: _Place) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, spot.up), spot.wide, spot.high)
    return path
