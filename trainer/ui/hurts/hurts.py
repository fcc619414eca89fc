"""Opens *What hurts?* over the window, from wherever it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.domain.complaint import Complaint
from trainer.domain.exercise import Side
from trainer.errors import TrainerError
from trainer.services.hurting import Hurting
from trainer.services.library import Library
from trainer.ui.appearance import Appearance
from trainer.ui.hurts.dialog import HurtsDialog
from trainer.ui.hurts.words import place_label


class Hurts(QObject):
    """`start_requested` carries the routine to begin, `done` what was kept and can be undone."""

    start_requested = Signal(object)
    exercise_requested = Signal(str)
    done = Signal(str)
    told = Signal(str)

    def __init__(self, hurting: Hurting, library: Library, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._hurting, self._library = hurting, library
        self._appearance, self._window = appearance, window
        self._said: list[str] = []

    def ask(self, place_id: str = "", side: Side | None = None) -> HurtsDialog | None:
        """Opens the dialog, at a place if one is named; None where it cannot be opened, which is told."""
        try:
            dialog = HurtsDialog(
                self._hurting, self._library, self._appearance.theme, place_id, side, self._window
            )
        except TrainerError as error:
            self.told.emit(str(error))
            return None
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.start_requested.connect(self.start_requested)
        dialog.exercise_requested.connect(self.exercise_requested)
        dialog.told.connect(self.told)
        dialog.done_with.connect(self._said.append)
        self._appearance.theme_changed.connect(dialog.set_theme)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()
        return dialog

    def end(self, complaint: Complaint) -> None:
        """It is fine again."""
        place = place_label(complaint.area, complaint.side)
        try:
            self._hurting.end(complaint.id, self.tr("{0} is fine").format(place))
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.done.emit(self.tr("{0} is fine again.").format(place))

    def _on_dialog_finished(self, _result: int) -> None:
        """Says it once the dialog is gone: its undo stands in the window below."""
        said, self._said[:] = list(self._said), []
        if said:
            self.done.emit(said[-1])
