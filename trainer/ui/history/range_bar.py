"""How far back the charts look: ranges, nearer and farther, earlier and later."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.flow import Flow

_NEARER = 0.5
_PART = 0.5


class RangeBar(Flow):
    """Turns the axis that the charts share; no range is on once it was zoomed or moved by hand."""

    def __init__(self, axis: TimeAxis, parent: QWidget | None = None) -> None:
        self.ranges = Segments(
            self.tr("Range"),
            (
                ("4w", self.tr("4 weeks")),
                ("3m", self.tr("3 months")),
                ("1y", self.tr("1 year")),
                ("all", self.tr("All")),
            ),
        )
        self.earlier = Button(self.tr("Earlier (Shift+Left)"), "icon", icon="chevron-left")
        self.later = Button(self.tr("Later (Shift+Right)"), "icon", icon="chevron-right")
        self.farther = Button(self.tr("Show more time (−)"), "icon", icon="minus")
        self.nearer = Button(self.tr("Show less time (+)"), "icon", icon="plus")
        super().__init__([self.ranges, self.earlier, self.later, self.farther, self.nearer], parent=parent)
        self._axis = axis
        axis.changed.connect(self._on_axis_changed)
        self.ranges.chosen.connect(axis.set_range)
        self.earlier.clicked.connect(self._on_earlier_clicked)
        self.later.clicked.connect(self._on_later_clicked)
        self.farther.clicked.connect(self._on_farther_clicked)
        self.nearer.clicked.connect(self._on_nearer_clicked)
        self._on_axis_changed()

    def _on_axis_changed(self) -> None:
        self.ranges.set_value(self._axis.range_name)

    def _on_earlier_clicked(self) -> None:
        self._axis.pan(-_PART * self._axis.days)

    def _on_later_clicked(self) -> None:
        self._axis.pan(_PART * self._axis.days)

    def _on_farther_clicked(self) -> None:
        self._axis.zoom(1 / _NEARER, self._axis.end)

    def _on_nearer_clicked(self) -> None:
        self._axis.zoom(_NEARER, self._axis.end)
