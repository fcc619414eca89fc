"""The product's table of keys, row by row, by real key events; and that each press is answered."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.session_workouts import CURL, LIMIT, workout
from tests.ui.session.conftest import Open, Player
from trainer.engine.runner import State
from trainer.engine.timeline import StepKind
from trainer.ui.session.stage import PULSE_MS
from trainer.ui.session.tile import Tile

Key = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
SIZE = (900, 600)
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def in_get_ready(open_player: Open) -> Player:
    player = open_player(workout(CURL), SIZE)
    player.wait(2)
    return player


def in_paced_set(open_player: Open) -> Player:
    player = open_player(workout(CURL), SIZE)
    player.wait(10 + 4)
    return player


def in_open_set(open_player: Open) -> Player:
    player = open_player(workout(LIMIT), SIZE)
    player.wait(10 + 4)
    assert player.page.driver.view().step.open
    return player


def in_rest(open_player: Open) -> Player:
    player = open_player(workout(CURL), SIZE)
    player.until(StepKind.REST)
    player.wait(3)
    return player


def paused_in_rest(open_player: Open) -> Player:
    player = in_rest(open_player)
    player.key(Key.Key_Space)
    player.clock.advance(1)
    return player


def paused_in_set(open_player: Open) -> Player:
    player = in_paced_set(open_player)
    player.key(Key.Key_Space)
    player.clock.advance(1)
    return player


Situation = Callable[[Open], Player]
SITUATIONS: tuple[Situation, ...] = (
    in_get_ready,
    in_paced_set,
    in_open_set,
    in_rest,
    paused_in_rest,
    paused_in_set,
)


class Seen:
    """What a press changed, by name."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._left = False
        player.page.left.connect(self._on_page_left)
        self._before = self._now()

    def changes(self) -> dict[str, object]:
        return {name: now for name, now in self._now().items() if now != self._before[name]}

    def _on_page_left(self) -> None:
        self._left = True

    def _now(self) -> dict[str, object]:
        page = self._player.page
        view, row, log = page.driver.view(), page.just_done.row, page.log
        leaves = {log._pains: "pain", log._load: "load", log._note: "note", log._lean: "lean"}
        return {
            "step": view.step.index,
            "kind": view.step.kind,
            "elapsed": view.elapsed_s,
            "lasts": view.step.duration_s,
            "open": view.step.open,
            "state": page.driver.state,
            "reps": None if row is None else row.reps,
            "rpe": None if row is None else row.rpe,
            "asks": leaves.get(log._leaves.currentWidget(), ""),
            "muted": page.driver.muted,
            "whole": page.window().isFullScreen(),
            "left": self._left,
        }


ONE_BUTTON = (
    (Key.Key_Space, NONE),
    (Key.Key_PageDown, NONE),
    (Key.Key_PageDown, KEYPAD),
    (Key.Key_MediaPlay, NONE),
    (Key.Key_MediaPause, NONE),
    (Key.Key_MediaTogglePlayPause, NONE),
)
NEXT_KEYS = ((Key.Key_Right, NONE), (Key.Key_MediaNext, NONE))
BACK_KEYS = ((Key.Key_Left, NONE), (Key.Key_MediaPrevious, NONE))
ENTER = ((Key.Key_Return, NONE), (Key.Key_Enter, KEYPAD))

PAUSES = {"state": State.PAUSED}
GOES_ON = {"state": State.RUNNING}
RESTS = {"kind": StepKind.REST}
READIES = {"kind": StepKind.GET_READY}

