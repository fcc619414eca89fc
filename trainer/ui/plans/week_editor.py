"""One week of a plan of one's own: its workouts, each of which can be taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trainer.domain.plan import PlannedSession
from trainer.domain.workout import Workout
from trainer.services.own_plans import MOST_SESSIONS
from trainer.ui.plans.words import sets_words
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.text import Words


class WeekEditor(QFrame):
    """Every signal carries the week's number from 0, and what it is about."""

    workout_added = Signal(int, object)
    session_taken_out = Signal(int, int)
    repeated = Signal(int)
    removed = Signal(int)

    def __init__(
        self,
        number: int,
        sessions: Sequence[PlannedSession],
        workouts: Sequence[Workout],
        names: Mapping[str, str],
        *,
        alone: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._number, self._workouts, self._names = number, workouts, names
        week = self.tr("week {0}").format(number + 1)
        self.chips = [self._chip(place, session, week) for place, session in enumerate(sessions)]
        self.add_button = Button(self.tr("Add a workout"), "quiet", icon="plus")
        self.add_button.setAccessibleName(self.tr("Add a workout to {0}").format(week))
        self.add_button.setEnabled(len(sessions) < MOST_SESSIONS)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.repeat_button = Button(self.tr("Repeat {0}").format(week), "icon", icon="copy")
        self.repeat_button.clicked.connect(self._on_repeat_clicked)
        self.remove_button = Button(self.tr("Remove {0}").format(week), "icon", icon="trash-2")
        self.remove_button.setEnabled(not alone)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Words(self.tr("Week {0}").format(number + 1), strong=True), 1)
        head.addWidget(self.repeat_button)
        head.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 12)
        column.setSpacing(4)
        column.addLayout(head)
        if not sessions:
            column.addWidget(Words(self.tr("A week of rest."), "small", tone="muted", wrap=True))
        column.addWidget(Flow([*self.chips, self.add_button]))

    def take_focus(self) -> None:
        """Gives the button that adds the keyboard."""
        button = self.add_button if self.add_button.isEnabled() else self.repeat_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, place: int, session: PlannedSession, week: str) -> Button:
        name = self._name(session)
        chip = Button(name, "chip", icon="x")
        chip.setAccessibleName(self.tr("Take {0} out of {1}, number {2}").format(name, week, place + 1))
        chip.setToolTip(self.tr("Take it out"))
        chip.setProperty("place", place)
        chip.clicked.connect(self._on_chip_clicked)
        return chip

    def _name(self, session: PlannedSession) -> str:
        """The workout's name, or the first exercise with its sets."""
        for workout in self._workouts:
            if workout.id == session.workout_id:
                return workout.name
        if not session.exercises:
            return self.tr("Session")
        first = session.exercises[0]
        text = f"{self._names.get(first.exercise_id, first.exercise_id)} {sets_words(first.sets)}"
        more = len(session.exercises) - 1
        return self.tr("{0} and {1} more").format(text, more) if more else text

    def _on_chip_clicked(self) -> None:
        self.session_taken_out.emit(self._number, int(self.sender().property("place")))

    def _on_add_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for workout in self._workouts:
            # An ampersand in a name is a letter, not the sign before a key.
            action = menu.addAction(workout.name.replace("&", "&&"))
            action.triggered.connect(partial(self._add, workout))
        menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height() + 2)))

    def _add(self, workout: Workout) -> None:
        self.workout_added.emit(self._number, workout)

    def _on_repeat_clicked(self) -> None:
        self.repeated.emit(self._number)

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self._number)
