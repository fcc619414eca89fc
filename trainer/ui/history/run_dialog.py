"""A run entered by hand, or changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from trainer.domain.run import Run
from trainer.services.runs import RunEntry
from trainer.ui.history.entry_fields import BegunFields, EffortBox, side_by_side
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.dialog_foot import dialog_foot
from trainer.ui.widgets.fields import Field, TextBox
from trainer.ui.widgets.number_edge import inset
from trainer.ui.widgets.scrolled import scrolled
from trainer.ui.widgets.text import Words

WIDTH_PX = 480
MARGIN_PX, BAR_PX, SPARE_PX = 24, 12, 8
LONGEST_KM = 1000.0
LONGEST_H = 99


class RunDialog(QDialog):
    """`entered` carries a RunEntry once `wrong` has nothing to say against it; nothing is written here.

    `begun` is what the day and the time begin with; `run` is the one to change, if there is one.
    """

    entered = Signal(object)

    def __init__(
        self,
        wrong: Callable[[RunEntry], str],
        begun: datetime,
        run: Run | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wrong = wrong
        title = self.tr("Add a run") if run is None else self.tr("Change the run")
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH_PX)
        self._make_fields(begun, run)
        if run is not None:
            self._show(run)
        self.problem = Words(size="small", strong=True, wrap=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(16)
        column.addWidget(Words(title, "heading", wrap=True))
        fields = self._fields()
        area = scrolled(fields)
        column.addWidget(area, 1)
        column.addWidget(self.problem)
        column.addLayout(self._buttons(self.tr("Add run") if run is None else self.tr("Save")))
        wanted = self.sizeHint().expandedTo(QSize(WIDTH_PX, 0))
        fields_px = fields.heightForWidth(wanted.width() - 2 * MARGIN_PX) + SPARE_PX
        wanted.setHeight(wanted.height() + fields_px - area.sizeHint().height())
        self._height_px = wanted.height() + column.spacing()
        self.resize(wanted if parent is None else wanted.boundedTo(parent.window().size()))
        self.distance.setFocus()
        self.distance.selectAll()

    @property
    def entry(self) -> RunEntry:
        """What stands in the fields; zero is not known."""
        seconds = self.hours.value() * 3600 + self.minutes.value() * 60 + self.seconds.value()
        return RunEntry(
            begun=self.begun.value,
            distance_km=round(self.distance.value(), 3) or None,
            duration_s=float(seconds) or None,
            effort=self.effort.value,
            note=self.note.text,
        )

    def _make_fields(self, begun: datetime, run: Run | None) -> None:
        self.begun = BegunFields(begun)
        self.day, self.time = self.begun.day, self.begun.time
        self.distance = QDoubleSpinBox()
        self.distance.setRange(0, LONGEST_KM)
        self.distance.setDecimals(2)
        self.distance.setSuffix(" km")
        inset(self.distance)
        self.hours = _box(self.tr("Hours"), LONGEST_H, " h")
        self.minutes = _box(self.tr("Minutes"), 59, " min")
        self.seconds = _box(self.tr("Seconds"), 59, " s")
        self.effort = EffortBox(None if run is None else run.effort)
        self.note = TextBox()

    def _fields(self) -> QWidget:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, BAR_PX, 0)
        column.setSpacing(16)
        day, time = Field(self.tr("Day"), self.day), Field(self.tr("Began at"), self.time)
        column.addLayout(side_by_side(day, time))
        distance = Field(self.tr("Distance"), self.distance)
        effort = Field(self.tr("Effort"), self.effort)
        column.addLayout(side_by_side(distance, effort))
        column.addWidget(self._duration())
        column.addWidget(Field(self.tr("Note"), self.note))
        column.addStretch(1)
        return fields

    def _show(self, run: Run) -> None:
        self.distance.setDecimals(3)
        self.distance.setRange(0, max(LONGEST_KM, run.distance_km or 0))
        self.distance.setValue(run.distance_km or 0)
        hours, rest = divmod(round(run.duration_s or 0), 3600)
        self.hours.setMaximum(max(LONGEST_H, hours))
        for box, value in zip(
            (self.hours, self.minutes, self.seconds), (hours, *divmod(rest, 60)), strict=True
        ):
            box.setValue(value)
        self.note.setPlainText(run.note)

    def _duration(self) -> QWidget:
        boxes = QWidget()
        boxes.setLayout(side_by_side(self.hours, self.minutes, self.seconds))
        boxes.setFocusProxy(self.hours)
        return Field(
            self.tr("Time"), boxes, self.tr("Without breaks. Distance or time: one of the two is enough.")
        )

    def _buttons(self, action: str) -> QHBoxLayout:
        self.save_button = Button(action, "primary", icon="check")
        self.save_button.clicked.connect(self._on_save_clicked)
        return dialog_foot(self, self.save_button)

    def _grow(self, by_px: int) -> None:
        """Makes room for the sentence, as far as the window goes, so that no field is pushed out of sight."""
        parent = self.parentWidget()
        room = self.height() + by_px if parent is None else parent.window().height()
        self.resize(self.width(), min(max(self.height(), self._height_px + by_px), room))

    def _on_save_clicked(self) -> None:
        entry = self.entry
        sentence = self._wrong(entry)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.distance.setAccessibleDescription(sentence)
        if sentence:
            self._grow(self.problem.sizeHint().height())
            self.distance.setFocus()
            return
        self.entered.emit(entry)
        self.accept()


def _box(name: str, most: int, unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, most)
    box.setSuffix(unit)
    box.setAccessibleName(name)
    inset(box)
    return box
