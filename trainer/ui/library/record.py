"""One's own record in an exercise: the best of each kind, with its day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from trainer.domain.exercise import Side
from trainer.domain.stats import Measure, Performance, TrendPoint, records
from trainer.ui.days import day_text
from trainer.ui.session.wording import load_words
from trainer.ui.widgets.text import Words


class RecordCard(QFrame):
    """Hidden until there is something to show."""

    def __init__(self, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._unit = unit
        self._grid: QWidget | None = None
        self.lines: list[tuple[str, str, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(8)
        self._column.addWidget(Words(self.tr("Your record"), "small", tone="accent", strong=True))
        self.hide()

    def show_performances(self, performances: Sequence[Performance]) -> None:
        """Shows the records among these; nothing when there is none."""
        found = [(measure, point) for measure in SHOWN for point in records(performances, measure)]
        self.lines = [self._line(measure, point) for measure, point in found]
        if self._grid is not None:
            self._column.removeWidget(self._grid)
            self._grid.deleteLater()
        self._grid = self._table()
        self._column.addWidget(self._grid)
        self.setVisible(bool(self.lines))

    def _table(self) -> QWidget:
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, (name, value, day) in enumerate(self.lines):
            grid.addWidget(Words(name, wrap=True), row, 0)
            grid.addWidget(Words(value, strong=True), row, 1)
            grid.addWidget(Words(day, "small", tone="muted"), row, 2)
        return holder

    def _line(self, measure: Measure, point: TrendPoint) -> tuple[str, str, str]:
        name = {
            Measure.REPS: self.tr("Most reps in a set"),
            Measure.HOLD: self.tr("Longest hold"),
            Measure.LOAD: self.tr("Heaviest load"),
            Measure.LEAN: self.tr("Furthest lean"),
        }[measure]
        side = {Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right"), Side.BOTH: ""}[point.side]
        told = self.tr("{0}, {1}").format(name, side) if side else name
        return told, self._value(measure, point.value), day_text(point.day)

    def _value(self, measure: Measure, value: float) -> str:
        if measure is Measure.LOAD:
            return load_words(value, self._unit)
        return f"{value:g}" + {Measure.HOLD: " s", Measure.LEAN: "°"}.get(measure, "")


SHOWN = (Measure.LEAN, Measure.LOAD, Measure.REPS, Measure.HOLD)
