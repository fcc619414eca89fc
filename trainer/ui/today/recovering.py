"""A session that was cut off: shown on top of Today until it is resumed, finished or discarded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.errors import TrainerError
from trainer.services.training import Recovery, Training
from trainer.ui.today.cards import RecoveryCard


class Recovering(QObject):
    """Keeps the card in `place`; `changed` says that there is another one, or none any more."""

    resume_requested = Signal(object)
    told = Signal(str)
    changed = Signal()
    ended = Signal()

    def __init__(self, training: Training, place: QVBoxLayout, page: QWidget) -> None:
        super().__init__(page)
        self._training, self._place = training, place
        self.recovery: Recovery | None = None
        self._left: set[str] = set()
        self.card: RecoveryCard | None = None

    def remember_left(self, session_id: str) -> None:
        """A session that was left on purpose is no accident."""
        self._left.add(session_id)

    def refresh(self) -> None:
        """Looks again whether there is one."""
        recovery = self._training.recoverable()
        if self.card is not None:
            self._place.removeWidget(self.card)
            self.card.deleteLater()
            self.card = None
        self.recovery = recovery
        if recovery is not None:
            self.card = self._made(recovery)
            self._place.insertWidget(0, self.card)  # before the morning's question, which may stand there
        self.changed.emit()

    def _made(self, recovery: Recovery) -> RecoveryCard:
        card = RecoveryCard(recovery, left=recovery.session.id in self._left)
        card.resume_requested.connect(self._on_resume_requested)
        card.finish_requested.connect(self._on_finish_requested)
        card.discard_requested.connect(self._on_discard_requested)
        return card

    def _on_resume_requested(self) -> None:
        if self.recovery is not None:
            self.resume_requested.emit(self.recovery)

    def _on_finish_requested(self) -> None:
        if self.recovery is not None:
            finish = partial(self._training.finish, self.recovery)
            self._end(finish, self.tr("Session finished as it stood."))

    def _on_discard_requested(self) -> None:
        if self.recovery is not None:
            discard = partial(self._training.discard, self.recovery, self.tr("Discard session"))
            self._end(discard, self.tr("Session discarded. Ctrl+Z brings it back."))

    def _end(self, act: Callable[[], object], done: str) -> None:
        """Ends the session one way or another; a failure is told and changes nothing."""
        try:
            act()
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.told.emit(done)
        self.ended.emit()
