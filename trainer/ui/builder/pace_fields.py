"""Tempo, rest and sides of an exercise in a workout."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from trainer.domain.exercise import Kind, Laterality
from trainer.domain.targets import with_own_pace, with_side, with_tempo
from trainer.domain.tempo import Phase, Tempo
from trainer.domain.workout import WorkoutItem
from trainer.ui.builder.boxes import CountBox, prepare, show_quietly
from trainer.ui.library.tempo_field import LONGEST_S, STEP_S, SecondsBox
from trainer.ui.widgets.buttons import Segments
from trainer.ui.widgets.fields import Field
from trainer.ui.widgets.text import Words

MOST_REST_S = 600
REST_STEP_S = 5


class PaceFields(QWidget):
    """`edited` carries the item as it is now, what was done in words, and what makes it one step with more
    of the same. A hold has no tempo.
    """

    edited = Signal(object, str, str)

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: WorkoutItem | None = None
        self.rest = CountBox(self.tr("Rest after a set"), 0, MOST_REST_S)
        self.rest.setSuffix(self.tr(" s"))
        self.rest.setSingleStep(REST_STEP_S)
        self.rest.valueChanged.connect(self._on_rest_changed)
        labels = {Laterality.BOTH: self.tr("Once"), Laterality.EACH: self.tr("Each side")}
        self.side = Segments(
            self.tr("A set is done"), tuple((side.value, labels[side]) for side in Laterality)
        )
        self.side.chosen.connect(self._on_side_chosen)
        self.phases: dict[Phase, SecondsBox] = {}
        self.tempo = self._tempo_grid()
        self.own_pace = QCheckBox(self.tr("At my own pace, nothing counted"))
        self.own_pace.toggled.connect(self._on_own_pace_toggled)
        top = QGridLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setHorizontalSpacing(12)
        top.addWidget(Field(self.tr("Rest after a set"), self.rest), 0, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(Field(self.tr("A set is done"), self.side), 0, 1, Qt.AlignmentFlag.AlignTop)
        top.setColumnStretch(0, 1)
        top.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        tempo = Field(self.tr("Tempo of a rep"), self.tempo)
        column.addWidget(tempo)
        column.addWidget(self.own_pace)
        tempo.setVisible(kind is Kind.REPS)
        self.own_pace.setVisible(kind is Kind.REPS)

    def show_item(self, item: WorkoutItem) -> None:
        """Shows it, and tells nobody."""
        self._item = item
        self.rest.show_value(round(item.rest_s))
        self.side.set_value(item.side.value)
        tempo = next((target.tempo for target in item.sets if target.tempo is not None), None)
        if tempo is not None:
            seconds = (tempo.lowering_s, tempo.bottom_s, tempo.lifting_s, tempo.top_s)
            for box, value in zip(self.phases.values(), seconds, strict=True):
                show_quietly(box, value)
        own_pace = all(target.own_pace for target in item.sets)
        self.own_pace.blockSignals(True)
        self.own_pace.setChecked(own_pace)
        self.own_pace.blockSignals(False)

    def _tempo_grid(self) -> QWidget:
        names = (self.tr("Lowering"), self.tr("Bottom pause"), self.tr("Lifting"), self.tr("Top pause"))
        holder = QWidget()
        holder.setAccessibleName(self.tr("Tempo of a rep"))
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, (phase, name) in enumerate(zip(Phase, names, strict=True)):
            box = self.phases[phase] = SecondsBox()
            box.setRange(0.0, LONGEST_S)
            box.setSingleStep(STEP_S)
            box.setDecimals(1)
            box.setSuffix(self.tr(" s"))
            box.setAccessibleName(name)
            box.valueChanged.connect(self._on_tempo_changed)
            prepare(box)
            row, column = 2 * (place // 2), place % 2
            grid.addWidget(Words(name, "caption", tone="muted"), row, column)
            grid.addWidget(box, row + 1, column)
            grid.setColumnStretch(column, 1)
        holder.setFocusProxy(self.phases[Phase.LOWERING])
        return holder

    def _on_rest_changed(self, rest_s: int) -> None:
        if self._item is not None:
            self.edited.emit(replace(self._item, rest_s=float(rest_s)), self.tr("Rest"), "rest")

    def _on_side_chosen(self, side: str) -> None:
        if self._item is not None and side != self._item.side.value:
            self.edited.emit(with_side(self._item, Laterality(side)), self.tr("Sides"), "")

    def _on_tempo_changed(self) -> None:
        seconds = [box.value() for box in self.phases.values()]
        if self._item is not None and sum(seconds) > 0:
            self.edited.emit(with_tempo(self._item, Tempo(*seconds)), self.tr("Tempo"), "tempo")

    def _on_own_pace_toggled(self, own_pace: bool) -> None:
        if self._item is not None:
            self.edited.emit(with_own_pace(self._item, own_pace), self.tr("Own pace"), "")
