"""A past session logged by hand, or moved and described anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from trainer.domain.workout import Workout
from trainer.services.editing import SessionEntry
from trainer.services.past_session import planned_minutes
from trainer.ui.history.entry_fields import BegunFields, EffortBox, side_by_side
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.dialog_foot import dialog_foot
from trainer.ui.widgets.fields import Field, TextBox
from trainer.ui.widgets.number_edge import inset
from trainer.ui.widgets.scrolled import scrolled
from trainer.ui.widgets.text import Words

WIDTH_PX, MARGIN_PX, BAR_PX, SPARE_PX = 480, 24, 12, 8
LONGEST_MIN = 24 * 60


class SessionDialog(QDialog):
    """`entered` carries a SessionEntry once `wrong` has nothing to say against it; nothing is written here.

    With `workouts` it asks which of them was done, for a new session.
    """

    entered = Signal(object)

    def __init__(
        self,
        wrong: Callable[[SessionEntry], str],
        entry: SessionEntry,
        workouts: Sequence[Workout] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wrong, self._entry, self._workouts = wrong, entry, workouts
        title = self.tr("Log a past session") if workouts else self.tr("Move or change the session")
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH_PX)
        self._make_fields()
        self.problem = Words(size="small", strong=True, wrap=True)
        self.problem.hide()
        fields = self._fields()
        area = scrolled(fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(16)
        column.addWidget(Words(title, "heading", wrap=True))
        column.addWidget(area, 1)
        column.addWidget(self.problem)
        column.addLayout(self._buttons(self.tr("Log session") if workouts else self.tr("Save")))
        wanted = self.sizeHint().expandedTo(QSize(WIDTH_PX, 0))
        fields_px = fields.heightForWidth(wanted.width() - 2 * MARGIN_PX) + SPARE_PX
        wanted.setHeight(wanted.height() + fields_px - area.sizeHint().height())
        self.resize(wanted if parent is None else wanted.boundedTo(parent.window().size()))
        (self.workout if workouts else self.begun.day).setFocus()

    @property
    def chosen_workout(self) -> Workout | None:
        """What was done, of the workouts that were offered."""
        at = self.workout.currentIndex()
        return self._workouts[at] if self._workouts and at >= 0 else None

    @property
    def entry(self) -> SessionEntry:
        """What stands in the fields; a length that is not changed keeps its seconds."""
        before, minutes = self._entry.minutes, self.minutes.value()
        kept = minutes == round(before or 0)
        return replace(
            self._entry,
            begun=self.begun.value,
            minutes=before if kept else float(minutes),
            session_rpe=self.effort.value,
            note=self.note.text,
        )

    def _make_fields(self) -> None:
        self.workout = QComboBox()
        for workout in self._workouts:
            self.workout.addItem(workout.name)
        self.begun = BegunFields(self._entry.begun)
        self.minutes = QSpinBox()
        known = round(self._entry.minutes or 0)
        self.minutes.setRange(1 if known or self._workouts else 0, max(LONGEST_MIN, known))
        self.minutes.setSuffix(self.tr(" min"))
        if not self.minutes.minimum():
            self.minutes.setSpecialValueText(self.tr("Not known"))
        self.minutes.setValue(known)
        inset(self.minutes)
        self.effort = EffortBox(self._entry.session_rpe)
        self.note = TextBox()
        self.note.setPlainText(self._entry.note)
        if self._workouts:
            self.workout.currentIndexChanged.connect(self._on_workout_changed)
            self._on_workout_changed()

    def _fields(self) -> QWidget:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, BAR_PX, 0)
        column.setSpacing(16)
        if self._workouts:
            hint = self.tr("Each set is logged as it was asked for; correct there what went otherwise.")
            column.addWidget(Field(self.tr("Workout"), self.workout, hint))
        day, time = Field(self.tr("Day"), self.begun.day), Field(self.tr("Began at"), self.begun.time)
        column.addLayout(side_by_side(day, time))
        length, effort = Field(self.tr("Length"), self.minutes), Field(self.tr("Effort"), self.effort)
        column.addLayout(side_by_side(length, effort))
        column.addWidget(Field(self.tr("Note"), self.note))
        column.addStretch(1)
        return fields

    def _buttons(self, action: str) -> QHBoxLayout:
        self.save_button = Button(action, "primary", icon="check")
        self.save_button.clicked.connect(self._on_save_clicked)
        return dialog_foot(self, self.save_button)

    def _on_workout_changed(self) -> None:
        workout = self.chosen_workout
        if workout is not None:
            self.minutes.setValue(planned_minutes(workout))

    def _on_save_clicked(self) -> None:
        entry = self.entry
        sentence = self._wrong(entry)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.begun.day.setAccessibleDescription(sentence)
        if sentence:
            self.begun.day.setFocus()
            return
        self.entered.emit(entry)
        self.accept()
