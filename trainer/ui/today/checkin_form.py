"""The form of a check-in: point at the body or choose from a list, then answer for each area."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from trainer.domain.exercise import Side
from trainer.services.coaching import Felt
from trainer.ui.theme import Theme
from trainer.ui.today.areas import PLACE_LABELS, area_label
from trainer.ui.today.felt_row import FeltRow
from trainer.ui.widgets.body_map import BodyMap
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.page import clear
from trainer.ui.widgets.place_spots import PLACES_FRAME, areas_of, place_and_side, place_areas, places_seen
from trainer.ui.widgets.text import Words
from trainer.ui.widgets.wheel import let_wheel_past

MAP_HEIGHT_PX = 230


class CheckInForm(QWidget):
    """`saved` carries what was felt; places without an answer are left out."""

    saved = Signal(object)
    left = Signal()
    grown = Signal()
    """There is a place more to answer for."""
    hurts_requested = Signal(str)

    def __init__(self, theme: Theme, likely: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, FeltRow] = {}
        colours = FigureColours.from_table(theme.figure)
        self.map = BodyMap(colours, place_areas(), found=places_seen, frame=PLACES_FRAME)
        self.map.setMinimumHeight(MAP_HEIGHT_PX)
        self.map.changed.connect(self._on_map_changed)
        self.places = QComboBox()
        self.places.setAccessibleName(self.tr("Add a place"))
        let_wheel_past(self.places)
        self.places.addItem(self.tr("Add a place…"), "")
        for area, label in PLACE_LABELS.items():
            self.places.addItem(label, area)
        self.places.activated.connect(self._on_places_activated)
        self.chips = [self._chip(area) for area in likely]
        self.save_button = Button(self.tr("Save"), "primary", icon="check")
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.leave_button = Button(self.tr("Cancel"))
        self.leave_button.clicked.connect(self.left)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paints the body in the theme's colours."""
        self.map.set_colours(FigureColours.from_table(theme.figure))

    def add(self, area: str, side: Side = Side.BOTH) -> None:
        """Asks about this place too, and gives it the keyboard."""
        if area not in self.rows:
            row = FeltRow(area, side)
            row.changed.connect(self._on_row_changed)
            row.turned.connect(self._follow)
            row.removed.connect(self.remove)
            row.hurts_requested.connect(self.hurts_requested)
            self.rows[area] = row
            self._list.addWidget(row)
            row.show()
            self._follow()
            self.grown.emit()
        self.rows[area].take_keyboard()

    def remove(self, area: str) -> None:
        """Asks about this area no more."""
        row = self.rows.pop(area, None)
        if row is not None:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
            self._follow()

    def empty(self) -> None:
        """Begins anew."""
        clear(self._list)
        self.rows = {}
        self._follow()

    def _follow(self) -> None:
        """Has map, chips and Save show what is asked about."""
        self.map.set_chosen(one for row in self.rows.values() for one in areas_of(row.area, row.side))
        for chip in self.chips:
            chip.setChecked(chip.property("area") in self.rows)
        self._on_row_changed()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self.chips:
            column.addWidget(Words(self.tr("Worked last time"), "caption", tone="muted"))
            column.addWidget(Flow([*self.chips]))
        column.addWidget(self.map)
        column.addWidget(self.places)
        column.addLayout(self._list)
        column.addWidget(Flow([self.save_button, self.leave_button]))

    def _chip(self, area: str) -> Button:
        chip = Button(area_label(area), "chip", checkable=True)
        chip.setProperty("area", area)
        chip.clicked.connect(self._on_chip_clicked)
        return chip

    def _on_chip_clicked(self, on: bool) -> None:
        area = str(self.sender().property("area"))
        if on:
            self.add(area)
        else:
            self.remove(area)

    def _on_map_changed(self) -> None:
        """A place with both its sides chosen is one place on both."""
        sides: dict[str, list[Side]] = {}
        for place, side in map(place_and_side, self.map.chosen):
            sides.setdefault(place, []).append(side)
        for area in self.rows.keys() - sides.keys():
            self.remove(area)
        for area, found in sides.items():
            side = found[0] if len(found) == 1 else Side.BOTH
            if area in self.rows:
                self.rows[area].set_side(side)
            else:
                self.add(area, side)

    def _on_places_activated(self, index: int) -> None:
        area = str(self.places.itemData(index))
        self.places.setCurrentIndex(0)
        if area:
            self.add(area)

    def _on_row_changed(self) -> None:
        self.save_button.setEnabled(any(row.felt is not None for row in self.rows.values()))

    def _on_save_clicked(self) -> None:
        felt: list[Felt] = [row.felt for row in self.rows.values() if row.felt is not None]
        self.saved.emit(felt)