Row = tuple[Situation, Qt.Key, Qt.KeyboardModifier, dict[str, object]]
ROWS: list[Row] = [
    *((in_open_set, *key, RESTS) for key in ONE_BUTTON),
    *((where, *key, PAUSES) for where in (in_get_ready, in_paced_set, in_rest) for key in ONE_BUTTON),
    *((where, *key, GOES_ON) for where in (paused_in_rest, paused_in_set) for key in ONE_BUTTON),
    *((where, *key, RESTS) for where in (in_open_set, in_paced_set, paused_in_set) for key in ENTER),
    *((where, *key, READIES) for where in (in_rest, paused_in_rest) for key in ENTER),
    *((where, *key, RESTS) for where in (in_open_set, in_paced_set, paused_in_set) for key in NEXT_KEYS),
    *((in_rest, *key, READIES) for key in NEXT_KEYS),
    *((in_get_ready, *key, {"kind": StepKind.WORK}) for key in NEXT_KEYS),
    *((where, *key, {"elapsed": 0.0}) for where in SITUATIONS for key in BACK_KEYS),
    *((where, Key.Key_Up, NONE, {"lasts": 10.0}) for where in (in_get_ready, in_rest, paused_in_rest)),
    *((where, Key.Key_Down, NONE, {"lasts": -10.0}) for where in (in_rest, paused_in_rest)),
    (in_rest, Key.Key_Plus, NONE, {"reps": 4}),
    (in_rest, Key.Key_Plus, KEYPAD, {"reps": 4}),
    (in_rest, Key.Key_Plus, SHIFT, {"reps": 4}),
    (in_rest, Key.Key_Minus, NONE, {"reps": 2}),
    (in_rest, Key.Key_Minus, KEYPAD, {"reps": 2}),
    *((in_rest, Key(Key.Key_0 + rpe), NONE, {"rpe": float(rpe)}) for rpe in range(1, 10)),
    (in_rest, Key.Key_0, NONE, {"rpe": 10.0}),
    *((in_rest, Key(Key.Key_0 + rpe), SHIFT, {"rpe": rpe - 0.5}) for rpe in range(2, 10)),
    (in_rest, Key.Key_0, SHIFT, {"rpe": 9.5}),
    (in_rest, Key.Key_P, NONE, {"asks": "pain"}),
    (in_rest, Key.Key_L, NONE, {"asks": "load"}),
    (in_rest, Key.Key_N, NONE, {"asks": "note"}),
    (in_rest, Key.Key_A, NONE, {"asks": "lean"}),
    (in_paced_set, Key.Key_O, NONE, {"open": True}),
    *((where, Key.Key_M, NONE, {"muted": True}) for where in SITUATIONS),
    *((where, Key.Key_F11, NONE, {"whole": True}) for where in SITUATIONS),
    *((where, Key.Key_Escape, NONE, {"left": True}) for where in SITUATIONS),
]


