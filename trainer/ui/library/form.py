"""Filling in an exercise of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from trainer.domain.exercise import Exercise
from trainer.services.library import Library
from trainer.services.own_checks import SHORT_NAME_LENGTH, exercise_problems
from trainer.settings import Settings
from trainer.ui.library.form_fields import ExerciseFields
from trainer.ui.theme import Theme, text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.fields import Field
from trainer.ui.widgets.page import Page, card, set_stacked
from trainer.ui.widgets.wheel import let_wheel_past_fields

NARROW_PX = 860
NARROW_HEAD_PX = 640


class ExerciseForm(Page):
    """`saved` carries the exercise once it says enough; `left` asks to go without saving.

    `begun` is how it was before it was changed, where `exercise` is not that.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(
        self,
        library: Library,
        exercise: Exercise,
        settings: Settings,
        theme: Theme,
        *,
        begun: Exercise | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        known = any(one.id == exercise.id for one in library.exercises())
        title = self.tr("Edit exercise") if known else self.tr("New exercise")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._library = library
        self.fields = ExerciseFields(exercise, library, settings, theme, self)
        self._places: dict[str, Field] = {}
        self._lay_out()
        let_wheel_past_fields(self)
        self.fields.kind.chosen.connect(self._show_kind)
        self._show_kind()
        self.begun = begun or self.exercise

    @property
    def exercise(self) -> Exercise:
        """The exercise as it is filled in, whether it says enough or not."""
        return self.fields.exercise

    @property
    def changed(self) -> bool:
        """Whether anything was filled in that is not saved."""
        return self.exercise != self.begun

    def take_focus(self) -> None:
        """Puts the keyboard on the name."""
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        self.fields.figure.set_theme(theme)

    def save(self) -> None:
        """Tells what is missing, and the exercise when nothing is."""
        exercise = self.exercise
        problems = exercise_problems(exercise, self._library.exercises())
        told = {field: QCoreApplication.translate("own", text) for field, text in reversed(problems)}
        for name, place in self._places.items():
            place.set_problem(told.get(name, ""))
        if not problems:
            self.saved.emit(exercise)
            return
        first = self._places[problems[0][0]]
        first.control.setFocus(Qt.FocusReason.OtherFocusReason)
        for area in self.findChildren(QScrollArea):
            area.ensureWidgetVisible(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = text_scale()
        set_stacked(self._columns, self.width() < NARROW_PX * scale)
        self.set_head_below(self.width() < NARROW_HEAD_PX * scale)

    def _lay_out(self) -> None:
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.left)
        self.save_button = Button(self.tr("Save"), "primary", icon="check")
        self.save_button.clicked.connect(self.save)
        self.head.addWidget(cancel)
        self.head.addWidget(self.save_button)
        self.head.addStretch(0)
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(16)
        columns.addLayout(_column([self._what_card(), self._dose_card()]), 1)
        columns.addLayout(_column([self._figure_card(), self._how_card()]), 1)
        self.body.addLayout(columns)
        self.body.addStretch(1)

    def _what_card(self) -> QFrame:
        fields = self.fields
        short = self.tr("Shown large in a session; {0} characters at most.").format(SHORT_NAME_LENGTH)
        return self._card(
            ("name", self.tr("Name"), fields.name, ""),
            ("short_name", self.tr("Short name"), fields.short_name, short),
            ("region", self.tr("Area"), fields.region, ""),
            ("muscles", self.tr("Main muscles"), fields.main, ""),
            ("helping", self.tr("Helping muscles"), fields.helping, ""),
            ("level", self.tr("Level, from 1 (easy) to 5 (hard)"), fields.level, ""),
            ("side", self.tr("Legs"), fields.side, ""),
            ("equipment", self.tr("What it needs"), fields.equipment, ""),
        )

    def _dose_card(self) -> QFrame:
        fields = self.fields
        return self._card(
            ("kind", self.tr("A set is"), fields.kind, ""),
            ("sets", self.tr("Sets"), fields.sets, ""),
            ("reps", self.tr("Reps in a set"), fields.reps, ""),
            ("hold", self.tr("Seconds to hold"), fields.hold, ""),
            ("rest", self.tr("Rest between sets"), fields.rest, ""),
            ("tempo", self.tr("Tempo of a rep"), fields.tempo, ""),
            ("note", self.tr("Note"), fields.note, ""),
        )

    def _figure_card(self) -> QFrame:
        hint = self.tr("The figure of another exercise that moves alike.")
        return self._card(("figure", self.tr("Figure"), self.fields.figure, hint))

    def _how_card(self) -> QFrame:
        fields, each = self.fields, self.tr("One on each line.")
        return self._card(
            ("position", self.tr("Position"), fields.position, ""),
            ("movement", self.tr("Movement"), fields.movement, ""),
            ("feel", self.tr("What to feel"), fields.feel, ""),
            ("faults", self.tr("Common faults"), fields.faults, each),
            ("cautions", self.tr("Take care"), fields.cautions, each),
        )

    def _card(self, *fields: tuple[str, str, QWidget, str]) -> QFrame:
        frame, column = card()
        column.setSpacing(16)
        for key, title, control, hint in fields:
            self._places[key] = Field(title, control, hint)
            column.addWidget(self._places[key])
        return frame

    def _show_kind(self) -> None:
        for name, of_hold in (("reps", False), ("tempo", False), ("hold", True)):
            self._places[name].setVisible(self.fields.held is of_hold)


def _column(cards: Sequence[QFrame]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    for one in cards:
        column.addWidget(one)
    column.addStretch(1)
    return column
