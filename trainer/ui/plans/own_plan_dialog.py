"""A plan of one's own: weeks, each with the workouts that are done in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from trainer.domain.plan import Plan, PlannedSession
from trainer.domain.workout import Workout
from trainer.services.own_plans import MOST_WEEKS, session_of, with_weeks
from trainer.ui.plans.week_editor import WeekEditor
from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.dialog_foot import dialog_foot
from trainer.ui.widgets.fields import Field
from trainer.ui.widgets.page import clear
from trainer.ui.widgets.scrolled import scrolled
from trainer.ui.widgets.text import Words

SIZE, LONGEST = QSize(720, 620), 60


class OwnPlanDialog(QDialog):
    """`made` carries the plan once `wrong` has nothing to say against it; nothing is written here."""

    made = Signal(object)

    def __init__(
        self,
        plan: Plan,
        title: str,
        workouts: Sequence[Workout],
        names: Mapping[str, str],
        wrong: Callable[[Plan], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan, self._workouts, self._names, self._wrong = plan, workouts, names, wrong
        self._weeks: list[list[PlannedSession]] = [list(week.sessions) for week in plan.weeks]
        self.editors: list[WeekEditor] = []
        self.setWindowTitle(title)
        self.name = QLineEdit(plan.name)
        self.name.setMaxLength(LONGEST)
        self.problem = Words(size="small", strong=True, wrap=True)
        self.problem.hide()
        self.add_button = Button(self.tr("Add a week"), icon="plus")
        self.add_button.setToolTip(self.tr("The new week begins as the last one is"))
        self.add_button.clicked.connect(self._on_add_clicked)
        self.save_button = Button(self.tr("Save plan"), "primary", icon="check")
        self.save_button.clicked.connect(self._on_save_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(Words(title, "heading", wrap=True))
        column.addWidget(scrolled(self._fields()), 1)
        column.addWidget(self.problem)
        column.addLayout(dialog_foot(self, self.save_button))
        wanted = SIZE * text_scale()
        self.resize(wanted if parent is None else wanted.boundedTo(parent.window().size()))
        self._show_weeks()
        self.name.setFocus()
        self.name.selectAll()

    @property
    def plan(self) -> Plan:
        """The plan as it stands in the dialog."""
        return with_weeks(replace(self._plan, name=self.name.text().strip()), self._weeks)

    def add_workout(self, week: int, workout: Workout) -> None:
        """Puts a workout at the end of a week (0, 1, …)."""
        self._weeks[week].append(session_of(workout))
        self._show_weeks(week)

    def take_out(self, week: int, place: int) -> None:
        """Takes a session out of a week."""
        del self._weeks[week][place]
        self._show_weeks(week)

    def repeat_week(self, week: int) -> None:
        """Puts the same week in once more below it."""
        if len(self._weeks) < MOST_WEEKS:
            self._weeks.insert(week + 1, list(self._weeks[week]))
            self._show_weeks(week + 1)

    def remove_week(self, week: int) -> None:
        """Takes a week out; the last one stays."""
        if len(self._weeks) > 1:
            del self._weeks[week]
            self._show_weeks(min(week, len(self._weeks) - 1))

    def _fields(self) -> QWidget:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(Field(self.tr("Name"), self.name))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return fields

    def _show_weeks(self, focus: int = -1) -> None:
        clear(self._list)
        self.editors = []
        for number, sessions in enumerate(self._weeks):
            editor = WeekEditor(number, sessions, self._workouts, self._names, alone=len(self._weeks) == 1)
            editor.workout_added.connect(self.add_workout)
            editor.session_taken_out.connect(self.take_out)
            editor.repeated.connect(self.repeat_week)
            editor.removed.connect(self.remove_week)
            self.editors.append(editor)
            self._list.addWidget(editor)
        self.add_button.setEnabled(len(self._weeks) < MOST_WEEKS)
        self.problem.hide()
        if 0 <= focus < len(self.editors):
            self.editors[focus].take_focus()

    def _on_add_clicked(self) -> None:
        self.repeat_week(len(self._weeks) - 1)

    def _on_save_clicked(self) -> None:
        sentence = self._wrong(self.plan)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.name.setAccessibleDescription(sentence)
        if sentence:
            self.name.setFocus()
            return
        self.made.emit(self.plan)
        self.accept()
