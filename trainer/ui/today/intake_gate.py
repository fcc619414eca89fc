"""No heavy workout begins before the questions are answered, wherever it is started from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.domain.workout import Workout
from trainer.errors import SettingsError
from trainer.settings import INTAKE, Settings
from trainer.ui.today.intake import answered, clinician_first, heavy
from trainer.ui.today.intake_dialog import IntakeDialog


class IntakeGate(QWidget):
    """Lets a workout through at once, or after the questions; an invisible child of whoever asks.

    `passed` carries the workout that may begin, `told` a sentence when the answers could not be kept.
    """

    passed = Signal(object)
    told = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._settings = settings
        self._workout: Workout | None = None

    def let_through(self, workout: Workout) -> None:
        """Asks first where the workout is heavy and the questions are open, or one of them was a yes."""
        answers = self._settings.get(INTAKE)
        if not heavy(workout) or (answered(answers) and not clinician_first(answers)):
            self.passed.emit(workout)
            return
        self._workout = workout
        dialog = IntakeDialog(answers if answered(answers) else {}, self.parentWidget())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(self._on_dialog_answered)
        dialog.accepted.connect(self._on_dialog_accepted)
        dialog.open()

    def _on_dialog_answered(self, answers: dict[str, bool]) -> None:
        try:
            self._settings.set(INTAKE, answers)
        except SettingsError as error:
            self.told.emit(str(error))

    def _on_dialog_accepted(self) -> None:
        workout, self._workout = self._workout, None
        if workout is not None:
            self.passed.emit(workout)
