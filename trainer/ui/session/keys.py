"""What each key does in the player; the product's table, nothing else."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key


class Act(Enum):
    """What an athlete can ask for."""

    PRESS = auto()
    DONE = auto()
    NEXT = auto()
    BACK = auto()
    REST = auto()
    RESULT = auto()
    RPE = auto()
    PAIN = auto()
    LOAD = auto()
    LEAN = auto()
    NOTE = auto()
    MUTE = auto()
    SCREEN = auto()
    OWN_PACE = auto()
    ADD_SET = auto()
    EASIER = auto()
    WARM_UP = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """An act, and by how much: seconds of rest, reps or seconds of a result, or an RPE."""

    act: Act
    amount: float = 0.0


REST_STEP_S = 10.0

_PLAIN: dict[int, Wish] = {
    Key.Key_Space: Wish(Act.PRESS),
    Key.Key_PageDown: Wish(Act.PRESS),
    Key.Key_MediaPlay: Wish(Act.PRESS),
    Key.Key_MediaPause: Wish(Act.PRESS),
    Key.Key_MediaTogglePlayPause: Wish(Act.PRESS),
    Key.Key_MediaNext: Wish(Act.NEXT),
    Key.Key_MediaPrevious: Wish(Act.BACK),
    Key.Key_Return: Wish(Act.DONE),
    Key.Key_Enter: Wish(Act.DONE),
    Key.Key_Right: Wish(Act.NEXT),
    Key.Key_Left: Wish(Act.BACK),
    Key.Key_Up: Wish(Act.REST, REST_STEP_S),
    Key.Key_Down: Wish(Act.REST, -REST_STEP_S),
    Key.Key_Plus: Wish(Act.RESULT, 1),
    Key.Key_Equal: Wish(Act.RESULT, 1),
    Key.Key_Minus: Wish(Act.RESULT, -1),
    Key.Key_P: Wish(Act.PAIN),
    Key.Key_L: Wish(Act.LOAD),
    Key.Key_A: Wish(Act.LEAN),
    Key.Key_N: Wish(Act.NOTE),
    Key.Key_O: Wish(Act.OWN_PACE),
    Key.Key_S: Wish(Act.ADD_SET),
    Key.Key_E: Wish(Act.EASIER),
    Key.Key_W: Wish(Act.WARM_UP),
    Key.Key_M: Wish(Act.MUTE),
    Key.Key_F11: Wish(Act.SCREEN),
    Key.Key_Escape: Wish(Act.LEAVE),
}
_HELD_COUNTS = {Act.REST, Act.RESULT}
OTHER_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def wish_of(event: QKeyEvent) -> Wish | None:
    """What a key press asks for; None for every other key. A key held down counts once, but for ± and ↑↓."""
    if event.modifiers() & OTHER_MODIFIERS:
        return None
    wish = _PLAIN.get(event.key()) or _rating(event)
    if wish is not None and event.isAutoRepeat() and wish.act not in _HELD_COUNTS:
        return None
    return wish


def digit_of(event: QKeyEvent) -> int | None:
    """The digit on the key, with Shift held too, on any layout that reports its place."""
    if Key.Key_0 <= event.key() <= Key.Key_9:
        return event.key() - Key.Key_0
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return _shifted_digit(event)
    return None


def _shifted_digit(event: QKeyEvent) -> int | None:
    """Where Shift turns digits into signs: by the key's place on X11 and Wayland, else by the US signs."""
    place = event.nativeScanCode() - 9 if sys.platform == "linux" else 0
    if 1 <= place <= 10:
        return place % 10
    sign = chr(event.key()) if 0x20 < event.key() < 0x7F else ""
    return ")!@#$%^&*(".index(sign) if sign and sign in ")!@#$%^&*(" else None


def _rating(event: QKeyEvent) -> Wish | None:
    digit = digit_of(event)
    if digit is None:
        return None
    rpe = float(digit or 10)
    half_less = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and rpe > 1
    return Wish(Act.RPE, rpe - 0.5 if half_less else rpe)
