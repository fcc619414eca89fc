"""A whole session by the keyboard alone, from Today's Start to the finished log; no mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.conftest import Program, Start
from tests.fakes import FakeClock
from trainer.domain.session import SetStatus
from trainer.engine.runner import State
from trainer.engine.timeline import StepKind
from trainer.paths import paths_for
from trainer.store import Store

Key = Qt.Key
Shift = Qt.KeyboardModifier.ShiftModifier
TABS = 60


class Hands:
    """Presses keys, each on whatever has the keyboard."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.at, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.at, text)

    @property
    def at(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.focusWidget() or self._program.window

    def tab_to(self, widget: QWidget) -> None:
        """Goes there by Tab, as far as Tab leads."""
        for _ in range(TABS):
            if self.at is widget:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {widget.accessibleName() or widget}")


def until(program: Program, kind: StepKind) -> None:
    while program.session.driver.view().step.kind is not kind:
        program.wait(0.5)


def test_from_start_to_the_finished_log(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(tmp_path)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    hands = Hands(program)
    hands.tab_to(program.today.workout_card.start_button)
    hands.press(Key.Key_Space)
    session, driver = program.session, program.session.driver
    qtbot.waitUntil(session.hasFocus)

    program.wait(2)
    hands.press(Key.Key_Space)
    assert driver.state is State.PAUSED
    program.clock.advance(1)
    hands.press(Key.Key_Space)
    until(program, StepKind.REST)
    log_first_set(program, hands)
    hands.press(Key.Key_Up, Key.Key_Down, Key.Key_Down, Key.Key_M, Key.Key_M)
    program.wait(1)
    hands.press(Key.Key_Return)
    assert driver.view().step.kind is StepKind.GET_READY
    hands.press(Key.Key_Right)
    assert driver.view().step.kind is StepKind.WORK
    program.wait(3)
    hands.press(Key.Key_Left)
    assert driver.view().elapsed_s == 0
    hands.press(Key.Key_O)
    assert driver.view().step.open
    program.wait(5)
    hands.press(Key.Key_Space)
    assert driver.view().step.kind is not StepKind.WORK
    program.wait(driver.active.timeline.duration_s + 60)

    assert session.ended
    hands.press(Key.Key_6)
    hands.tab_to(session.summary.note)
    hands.type("by keys")
    hands.tab_to(session.summary.finish)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not program.window.covered)
    program.window.close()
    assert_log(tmp_path)


def log_first_set(program: Program, hands: Hands) -> None:
    """One key each: fewer reps, effort, pain and its place, a load, a note."""
    hands.press(Key.Key_Minus)
    hands.press(Key.Key_8, held=Shift)
    hands.press(Key.Key_P, Key.Key_2, Key.Key_A)
    hands.press(Key.Key_L)
    hands.type("7.5")
    hands.press(Key.Key_Return, Key.Key_N)
    hands.type("slow down")
    hands.press(Key.Key_Return)
    assert program.session.hasFocus(), "the keys are the session's again"


def assert_log(data: Path) -> None:
    with_log = Store.open(paths_for(data), clock=FakeClock())
    (log,) = with_log.sessions()
    rows = with_log.sets_of(log.id)
    with_log.close()
    assert (log.session_rpe, log.note, log.ended_at is not None) == (6.0, "by keys", True)
    first, second = rows[0], rows[1]
    assert (first.reps, first.rpe, first.pain, first.load_kg, first.note) == (
        (first.target.reps or 0) - 1,
        7.5,
        2,
        7.5,
        "slow down",
    )
    assert second.tempo == ""
    assert {row.status for row in rows[1:]} == {SetStatus.DONE}
