"""The filters left of the cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from trainer.domain.exercise import Contraction, Exercise, Laterality
from trainer.domain.vocabulary import GAIT_PHASES, REGIONS
from trainer.services.library import Filters
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.text import Words


class FilterBar(QWidget):
    """Chips by area, contraction, gait phase, level and side; one box for what is owned."""

    changed = Signal()

    def __init__(self, exercises: Sequence[Exercise], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owned: frozenset[str] = frozenset()
        self._chips: dict[str, dict[str, Button]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._owned_box = QCheckBox(self.tr("Only with what I have"))
        self._owned_box.toggled.connect(self.changed)
        self._column.addWidget(self._owned_box)
        self._add_groups(exercises)
        self._clear = Button(self.tr("Clear filters"), "quiet", icon="x")
        self._clear.clicked.connect(self.clear)
        self._column.addWidget(self._clear)
        self._column.addStretch(1)
        self.changed.connect(self._on_self_changed)
        self._on_self_changed()

    def set_owned(self, owned: frozenset[str]) -> None:
        """Takes the equipment of the settings."""
        self._owned = owned
        if self._owned_box.isChecked():
            self.changed.emit()

    @property
    def filters(self) -> Filters:
        return Filters(
            regions=self._on("region"),
            contractions=frozenset(Contraction(value) for value in self._on("contraction")),
            gait_phases=self._on("gait"),
            levels=frozenset(int(value) for value in self._on("level")),
            sides=frozenset(Laterality(value) for value in self._on("side")),
            owned=self._owned if self._owned_box.isChecked() else None,
        )

    def chip(self, group: str, value: str) -> Button:
        """One chip: of region, contraction, gait, level or side."""
        return self._chips[group][value]

    def clear(self) -> None:
        """Turns every filter off."""
        self.blockSignals(True)
        self._owned_box.setChecked(False)
        for chips in self._chips.values():
            for chip in chips.values():
                chip.setChecked(False)
        self.blockSignals(False)
        self.changed.emit()

    def _add_groups(self, exercises: Sequence[Exercise]) -> None:
        regions = {exercise.region for exercise in exercises}
        shown = {key: label for key, label in REGIONS.items() if key in regions}
        if len(shown) > 1:
            self._add_group("region", self.tr("Area"), shown)
        contractions = {
            "eccentric": self.tr("Lengthening"),
            "concentric": self.tr("Shortening"),
            "isometric": self.tr("Holding"),
        }
        self._add_group("contraction", self.tr("Work of the muscle"), contractions)
        phases = {phase for exercise in exercises for phase in exercise.gait_phases}
        self._add_group(
            "gait", self.tr("Phase of the stride"), {k: v for k, v in GAIT_PHASES.items() if k in phases}
        )
        self._add_group("level", self.tr("Level"), {str(level): str(level) for level in range(1, 6)})
        self._add_group("side", self.tr("Legs"), {"both": self.tr("Two"), "each": self.tr("One at a time")})

    def _add_group(self, group: str, title: str, options: dict[str, str]) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(Words(title, "small", strong=True))
        self._chips[group] = {}
        for value, label in options.items():
            chip = Button(label, "chip", checkable=True)
            chip.setAccessibleName(f"{title}: {label}")
            chip.toggled.connect(self.changed)
            self._chips[group][value] = chip
        self._column.addWidget(Flow(list(self._chips[group].values())))

    def _on(self, group: str) -> frozenset[str]:
        return frozenset(value for value, chip in self._chips.get(group, {}).items() if chip.isChecked())

    def _on_self_changed(self) -> None:
        self._clear.setEnabled(not self.filters.empty)
