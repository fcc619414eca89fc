"""No workout begins while a clinician is to be asked first, wherever it is started from."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from trainer.domain.proposal import Verdict
from trainer.domain.workout import Workout
from trainer.errors import TrainerError
from trainer.services.coaching import Coach
from trainer.ui.days import day_text


class ClinicianGate(QObject):
    """`passed` carries what may begin, `stopped` why there is no workout now."""

    passed = Signal(object)
    stopped = Signal(str)

    def __init__(self, coach: Coach, parent: QObject) -> None:
        super().__init__(parent)
        self._coach = coach

    def let_through(self, workout: Workout) -> None:
        """Lets the workout through, or says why not."""
        if self.lets(workout):
            self.passed.emit(workout)

    def lets(self, workout: Workout) -> bool:
        """Whether it may begin; `stopped` is emitted where it may not."""
        try:
            proposal = self._coach.propose(workout)
        except TrainerError as error:
            self.stopped.emit(str(error))
            return False
        if proposal.verdict is Verdict.CLINICIAN:
            self.stopped.emit(self._coach.told(proposal.reasons[0], day_text).text)
        return proposal.verdict is not Verdict.CLINICIAN
