"""No heavy workout begins before the questions are answered, wherever it is started from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.domain.intake import answered, cleared, heavy
from trainer.domain.workout import Workout
from trainer.errors import SettingsError
from trainer.services.library import Library
from trainer.settings import INTAKE, Settings
from trainer.ui.today.intake_dialog import IntakeDialog


class IntakeGate(QWidget):
    """Lets a workout through at once, or after the questions; an invisible child of whoever asks.

    `passed` carries what may begin, `told` a sentence when the answers could not be kept.
    """

    passed = Signal(object)
    told = Signal(str)

    def __init__(self, settings: Settings, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._settings, self._library = settings, library
        self._waiting: object = None

    def let_through(self, workout: Workout) -> None:
        """Asks first where the workout is heavy and the questions are open, or one of them was a yes."""
        self.let(workout, heavy=heavy(workout))

    def let(self, wanted: object, *, heavy: bool) -> None:
        """The same for anything else that may be heavy, such as a plan."""
        answers = self._settings.get(INTAKE)
        if not heavy or cleared(answers):
            self.passed.emit(wanted)
            return
        self._waiting = wanted
        dialog = IntakeDialog(self._library, answers if answered(answers) else {}, self.parentWidget())
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
        wanted, self._waiting = self._waiting, None
        if wanted is not None:
            self.passed.emit(wanted)
