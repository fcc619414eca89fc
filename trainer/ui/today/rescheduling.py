"""Missed sessions get another day by rule, once a day; what was done about them is told and can be undone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.errors import TrainerError
from trainer.services.today import Today
from trainer.ui.today.item_row import Tell
from trainer.ui.today.missed_card import MissedCard


class Rescheduling(QObject):
    """Keeps the card in `place` until it was read."""

    undo_requested = Signal()
    told = Signal(str)

    def __init__(self, today: Today, tell: Tell, place: QVBoxLayout, page: QWidget) -> None:
        super().__init__(page)
        self._today, self._tell, self._place = today, tell, place
        self._looked_on: date | None = None
        self.card: MissedCard | None = None

    def refresh(self) -> None:
        """Looks whether something was missed, the first time on a day: after an undo it stays as it was."""
        day = self._today.day()
        if day == self._looked_on:
            return
        self._looked_on = day
        try:
            moved = self._today.reschedule(self.tr("Move what was missed"))
        except TrainerError as error:
            self.told.emit(str(error))
            return
        if moved:
            self.put_away()
            self.card = MissedCard(moved, self._tell)
            self.card.closed.connect(self.put_away)
            self.card.undo_requested.connect(self._on_undo_requested)
            self._place.addWidget(self.card)

    def put_away(self) -> None:
        """It was read."""
        if self.card is not None:
            self._place.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None

    def _on_undo_requested(self) -> None:
        self.put_away()
        self.undo_requested.emit()
