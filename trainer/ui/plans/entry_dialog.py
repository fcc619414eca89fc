"""A race, a hard run or a single workout for the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDoubleSpinBox, QLineEdit, QVBoxLayout, QWidget

from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.domain.workout import Workout
from trainer.ui.plans.day_dialogs import DayEdit
from trainer.ui.plans.words import kind_text
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.dialog_foot import dialog_foot
from trainer.ui.widgets.fields import Field, TextBox
from trainer.ui.widgets.number_edge import inset
from trainer.ui.widgets.scrolled import scrolled
from trainer.ui.widgets.text import Words

WIDTH_PX, SPARE_PX, LONGEST_KM, LONGEST = 460, 8, 1000.0, 60


class EntryDialog(QDialog):
    """`entered` carries the entry as it is wanted; nothing is written here.

    `entry` says its kind and day, and all else of one that is changed; `workouts` can be chosen from.
    """

    entered = Signal(object)

    def __init__(
        self, entry: CalendarEntry, workouts: Sequence[Workout] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entry = entry
        new = not entry.id
        kind = kind_text(entry.kind)
        title = (self.tr("Add: {0}") if new else self.tr("Change: {0}")).format(kind)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH_PX)
        self.day = DayEdit(entry.day)
        self.title_field = QLineEdit(entry.title)
        self.title_field.setMaxLength(LONGEST)
        self.title_field.setPlaceholderText(kind)
        self.distance = QDoubleSpinBox()
        self.distance.setRange(0, LONGEST_KM)
        self.distance.setDecimals(2)
        self.distance.setSuffix(" km")
        self.distance.setSpecialValueText(self.tr("Not known"))
        self.distance.setValue(entry.distance_km or 0)
        inset(self.distance)
        self.workout = QComboBox()
        for workout in workouts:
            self.workout.addItem(workout.name, workout.id)
        self.note = TextBox()
        self.note.setPlainText(entry.note)
        self.save_button = Button(self.tr("Add") if new else self.tr("Save"), "primary", icon="check")
        self.save_button.clicked.connect(self._on_save_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(Words(title, "heading", wrap=True))
        form = QWidget()
        fields = QVBoxLayout(form)
        fields.setContentsMargins(0, 0, 12, 0)
        fields.setSpacing(16)
        for field in self._fields():
            fields.addWidget(field)
        fields.addStretch(1)
        area = scrolled(form)
        column.addWidget(area, 1)
        column.addLayout(dialog_foot(self, self.save_button))
        wanted = self.sizeHint().expandedTo(QSize(WIDTH_PX, 0))
        wanted.setHeight(wanted.height() + form.sizeHint().height() - area.sizeHint().height() + SPARE_PX)
        self.resize(wanted if parent is None else wanted.boundedTo(parent.window().size()))
        first = self.workout if self._is_workout else self.title_field
        first.setFocus()

    @property
    def entry(self) -> CalendarEntry:
        """What stands in the fields."""
        day: date = self.day.day
        if self._is_workout:
            workout_id, title = str(self.workout.currentData()), self.workout.currentText()
            return replace(self._entry, day=day, title=title, workout_id=workout_id, note=self.note.text)
        return replace(
            self._entry,
            day=day,
            title=self.title_field.text().strip(),
            distance_km=round(self.distance.value(), 3) or None,
            note=self.note.text,
        )

    @property
    def _is_workout(self) -> bool:
        return self._entry.kind is EntryKind.WORKOUT

    def _fields(self) -> list[Field]:
        day, note = Field(self.tr("Day"), self.day), Field(self.tr("Note"), self.note)
        if self._is_workout:
            return [Field(self.tr("Workout"), self.workout), day, note]
        name, distance = Field(self.tr("Name"), self.title_field), Field(self.tr("Distance"), self.distance)
        return [name, day, distance, note]

    def _on_save_clicked(self) -> None:
        self.entered.emit(self.entry)
        self.accept()
