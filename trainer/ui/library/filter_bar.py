"""The filters left of the cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from trainer.domain.exercise import Contraction, Exercise, Laterality
from trainer.domain.vocabulary import GAIT_PHASES, REGIONS, SHORT_REGIONS
from trainer.services.library import Filters
from trainer.ui.library.muscle_map import MuscleMap
from trainer.ui.theme import Theme
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.text import Words


class FilterBar(QWidget):
    """Chips by area, contraction, gait phase, level and side; stars, one's own, and what is owned.

    Muscles are chosen on the body map; each has a chip that takes it off again.
    """

    changed = Signal()

    def __init__(
        self, exercises: Sequence[Exercise], theme: Theme, *, own: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._owned: frozenset[str] = frozenset()
        self._starred: frozenset[str] = frozenset()
        self._muscles: frozenset[str] = frozenset()
        self._chips: dict[str, dict[str, Button]] = {}
        self._titles: dict[str, Words] = {}
        self._flows: dict[str, Flow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._muscles_flow: Flow | None = None
        self.muscle_map = MuscleMap(theme)
        self.muscle_map.changed.connect(self._on_muscle_map_changed)
        self._muscles_row = QVBoxLayout()
        self._muscles_row.addWidget(self.muscle_map)
        self._column.addLayout(self._muscles_row)
        self._add_group("mine", "", {"star": self.tr("Favourites"), "own": self.tr("Yours")})
        self._flows["mine"].setVisible(own)
        self._chips["mine"]["star"].set_icon_name("star")
        self._owned_box = QCheckBox(self.tr("Only with what I have"))
        self._owned_box.toggled.connect(self.changed)
        self._column.addWidget(self._owned_box)
        self._add_groups()
        self._clear = Button(self.tr("Clear filters"), "quiet", icon="x")
        self._clear.clicked.connect(self.clear)
        self._column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.changed.connect(self._on_self_changed)
        self.show_for(exercises)
        self._on_self_changed()

    def set_owned(self, owned: frozenset[str]) -> None:
        """Takes the equipment of the settings."""
        self._owned = owned
        if self._owned_box.isChecked():
            self.changed.emit()

    def set_starred(self, starred: frozenset[str]) -> None:
        """Takes the ids of the favourites."""
        self._starred = starred
        if self._on("mine") & {"star"}:
            self.changed.emit()

    def set_muscles(self, words: Iterable[str]) -> None:
        """Asks for these muscles, in plain words such as *hamstrings*; a chip for each takes it off again."""
        self._muscles = frozenset(words)
        self.muscle_map.set_chosen(self._muscles)
        if self._muscles_flow is not None:
            self._muscles_row.removeWidget(self._muscles_flow)
            self._muscles_flow.hide()
            self._muscles_flow.deleteLater()
            self._muscles_flow = None
        if self._muscles:
            self._muscles_flow = Flow([self._muscle_chip(word) for word in sorted(self._muscles)])
            self._muscles_row.addWidget(self._muscles_flow)
        self.changed.emit()

    def show_for(self, exercises: Sequence[Exercise]) -> None:
        """Offers the areas and phases that these exercises have, and those that are on."""
        regions = {exercise.region for exercise in exercises}
        phases = {phase for exercise in exercises for phase in exercise.gait_phases}
        self._offer("region", regions if len(regions & set(REGIONS)) > 1 else set())
        self._offer("gait", phases)

    @property
    def filters(self) -> Filters:
        mine = self._on("mine")
        return Filters(
            regions=self._on("region"),
            contractions=frozenset(Contraction(value) for value in self._on("contraction")),
            gait_phases=self._on("gait"),
            levels=frozenset(int(value) for value in self._on("level")),
            sides=frozenset(Laterality(value) for value in self._on("side")),
            muscles=self._muscles,
            owned=self._owned if self._owned_box.isChecked() else None,
            favourites=self._starred if "star" in mine else None,
            own="own" in mine,
        )

    def chip(self, group: str, value: str) -> Button:
        """One chip: of mine (star, own), region, contraction, gait, level or side."""
        return self._chips[group][value]

    def clear(self) -> None:
        """Turns every filter off."""
        self.blockSignals(True)
        self._owned_box.setChecked(False)
        for chips in self._chips.values():
            for chip in chips.values():
                chip.setChecked(False)
        self.set_muscles(())
        self.blockSignals(False)
        self.changed.emit()

    def _muscle_chip(self, word: str) -> Button:
        chip = Button(word[:1].upper() + word[1:], "chip", icon="x", checkable=True)
        chip.setChecked(True)
        chip.setAccessibleName(self.tr("Muscle: {0}. Press to take the filter off.").format(word))
        chip.setProperty("muscle", word)
        chip.clicked.connect(self._on_muscle_chip_clicked)
        return chip

    def _add_groups(self) -> None:
        self._add_group("region", self.tr("Area"), SHORT_REGIONS)
        for value, label in REGIONS.items():
            self._chips["region"][value].set_name(self.tr("Area: {0}").format(label))
        contractions = {
            "eccentric": self.tr("Lengthening"),
            "concentric": self.tr("Shortening"),
            "isometric": self.tr("Holding"),
        }
        self._add_group("contraction", self.tr("Work of the muscle"), contractions)
        self._add_group("gait", self.tr("Phase of the stride"), GAIT_PHASES)
        self._add_group("level", self.tr("Level"), {str(level): str(level) for level in range(1, 6)})
        self._add_group("side", self.tr("Legs"), {"both": self.tr("Two"), "each": self.tr("One at a time")})

    def _add_group(self, group: str, title: str, options: dict[str, str]) -> None:
        words = self._titles[group] = Words(title, "small", strong=True)
        words.setContentsMargins(0, 4, 0, 0)
        self._column.addWidget(words)
        words.setVisible(bool(title))
        self._chips[group] = {}
        for value, label in options.items():
            chip = Button(label, "chip", checkable=True)
            chip.setAccessibleName(f"{title}: {label}" if title else label)
            chip.toggled.connect(self.changed)
            self._chips[group][value] = chip
        self._flows[group] = Flow(list(self._chips[group].values()))
        self._column.addWidget(self._flows[group])

    def _offer(self, group: str, values: set[str]) -> None:
        for value, chip in self._chips[group].items():
            chip.setVisible(value in values or chip.isChecked())
        some = any(not chip.isHidden() for chip in self._chips[group].values())
        self._titles[group].setVisible(some)
        self._flows[group].setVisible(some)
        self._flows[group].updateGeometry()

    def _on(self, group: str) -> frozenset[str]:
        return frozenset(value for value, chip in self._chips.get(group, {}).items() if chip.isChecked())

    def _on_muscle_chip_clicked(self) -> None:
        self.set_muscles(self._muscles - {str(self.sender().property("muscle"))})

    def _on_muscle_map_changed(self) -> None:
        self.set_muscles(self.muscle_map.chosen)

    def _on_self_changed(self) -> None:
        self._clear.setEnabled(not self.filters.empty)
