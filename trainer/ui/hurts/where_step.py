"""Where it hurts: the body to point at, the places as a list, and the side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.exercise import Side
from trainer.domain.pain import PLACES
from trainer.ui.theme import Theme
from trainer.ui.widgets.body_map import BodyMap
from trainer.ui.widgets.buttons import Segments
from trainer.ui.widgets.fields import ChipChoice, Field
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.place_spots import (
    PLACES_FRAME,
    areas_of,
    central,
    place_and_side,
    place_areas,
    places_seen,
)

MAP_PX, MAP_HIGH_PX = 340, 370


class WhereStep(QWidget):
    """Body and list choose the same place; a place in the middle of the body has no side to choose."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        colours = FigureColours.from_table(theme.figure)
        self.map = BodyMap(colours, place_areas(), found=places_seen, frame=PLACES_FRAME, single=True)
        self.map.setFixedWidth(MAP_PX)
        self.map.setFixedHeight(MAP_HIGH_PX)
        self.places = ChipChoice(self.tr("Place"), {place.id: place.label for place in PLACES})
        self.sides = Segments(
            self.tr("Side"),
            (
                (Side.LEFT.value, self.tr("Left")),
                (Side.RIGHT.value, self.tr("Right")),
                (Side.BOTH.value, self.tr("Both")),
            ),
        )
        self.side_field = Field(self.tr("Side"), self.sides)
        self.side_field.setEnabled(False)
        self.map.changed.connect(self._on_map_changed)
        self.places.changed.connect(self._on_places_changed)
        self.sides.chosen.connect(self._on_sides_chosen)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(Field(self.tr("Place"), self.places))
        right.addWidget(self.side_field)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.map, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)

    @property
    def place_id(self) -> str:
        """The place that is chosen, or "" while none is."""
        return next(iter(self.places.values), "")

    @property
    def side(self) -> Side | None:
        """The side that is chosen; None while none is and one is wanted."""
        if self.place_id and central(self.place_id):
            return Side.BOTH
        return Side(self.sides.value) if self.sides.value else None

    @property
    def complete(self) -> bool:
        return bool(self.place_id) and self.side is not None

    def show_place(self, place_id: str, side: Side | None) -> None:
        """Chooses this place and side; says nothing."""
        self.places.set_values([place_id])
        self.sides.set_value(side.value if side and not central(place_id) else "")
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        """Paints the body in the theme's colours."""
        self.map.set_colours(FigureColours.from_table(theme.figure))

    def _on_map_changed(self) -> None:
        place_id, side = place_and_side(next(iter(self.map.chosen)))
        self.show_place(place_id, side)
        self.changed.emit()

    def _on_places_changed(self) -> None:
        self._follow()
        self.changed.emit()

    def _on_sides_chosen(self, _side: str) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        place_id = self.place_id
        self.side_field.setEnabled(bool(place_id) and not central(place_id))
        if place_id and central(place_id):
            self.sides.set_value("")
        side = self.side
        self.map.set_chosen(areas_of(place_id, side) if place_id and side else ())
