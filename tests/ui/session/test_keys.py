"""Every key does what the table says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.session_workouts import CURL, HOLD, LIMIT, workout
from tests.ui.session.conftest import Open
from trainer.catalog import load_rules
from trainer.domain.workout import WorkoutItem
from trainer.engine.runner import State
from trainer.engine.timeline import StepKind
from trainer.ui.session.geometry import CONTROL_PX
from trainer.ui.session.keys import Act, Wish, wish_of
from trainer.ui.session.tile import Tile

Key = Qt.Key
Shift = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

TABLE = [
    (Key.Key_Space, NONE, Wish(Act.PRESS)),
    (Key.Key_PageDown, NONE, Wish(Act.PRESS)),
    (Key.Key_MediaPlay, NONE, Wish(Act.PRESS)),
    (Key.Key_MediaTogglePlayPause, NONE, Wish(Act.PRESS)),
    (Key.Key_Return, NONE, Wish(Act.DONE)),
    (Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, Wish(Act.DONE)),
    (Key.Key_Right, NONE, Wish(Act.NEXT)),
    (Key.Key_Left, NONE, Wish(Act.BACK)),
    (Key.Key_Up, NONE, Wish(Act.REST, 10)),
    (Key.Key_Down, NONE, Wish(Act.REST, -10)),
    (Key.Key_Plus, Shift, Wish(Act.RESULT, 1)),
    (Key.Key_Minus, NONE, Wish(Act.RESULT, -1)),
    (Key.Key_1, NONE, Wish(Act.RPE, 1)),
    (Key.Key_8, NONE, Wish(Act.RPE, 8)),
    (Key.Key_0, NONE, Wish(Act.RPE, 10)),
    (Key.Key_8, Shift, Wish(Act.RPE, 7.5)),
    (Key.Key_0, Shift, Wish(Act.RPE, 9.5)),
    (Key.Key_Asterisk, Shift, Wish(Act.RPE, 7.5)),
    (Key.Key_1, Shift, Wish(Act.RPE, 1)),
    (Key.Key_P, NONE, Wish(Act.PAIN)),
    (Key.Key_L, NONE, Wish(Act.LOAD)),
    (Key.Key_N, NONE, Wish(Act.NOTE)),
    (Key.Key_O, NONE, Wish(Act.OWN_PACE)),
    (Key.Key_S, NONE, Wish(Act.ADD_SET)),
    (Key.Key_E, NONE, Wish(Act.EASIER)),
    (Key.Key_W, NONE, Wish(Act.WARM_UP)),
    (Key.Key_M, NONE, Wish(Act.MUTE)),
    (Key.Key_F11, NONE, Wish(Act.SCREEN)),
    (Key.Key_Escape, NONE, Wish(Act.LEAVE)),
    (Key.Key_Q, NONE, None),
    (Key.Key_P, Qt.KeyboardModifier.ControlModifier, None),
    (Key.Key_Q, Shift, None),
]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier, *, held: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", held)


@pytest.mark.parametrize(("key", "modifiers", "wish"), TABLE)
def test_the_table(key: Qt.Key, modifiers: Qt.KeyboardModifier, wish: Wish | None) -> None:
    assert wish_of(press(key, modifiers)) == wish


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Right, Key.Key_5, Key.Key_Escape])
def test_a_key_held_down_is_one_press(key: Qt.Key) -> None:
    assert wish_of(press(key, NONE, held=True)) is None


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Plus])
def test_held_down_counting_goes_on(key: Qt.Key) -> None:
    assert wish_of(press(key, NONE, held=True)) is not None


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_PageDown, Key.Key_MediaPlay])
def test_the_one_button_pauses_and_goes_on(open_player: Open, key: Qt.Key) -> None:
    player = open_player()
    player.wait(2)
    player.key(key)
    assert player.page.driver.state is State.PAUSED
    assert player.page.stage.facts.phase_text == "PAUSED"
    player.clock.advance(1)
    player.key(key)
    assert player.page.driver.state is State.RUNNING
    assert player.page.stage.facts.phase_text == "GET READY"


def test_a_click_on_the_ground_is_the_one_button(open_player: Open) -> None:
    player = open_player()
    QTest.mouseClick(player.page.stage, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert player.page.driver.state is State.PAUSED


def test_in_an_open_set_the_one_button_is_done(open_player: Open) -> None:
    player = open_player(workout(LIMIT))
    player.wait(12)
    player.key(Key.Key_Space)
    assert player.kind is StepKind.REST
    assert [str(row.status) for row in player.rows] == ["done"]


def test_enter_ends_the_set_and_then_the_rest(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.wait(14)
    player.key(Key.Key_Return)
    assert [(str(row.status), row.reps) for row in player.rows] == [("partial", 1)]
    player.wait(1)
    player.key(Key.Key_Return)
    assert player.kind is StepKind.GET_READY


def test_arrows_go_on_and_back(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.key(Key.Key_Right)
    assert player.kind is StepKind.WORK
    player.wait(1)
    player.key(Key.Key_Left)
    assert player.page.driver.view().elapsed_s == 0
    player.key(Key.Key_Left)
    assert player.kind is StepKind.GET_READY


def test_up_and_down_change_the_rest(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.until(StepKind.REST)
    left_s = player.page.driver.view().remaining_s
    assert left_s is not None
    player.key(Key.Key_Up)
    assert player.page.driver.view().remaining_s == left_s + 10
    player.key(Key.Key_Down)
    player.key(Key.Key_Down)
    assert player.page.driver.view().remaining_s == left_s - 10


def test_the_set_just_done_takes_reps_and_rating_from_one_key_each(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.until(StepKind.REST)
    player.key(Key.Key_Minus)
    player.key(Key.Key_8, Shift)
    (row,) = player.rows
    assert (row.reps, row.rpe) == (2, 7.5)
    player.key(Key.Key_Plus)
    player.key(Key.Key_0)
    (row,) = player.rows
    assert (row.reps, row.rpe) == (3, 10)


def test_pain_takes_a_digit_and_a_place(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.until(StepKind.REST)
    player.key(Key.Key_P)
    QTest.keyClicks(player.page, "3")
    QTest.keyClicks(player.page, "a")
    (row,) = player.rows
    assert (row.pain, row.pain_area, row.rpe) == (3, "hamstring", None)
    assert not player.page.log.asking
    assert player.kind is StepKind.REST


@pytest.mark.rule("session-stop-signs")
def test_where_the_place_of_pain_is_asked_the_signs_to_stop_at_are_said(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.until(StepKind.REST)
    for key in (Key.Key_P, Key.Key_4):
        player.key(key)
    shown = [label.text() for label in player.page.log.findChildren(QLabel) if label.isVisible()]
    assert load_rules()["session-stop-signs"].text in shown


def test_while_pain_is_asked_escape_answers_nothing_and_does_not_leave(open_player: Open) -> None:
    player = open_player(workout(CURL))
    left: list[bool] = []
    player.page.left.connect(lambda: left.append(True))
    player.until(StepKind.REST)
    player.key(Key.Key_P)
    player.key(Key.Key_Escape)
    assert (left, player.page.log.asking, player.rows[0].pain) == ([], False, None)
    player.key(Key.Key_Escape)
    assert left == [True]


def test_load_and_note_are_typed_while_the_session_goes_on(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.until(StepKind.REST)
    player.key(Key.Key_L)
    field = player.page.log._load.field
    QTest.keyClicks(field, "7.5")
    QTest.keyClick(field, Key.Key_Return)
    player.key(Key.Key_N)
    field = player.page.log._note.field
    QTest.keyClicks(field, "left knee ok 5")
    player.until(StepKind.GET_READY)
    assert player.page.stage.log_open
    QTest.keyClick(field, Key.Key_Return)
    (row,) = player.rows
    assert (row.load_kg, row.note, row.rpe) == (7.5, "left knee ok 5", None)
    assert not player.page.stage.log_open
    assert player.kind is StepKind.GET_READY


@pytest.mark.parametrize("focus", ["field", "page"])
@pytest.mark.parametrize(("typed", "load_kg"), [("7.5", 7.5), ("", 12.0), (".", 12.0)])
def test_escape_closes_the_load_and_keeps_a_number_that_was_typed(
    open_player: Open, focus: str, typed: str, load_kg: float
) -> None:
    player = open_player(workout(CURL))
    left: list[bool] = []
    player.page.left.connect(lambda: left.append(True))
    player.until(StepKind.REST)
    player.page.log._on_load_entered("12")
    player.key(Key.Key_L)
    field = player.page.log._load.field
    QTest.keyClicks(field, typed) if typed else field.clear()
    if focus == "page":
        player.page.setFocus()
    QTest.keyClick(field if focus == "field" else player.page, Key.Key_Escape)
    assert (player.page.log.asking, left) == (False, [])
    assert player.rows[0].load_kg == load_kg
    player.key(Key.Key_Escape)
    assert left == [True]


def test_a_number_typed_beside_the_open_load_goes_into_it(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.until(StepKind.REST)
    player.key(Key.Key_L)
    player.page.setFocus()
    QTest.keyClicks(player.page, "8")
    player.key(Key.Key_Return)
    assert (player.rows[0].load_kg, player.rows[0].rpe, player.kind) == (8.0, None, StepKind.REST)


def test_at_the_end_escape_closes_the_load_first(open_player: Open) -> None:
    player = open_player(workout(LIMIT))
    while not player.page.ended:
        player.wait(1)
        player.key(Key.Key_Return)
    left: list[bool] = []
    player.page.left.connect(lambda: left.append(True))
    player.page.log._begin_load()
    QTest.keyClicks(player.page.log._load.field, "20")
    QTest.keyClick(player.page.summary.note, Key.Key_Escape)
    assert (player.page.log.asking, left) == (False, [])
    assert player.page.just_done.row is not None
    assert player.page.just_done.row.load_kg == 20.0
    QTest.keyClick(player.page.summary.finish, Key.Key_Escape)
    assert left == [True]


def test_lean_goes_by_steps_of_five(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.until(StepKind.REST)
    player.key(Key.Key_A)
    player.key(Key.Key_Plus)
    player.key(Key.Key_Plus)
    player.key(Key.Key_Return)
    assert player.rows[0].lean_deg == 55
    assert player.kind is StepKind.REST


def test_a_paced_set_is_turned_into_own_pace(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.wait(10 + 4)
    stage = player.page.stage
    player.key(Key.Key_O)
    assert player.page.driver.view().step.open
    assert stage.strip.caption == "Own pace. You end the set."
    assert "You end the set: Space" in stage.strip.accessibleName()
    assert stage.facts.accessibleName() == "WORK, Set 1 of 2, 3 reps, own pace"
    assert (stage.countdown.digits, player.sound.played, player.sound.scheduled) == ("4", ["resumed"], [])
    player.wait(3)
    assert (stage.countdown.digits, stage.strip.caption) == ("7", "")
    player.wait(20)
    assert (player.kind, stage.countdown.digits) == (StepKind.WORK, "27")
    player.key(Key.Key_Space)
    (row,) = player.rows
    assert (player.kind, str(row.status), row.reps, row.tempo) == (StepKind.REST, "done", 3, "")
    assert "You end the set" not in stage.strip.accessibleName()


def test_own_pace_in_a_pause_goes_on_only_when_asked_to(open_player: Open) -> None:
    player = open_player(workout(CURL))
    player.wait(12)
    player.key(Key.Key_Space)
    player.key(Key.Key_O)
    assert player.page.driver.state is State.PAUSED
    assert player.sound.played == ["paused", "ack"]
    assert not player.page.stage.panel.view.moving
    player.clock.advance(1)
    player.key(Key.Key_Space)
    assert (player.page.driver.state, player.sound.scheduled) == (State.RUNNING, [])


@pytest.mark.parametrize("item", [HOLD, LIMIT])
def test_what_has_no_called_tempo_has_no_pace_to_release(open_player: Open, item: WorkoutItem) -> None:
    player = open_player(workout(item))
    player.wait(12)
    before = player.page.driver.view().step
    player.key(Key.Key_O)
    assert player.page.driver.view().step == before
    assert player.page.controls.own_pace.isHidden()


def test_own_pace_takes_the_place_of_the_rest_and_no_button_moves(open_player: Open) -> None:
    player = open_player(workout(CURL), (900, 600))
    controls = player.page.controls
    controls.show()
    resting = [tile.geometry() for tile in (controls.next, controls.mute)]
    assert controls.own_pace.isHidden()
    player.until(StepKind.WORK)
    controls.layout().activate()
    assert not controls.own_pace.isHidden()
    assert controls.less_rest.isHidden()
    working = [tile.geometry() for tile in (controls.next, controls.mute)]
    moved = [abs(one.left() - other.left()) for one, other in zip(resting, working, strict=True)]
    assert max(moved) <= 2
    assert min(controls.own_pace.width(), controls.own_pace.height()) >= CONTROL_PX


def test_mute_and_its_badge(open_player: Open) -> None:
    player = open_player()
    player.key(Key.Key_M)
    assert (player.sound.volume, player.page.stage.strip.badge) == (0.0, "muted")
    player.key(Key.Key_M)
    assert (player.sound.volume, player.page.stage.strip.badge) == (1.0, "")


def test_f11_and_escape(open_player: Open) -> None:
    player = open_player()
    left: list[bool] = []
    player.page.left.connect(lambda: left.append(True))
    player.key(Key.Key_F11)
    assert player.page.window().isFullScreen()
    player.key(Key.Key_F11)
    assert not player.page.window().isFullScreen()
    player.key(Key.Key_Escape)
    assert left == [True]
    assert player.sound.scheduled == []


def test_the_tables_keys_are_kept_from_the_windows_shortcuts(open_player: Open) -> None:
    player = open_player()
    for key, modifiers, wish in TABLE:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        player.page.event(event)
        assert event.isAccepted() is (wish is not None)


def test_every_button_does_what_its_key_does_and_none_takes_the_keys(open_player: Open) -> None:
    player = open_player()
    wished: list[Wish] = []
    player.page.controls.wished.disconnect(player.page.do)
    player.page.controls.wished.connect(wished.append)
    tiles = player.page.controls.findChildren(Tile)
    player.page.controls.show_state(
        paused=False, open_set=False, paced=False, resting=True, muted=False, whole=False
    )
    for tile in tiles:
        tile.click()
    acts = [wish.act for wish in wished]
    wanted = [Act.BACK, Act.PRESS, Act.DONE, Act.NEXT, Act.OWN_PACE, Act.REST, Act.REST]
    wanted += [Act.ADD_SET, Act.EASIER, Act.MUTE, Act.SCREEN, Act.LEAVE]
    assert sorted(acts, key=str) == sorted(wanted, key=str)
    everything = player.page.stage.findChildren(Tile)
    assert all(tile.focusPolicy() is Qt.FocusPolicy.NoFocus for tile in everything)
    assert all(tile.accessibleName() for tile in everything)