def press(player: Player, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """As the keyboard sends it; QTest's own way knows no text for some media keys."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(player.page, QKeyEvent(kind, key, modifiers, ""))


@pytest.mark.parametrize("where", SITUATIONS)
def test_each_row_of_the_table(open_player: Open, where: Situation) -> None:
    for key, modifiers, wanted in [row[1:] for row in ROWS if row[0] is where]:
        player = where(open_player)
        lasted_s = player.page.driver.view().step.duration_s
        seen = Seen(player)
        press(player, key, modifiers)
        changes = seen.changes()
        changes["lasts"] = player.page.driver.view().step.duration_s - lasted_s
        assert (key, modifiers, changes) == (key, modifiers, {**changes, **wanted})
        put_away(player)


def put_away(player: Player) -> None:
    player.page.driver.stop()
    player.page.hide()


def test_a_click_on_the_ground_is_the_one_button(open_player: Open) -> None:
    for where, wanted in ((in_open_set, RESTS), (in_rest, PAUSES), (paused_in_set, GOES_ON)):
        player = where(open_player)
        seen = Seen(player)
        QTest.mouseClick(player.page.stage, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        assert seen.changes().items() >= wanted.items()


PEDALS = ("Space", "Return", "PageDown", "MediaPlay")


@pytest.mark.parametrize(("first", "second"), list(product(PEDALS, PEDALS)))
def test_a_bouncing_pedal_is_one_press(open_player: Open, first: str, second: str) -> None:
    player = in_open_set(open_player)
    player.key(Key[f"Key_{first}"])
    calls = len(player.sound.calls)
    player.clock.advance(0.39)
    seen = Seen(player)
    player.key(Key[f"Key_{second}"])
    assert seen.changes() == {}
    assert len(player.sound.calls) == calls
    player.clock.advance(0.02)
    player.key(Key.Key_Space)
    assert player.page.driver.state is State.PAUSED


@pytest.mark.parametrize(
    "key", [Key.Key_Space, Key.Key_PageDown, Key.Key_MediaPlay, Key.Key_Right, Key.Key_M]
)
def test_a_pedal_that_is_stood_on_is_one_press(open_player: Open, key: Qt.Key) -> None:
    player = in_rest(open_player)
    player.key(key)
    calls = len(player.sound.calls)
    seen = Seen(player)
    for _ in range(3):
        player.clock.advance(0.5)
        held = QKeyEvent(QEvent.Type.KeyPress, key, NONE, "", autorep=True)
        QApplication.sendEvent(player.page, held)
    assert set(seen.changes()) <= {"elapsed"}
    assert len(player.sound.calls) == calls


class Answer:
    """Whether ear and eye got something since it was made; asks no event loop to turn."""

    def __init__(self, player: Player) -> None:
        self._player = player
        player.page.stage._fading.setCurrentTime(PULSE_MS)
        self._calls = len(player.sound.calls)
        self._picture = self._photograph()

    @property
    def heard(self) -> bool:
        now = self._player.clock.monotonic()
        for _, method, argument in self._player.sound.calls[self._calls :]:
            if method == "play" or (method == "schedule" and any(at <= now for at, _ in argument)):
                return True
        return False

    @property
    def fell_silent(self) -> bool:
        return ("flush", None) in [call[1:] for call in self._player.sound.calls[self._calls :]]

    @property
    def seen(self) -> bool:
        return self._photograph() != self._picture

    def _photograph(self) -> bytes:
        image = self._player.page.grab().toImage()
        return bytes(image.constBits())


NAMES = ("Space", "PageDown", "MediaPlay", "Return", "Right", "Left", "Up", "Down", "Plus", "Minus")
PRESSES = [Key[f"Key_{name}"] for name in (*NAMES, "7", "P", "L", "N", "A", "O", "S", "E", "W", "M", "F11")]


@pytest.mark.parametrize("where", SITUATIONS)
def test_each_press_is_answered_by_sound_and_picture_in_its_own_turn(
    open_player: Open, where: Situation
) -> None:
    """Also one that can do nothing here, such as a rating before the first set."""
    for key in PRESSES:
        player = where(open_player)
        answer = Answer(player)
        press(player, key)
        assert (key, answer.heard, answer.seen) == (key, True, True)
        put_away(player)


def test_leaving_is_answered_by_silence_and_the_page_that_goes(open_player: Open) -> None:
    player = in_paced_set(open_player)
    seen, answer = Seen(player), Answer(player)
    player.key(Key.Key_Escape)
    assert (answer.fell_silent, seen.changes()) == (True, {"left": True})


def test_what_is_asked_is_answered_key_by_key(open_player: Open) -> None:
    player = in_rest(open_player)
    for keys in ("p", "3", "a", "p", "0", "a", "+", "-"):
        answer = Answer(player)
        QTest.keyClicks(player.page, keys)
        assert (keys, answer.heard, answer.seen) == (keys, True, True)
    player.key(Key.Key_Return)  # the lean is ready
    log = player.page.log
    for key, typed, field in ((Key.Key_L, "7", log._load.field), (Key.Key_N, "hard", log._note.field)):
        player.key(key)
        QTest.keyClicks(field, typed)
        answer = Answer(player)
        QTest.keyClick(field, Key.Key_Return)
        assert (key, answer.heard, answer.seen) == (key, True, True)
    assert (player.rows[0].load_kg, player.rows[0].note, player.rows[0].pain) == (7.0, "hard", 0)


def test_buttons_answer_like_their_keys(open_player: Open) -> None:
    for number in range(len(tiles_of(in_rest(open_player)))):
        player = in_rest(open_player)
        tile = tiles_of(player)[number]
        answer = Answer(player)
        tile.click()
        assert (tile.accessibleName(), answer.heard, answer.seen) == (tile.accessibleName(), True, True)
        put_away(player)


def tiles_of(player: Player) -> list[Tile]:
    """All that can be pressed in a rest, but for leaving."""
    controls = player.page.controls
    return [
        *(tile for tile in controls.findChildren(Tile) if tile.isEnabled() and tile is not controls.leave),
        *player.page.log.lasting_tiles,
    ]


def test_a_set_that_ends_by_itself_is_no_press(open_player: Open) -> None:
    player = in_paced_set(open_player)
    player.until(StepKind.REST)
    assert "ack" not in player.sound.played
