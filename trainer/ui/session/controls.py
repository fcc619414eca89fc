"""The row of large buttons for everything that keys do; it comes with the mouse and goes without it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trainer.ui.session.geometry import CONTROL_PAD_PX
from trainer.ui.session.keys import REST_STEP_S, Act, Wish
from trainer.ui.session.tile import Tile

GAP_PX = 2
OWN_PACE_STRETCH = 2  # as wide as both of the rest's, whose place it takes


class Controls(QFrame):
    """`wished` carries the same wishes as the keys."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Session controls"))
        self.back = Tile(self.tr("Back"), "←", icon="skip-back")
        self.press = Tile(self.tr("Pause"), self.tr("Space"), icon="pause")
        self.done = Tile(self.tr("Done"), self.tr("Enter"), icon="check")
        self.next = Tile(self.tr("Next"), "→", icon="skip-forward")
        self.own_pace = Tile(self.tr("Own pace"), "O", icon="gauge")
        self.less_rest = Tile(self.tr("Rest −10 s"), "↓", icon="minus")
        self.more_rest = Tile(self.tr("Rest +10 s"), "↑", icon="plus")
        self.mute = Tile(self.tr("Mute"), "M", icon="volume-2")
        self.whole = Tile(self.tr("Window"), "F11", icon="minimize")
        self.leave = Tile(self.tr("Leave"), "Esc", icon="x")
        self._wishes: dict[Tile, Wish] = {
            self.back: Wish(Act.BACK),
            self.press: Wish(Act.PRESS),
            self.done: Wish(Act.DONE),
            self.next: Wish(Act.NEXT),
            self.own_pace: Wish(Act.OWN_PACE),
            self.less_rest: Wish(Act.REST, -REST_STEP_S),
            self.more_rest: Wish(Act.REST, REST_STEP_S),
            self.mute: Wish(Act.MUTE),
            self.whole: Wish(Act.SCREEN),
            self.leave: Wish(Act.LEAVE),
        }
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(CONTROL_PAD_PX, CONTROL_PAD_PX, CONTROL_PAD_PX, CONTROL_PAD_PX)
        row.setSpacing(GAP_PX)
        for tile in self._wishes:
            tile.clicked.connect(self._on_tile_clicked)
            row.addWidget(tile, OWN_PACE_STRETCH if tile is self.own_pace else 1)
        self.own_pace.hide()

    def show_state(
        self, *, paused: bool, open_set: bool, paced: bool, resting: bool, muted: bool, whole: bool
    ) -> None:
        """Names the buttons after what they would do now."""
        # They take turns, on the same place: there is no rest to change in a paced set.
        self.own_pace.setVisible(paced)
        self.less_rest.setVisible(not paced)
        self.more_rest.setVisible(not paced)
        if paused:
            self.press.set_face(self.tr("Go on"), "play")
        elif open_set:
            self.press.set_face(self.tr("Done"), "check")
        else:
            self.press.set_face(self.tr("Pause"), "pause")
        self.done.set_face(self.tr("End rest") if resting else self.tr("Done"), "check")
        twice = open_set and not paused  # the one button ends an open set; it has the place of both then
        self.done.setVisible(not twice)
        self._row.setStretchFactor(self.press, 2 if twice else 1)
        self.less_rest.setEnabled(resting)
        self.more_rest.setEnabled(resting)
        self.mute.set_face(*((self.tr("Sound"), "volume-x") if muted else (self.tr("Mute"), "volume-2")))
        self.whole.set_face(*((self.tr("Window"), "minimize") if whole else (self.tr("Screen"), "maximize")))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A miss between two buttons is no click on the ground."""
        event.accept()

    def _on_tile_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, Tile):
            self.wished.emit(self._wishes[tile])
