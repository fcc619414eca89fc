"""The morning check-in: when it is asked, what becomes of the answer, and that it can be left for today."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from trainer.errors import SettingsError, TrainerError
from trainer.services.coaching import Coach, Felt
from trainer.services.today import Today
from trainer.settings import CHECKIN_SKIPPED, Settings
from trainer.ui.today.areas import area_label
from trainer.ui.today.checkin_card import CheckInCard
from trainer.ui.widgets.place_spots import side_label


class CheckingIn(QObject):
    """Fills the card and writes what it answers; `done` carries a sentence of something Undo takes back."""

    told = Signal(str)
    done = Signal(str)

    def __init__(self, coach: Coach, today: Today, settings: Settings, card: CheckInCard) -> None:
        super().__init__(card)
        self._coach, self._today, self._settings, self._card = coach, today, settings, card
        card.answered.connect(self._on_card_answered)
        card.skipped.connect(self._on_card_skipped)

    def refresh(self) -> None:
        """Asks once a day, not when that was declined, and not before there is anything to ask about."""
        morning, done = self._coach.morning(), self._today.checked_in()
        declined = self._settings.get(CHECKIN_SKIPPED) == self._today.day().isoformat()
        self._card.show_state(
            due=morning.due and not declined and self._today.anything_logged(),
            after_session=bool(morning.session_id),
            likely=morning.areas,
            done=done,
        )

    def _on_card_answered(self, felt: Sequence[Felt]) -> None:
        places = "; ".join(side_label(area_label(one.area), one.side) for one in felt)
        told = self.tr("Checked in: {0}.").format(places) if places else self.tr("Checked in: all well.")
        try:
            self._coach.check_in(felt, self.tr("Check-in"))
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.done.emit(told)

    def _on_card_skipped(self) -> None:
        try:
            self._settings.set(CHECKIN_SKIPPED, self._today.day().isoformat())
        except SettingsError as error:
            self.told.emit(str(error))
        self.refresh()
