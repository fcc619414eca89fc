"""Which version of the seed workout is wanted: its level, and whether ankles can be held."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox

from trainer.domain.workout import Workout
from trainer.ui.today.versions import LEVELS, has_no_anchor_version, level_of
from trainer.ui.widgets.buttons import Segments


class VersionBar(QObject):
    """Two controls that stand apart on the card; hidden where another workout is shown."""

    version_chosen = Signal(str)
    without_anchor_chosen = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        labels = {"easy": self.tr("Easy"), "middle": self.tr("Middle"), "full": self.tr("Full")}
        self.versions = Segments(self.tr("Version"), tuple((level, labels[level]) for level in LEVELS))
        self.versions.chosen.connect(self.version_chosen)
        self.no_anchor = QCheckBox(self.tr("No ankle anchor"))
        self.no_anchor.toggled.connect(self.without_anchor_chosen)

    def show_version(self, workout: Workout, workouts: Sequence[Workout], *, without_anchor: bool) -> None:
        """Shows this workout's version as the chosen one."""
        level = level_of(workout.id)
        self.versions.set_value(level)
        self.versions.show()
        self.no_anchor.blockSignals(True)
        self.no_anchor.setChecked(without_anchor)
        self.no_anchor.blockSignals(False)
        self.no_anchor.setVisible(has_no_anchor_version(level, workouts))

    def hide(self) -> None:
        """Where the workout shown has no versions."""
        self.versions.hide()
        self.no_anchor.hide()
