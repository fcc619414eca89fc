"""What an exercise asks for in all of its sets, and below it, when wanted, set by set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from trainer.domain.exercise import Kind
from trainer.domain.targets import (
    MOST_SETS,
    alike,
    amount,
    warm_ups,
    with_amount,
    with_set,
    with_set_count,
    with_warm_up_count,
    with_working,
    without_set,
    working,
)
from trainer.domain.workout import SetTarget, WorkoutItem
from trainer.ui.builder.boxes import AmountBox, CountBox, LoadBox
from trainer.ui.builder.set_table import SetTable
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.fields import Field

MOST_WARM_UPS = 5


class SetFields(QWidget):
    """`edited` carries the item as it is now, what was done in words, and what makes it one step with more
    of the same.
    """

    edited = Signal(object, str, str)

    def __init__(self, kind: Kind, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: WorkoutItem | None = None
        held = kind is Kind.HOLD
        self.count = CountBox(self.tr("Sets"), 1, MOST_SETS)
        self.amount = AmountBox(self.tr("Seconds to hold") if held else self.tr("Reps in a set"), kind)
        self.load = LoadBox(self.tr("Load"), unit)
        self.warm_ups = CountBox(self.tr("Sets to warm up"), 0, MOST_WARM_UPS)
        self.limit = QCheckBox(self.tr("To the limit"))
        self.fold = Button(self.tr("Set by set"), "quiet", icon="chevron-down", checkable=True)
        self.table = SetTable(unit)
        self.table.hide()
        self._connect()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        how_much = self.tr("Hold") if held else self.tr("Reps")
        grid.addWidget(Field(self.tr("Sets"), self.count), 0, 0)
        grid.addWidget(Field(how_much, self.amount), 0, 1)
        grid.addWidget(Field(self.tr("Load"), self.load), 1, 0)
        grid.addWidget(Field(self.tr("Warm-up sets"), self.warm_ups), 1, 1)
        grid.addWidget(self.limit, 2, 0)
        grid.addWidget(self.fold, 2, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.table)

    def show_item(self, item: WorkoutItem) -> None:
        """Shows what it asks for, and tells nobody; sets that differ are shown one by one."""
        self._item = item
        sets = working(item)
        amounts = {round(amount(target)) for target in sets}
        self.count.show_value(len(sets))
        self.amount.show_value(amounts.pop() if len(amounts) == 1 else None)
        self.load.show_load(sets[0].load_kg)
        self.warm_ups.show_value(len(warm_ups(item)))
        self.limit.blockSignals(True)
        self.limit.setChecked(all(target.to_limit for target in sets))
        self.limit.blockSignals(False)
        self.table.show_item(item)
        if not alike(item):
            self.fold.setChecked(True)

    def _connect(self) -> None:
        self.count.valueChanged.connect(self._on_count_changed)
        self.amount.valueChanged.connect(self._on_amount_changed)
        self.load.valueChanged.connect(self._on_load_changed)
        self.warm_ups.valueChanged.connect(self._on_warm_ups_changed)
        self.limit.toggled.connect(self._on_limit_toggled)
        self.fold.toggled.connect(self._on_fold_toggled)
        self.table.edited.connect(self._on_set_edited)
        self.table.removal_asked.connect(self._on_set_removal_asked)

    def _on_count_changed(self, count: int) -> None:
        if self._item is not None:
            self._tell(with_set_count(self._item, count), self.tr("Number of sets"), "count")

    def _on_warm_ups_changed(self, count: int) -> None:
        if self._item is not None:
            self._tell(with_warm_up_count(self._item, count), self.tr("Warm-up sets"), "warm-ups")

    def _on_amount_changed(self, wanted: int) -> None:
        if not self.amount.mixed:
            self._change(partial(_with_amount, wanted), self.tr("Amount of each set"), "amount")

    def _on_load_changed(self) -> None:
        self._change(partial(_with_load, self.load.load_kg), self.tr("Load"), "load")

    def _on_limit_toggled(self, to_limit: bool) -> None:
        self._change(partial(_with_limit, to_limit), self.tr("To the limit"), "")

    def _on_fold_toggled(self, wanted: bool) -> None:
        self.fold.set_icon_name("chevron-up" if wanted else "chevron-down")
        self.table.setVisible(wanted)

    def _on_set_edited(self, place: int, target: SetTarget) -> None:
        if self._item is not None:
            self._tell(with_set(self._item, place, target), self.tr("One set"), f"set-{place}")

    def _on_set_removal_asked(self, place: int) -> None:
        if self._item is not None:
            self._tell(without_set(self._item, place), self.tr("Take out a set"), "")

    def _change(self, change: Callable[[SetTarget], SetTarget], label: str, key: str) -> None:
        if self._item is not None:
            self._tell(with_working(self._item, change), label, key)

    def _tell(self, item: WorkoutItem, label: str, key: str) -> None:
        if item != self._item:
            self.edited.emit(item, label, key)


def _with_amount(wanted: int, target: SetTarget) -> SetTarget:
    return with_amount(target, wanted)


def _with_load(load_kg: float | None, target: SetTarget) -> SetTarget:
    return replace(target, load_kg=load_kg)


def _with_limit(to_limit: bool, target: SetTarget) -> SetTarget:
    return replace(target, to_limit=to_limit)
