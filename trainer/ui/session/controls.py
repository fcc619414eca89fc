"""The row of large buttons for everything that keys do; it comes with the mouse and goes without it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trainer.ui.session.geometry import CONTROL_PAD_PX, CONTROL_PX
from trainer.ui.session.keys import REST_STEP_S, Act, Wish
from trainer.ui.session.tile import Tile

GAP_PX = 2
OWN_PACE_STRETCH = 2  # as wide as both of the rest's, whose place it takes


class Controls(QFrame):
    """`wished` carries the same wishes as the keys.

    Where the row has no room for all of them, the last button turns to those seldom wanted, and back.
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Session controls"))
        self._paced = self._turned = self._one_ends = False
        self.back = Tile(self.tr("Back"), "←", icon="skip-back")
        self.press = Tile(self.tr("Pause"), self.tr("Space"), icon="pause")
        self.done = Tile(self.tr("Done"), self.tr("Enter"), icon="check")
        self.next = Tile(self.tr("Next"), "→", icon="skip-forward")
        self.own_pace = Tile(self.tr("Own pace"), "O", icon="gauge")
        self.less_rest = Tile(self.tr("Rest −10 s"), "↓", icon="minus")
        self.more_rest = Tile(self.tr("Rest +10 s"), "↑", icon="plus")
        self.add_set = Tile(self.tr("One set more"), "S", icon="list-plus")
        self.easier = Tile(self.tr("Easier"), "E", icon="arrow-down")
        self.mute = Tile(self.tr("Mute"), "M", icon="volume-2")
        self.whole = Tile(self.tr("Window"), "F11", icon="minimize")
        self.leave = Tile(self.tr("Leave"), "Esc", icon="x")
        self.turn = Tile(self.tr("More"), icon="ellipsis")
        self._wishes: dict[Tile, Wish] = {
            self.back: Wish(Act.BACK),
            self.press: Wish(Act.PRESS),
            self.done: Wish(Act.DONE),
            self.next: Wish(Act.NEXT),
            self.own_pace: Wish(Act.OWN_PACE),
            self.less_rest: Wish(Act.REST, -REST_STEP_S),
            self.more_rest: Wish(Act.REST, REST_STEP_S),
            self.add_set: Wish(Act.ADD_SET),
            self.easier: Wish(Act.EASIER),
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
        self.turn.clicked.connect(self._on_turn_clicked)
        row.addWidget(self.turn, 1)
        self._arrange()

    def show_state(
        self,
        *,
        paused: bool,
        open_set: bool,
        paced: bool,
        resting: bool,
        muted: bool,
        whole: bool,
        obstacles: tuple[str, str] = ("", ""),
    ) -> None:
        """Names the buttons after what they would do now.

        `obstacles` say why there can be no set more and nothing easier; empty where there can.
        """
        self._paced = paced
        if paused:
            self.press.set_face(self.tr("Go on"), "play")
        elif open_set:
            self.press.set_face(self.tr("Done"), "check")
        else:
            self.press.set_face(self.tr("Pause"), "pause")
        self.done.set_face(self.tr("End rest") if resting else self.tr("Done"), "check")
        self._one_ends = open_set and not paused
        self.less_rest.setEnabled(resting)
        self.more_rest.setEnabled(resting)
        self.add_set.set_obstacle(obstacles[0])
        self.easier.set_obstacle(obstacles[1])
        self.mute.set_face(*((self.tr("Sound"), "volume-x") if muted else (self.tr("Mute"), "volume-2")))
        self.whole.set_face(*((self.tr("Window"), "minimize") if whole else (self.tr("Screen"), "maximize")))
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A miss between two buttons is no click on the ground."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._turned = False
        self._arrange()

    def _arrange(self) -> None:
        """Shows what there is room for; own pace and the rest's take turns on the same place.

        In an open set the one button is Done and has the place of both.
        """
        seldom = (self.add_set, self.easier, self.whole)
        taken = {self.less_rest, self.more_rest} if self._paced else {self.own_pace}
        taken |= {self.done} if self._one_ends else set()
        self._row.setStretchFactor(self.press, 2 if self._one_ends else 1)
        narrow = self.width() < _width_of(len(self._wishes) - 1)
        for tile in self._wishes:
            here = not narrow or (tile in seldom) == self._turned
            tile.setVisible(here and tile not in taken)
        self.turn.setVisible(narrow)
        self.turn.set_face(self.tr("Fewer") if self._turned else self.tr("More"), "ellipsis")

    def _on_turn_clicked(self) -> None:
        self._turned = not self._turned
        self._arrange()

    def _on_tile_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, Tile):
            self.wished.emit(self._wishes[tile])


def _width_of(tiles: int) -> int:
    """The least width of a row of so many buttons."""
    return tiles * CONTROL_PX + (tiles - 1) * GAP_PX + 2 * (CONTROL_PAD_PX + 1)
