"""The sets of an exercise one by one: each with its own reps, load, and whether it goes to the limit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from trainer.domain.exercise import Kind
from trainer.domain.targets import amount, with_amount
from trainer.domain.workout import SetTarget, WorkoutItem
from trainer.ui.builder.boxes import AmountBox, LoadBox
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words


class SetTable(QWidget):
    """`edited` carries the set's place and what it asks for now, `removal_asked` the place of one to drop."""

    edited = Signal(int, object)
    removal_asked = Signal(int)

    def __init__(self, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self._kinds: tuple[tuple[Kind, bool], ...] = ()
        self.rows: list[SetRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.setAccessibleName(self.tr("Set by set"))

    def show_item(self, item: WorkoutItem) -> None:
        """Shows the sets; rows of the same kind stay, and the keyboard with them."""
        kinds = tuple((target.kind, target.warm_up) for target in item.sets)
        if kinds != self._kinds:
            self._kinds = kinds
            self._build(item)
        lone = sum(not target.warm_up for target in item.sets) == 1
        for row, target in zip(self.rows, item.sets, strict=True):
            row.show_target(target, removable=target.warm_up or not lone)

    def _build(self, item: WorkoutItem) -> None:
        while (old := self._grid.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        held = item.sets[0].kind is Kind.HOLD
        heads = ("", self.tr("Hold") if held else self.tr("Reps"), self.tr("Load"), self.tr("To the limit"))
        for column, head in enumerate(heads):
            self._grid.addWidget(Words(head, "caption", tone="muted"), 0, column)
        self.rows = [self._row(place, item) for place in range(len(item.sets))]

    def _row(self, place: int, item: WorkoutItem) -> SetRow:
        target = item.sets[place]
        number = sum(one.warm_up is target.warm_up for one in item.sets[: place + 1])
        name = (self.tr("Warm-up {0}") if target.warm_up else self.tr("Set {0}")).format(number)
        row = SetRow(place, name, target.kind, self._unit, self)
        row.edited.connect(self.edited)
        row.removal_asked.connect(self.removal_asked)
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, place + 1, column, Qt.AlignmentFlag.AlignVCenter)
        return row


class SetRow(QWidget):
    """The controls of one set; they stand in the table's grid, it has no place of its own."""

    edited = Signal(int, object)
    removal_asked = Signal(int)

    def __init__(self, place: int, name: str, kind: Kind, unit: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._place = place
        self._target = SetTarget(kind)
        held = kind is Kind.HOLD
        of = self.tr("{0}: seconds") if held else self.tr("{0}: reps")
        self.amount = AmountBox(of.format(name), kind)
        self.amount.valueChanged.connect(self._on_edited)
        self.load = LoadBox(self.tr("{0}: load").format(name), unit)
        self.load.valueChanged.connect(self._on_edited)
        self.limit = QCheckBox()
        self.limit.setAccessibleName(self.tr("{0}: to the limit").format(name))
        self.limit.toggled.connect(self._on_edited)
        self.remove = Button(self.tr("Take out {0}").format(name), "icon", icon="x")
        self.remove.clicked.connect(self._on_remove_clicked)
        self.widgets = (Words(name, "small"), self.amount, self.load, self.limit, self.remove)

    def show_target(self, target: SetTarget, *, removable: bool) -> None:
        """Shows what the set asks for, and tells nobody."""
        self._target = target
        self.amount.show_value(round(amount(target)))
        self.load.show_load(target.load_kg)
        self.limit.blockSignals(True)
        self.limit.setChecked(target.to_limit)
        self.limit.blockSignals(False)
        self.remove.setEnabled(removable)

    def _on_edited(self) -> None:
        target = with_amount(self._target, self.amount.value())
        target = replace(target, load_kg=self.load.load_kg, to_limit=self.limit.isChecked())
        self.edited.emit(self._place, target)

    def _on_remove_clicked(self) -> None:
        self.removal_asked.emit(self._place)
