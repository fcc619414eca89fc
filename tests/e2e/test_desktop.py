"""A session in the window, on a real message bus: it has the screen and the media keys, and no longer."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.private_bus import BUS, PrivateBus, ScreenSaver, join
from tests.e2e.conftest import Start
from trainer.desktop.bus import Bus, BusFault
from trainer.desktop.desktop import this_desktop
from trainer.engine.runner import State
from trainer.engine.timeline import StepKind

LEFT = Qt.MouseButton.LeftButton
NAME = "org.mpris.MediaPlayer2.stride_trainer"
PLAYER = DBusAddress("/org/mpris/MediaPlayer2", NAME, "org.mpris.MediaPlayer2.Player")


@pytest.fixture
def saver(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScreenSaver]:
    """The screen saver of a desktop of the test's own."""
    with tempfile.TemporaryDirectory(prefix="bus-") as folder, PrivateBus(Path(folder)) as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        with ScreenSaver() as saver:
            yield saver


@pytest.fixture
def other(saver: ScreenSaver) -> Iterator[Bus]:
    """Another program on that desktop."""
    bus = Bus()
    yield bus
    bus.close()


def is_there(other: Bus) -> bool:
    (there,) = other.call(BUS, "NameHasOwner", "s", (NAME,))
    return bool(there)


def test_a_headset_works_a_session_and_nothing_else(
    start: Start, saver: ScreenSaver, other: Bus, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start(tmp_path, make_desktop=this_desktop)
    assert (saver.asked, is_there(other)) == (0, False)
    QTest.mouseClick(program.today.workout_card.start_button, LEFT)
    saver.wait_until(lambda: len(saver.held) == 1)
    qtbot.waitUntil(lambda: is_there(other))
    driver = program.session.driver
    other.call(PLAYER, "PlayPause")
    qtbot.waitUntil(lambda: driver.state is State.PAUSED)
    program.clock.advance(1)
    other.call(PLAYER, "PlayPause")
    qtbot.waitUntil(lambda: driver.state is State.RUNNING)
    other.call(PLAYER, "Next")
    qtbot.waitUntil(lambda: driver.view().step.kind is StepKind.WORK)
    QTest.keyClick(program.session, Qt.Key.Key_Escape)
    saver.wait_until(lambda: not saver.held)
    qtbot.waitUntil(lambda: not is_there(other))
    with pytest.raises(BusFault, match="ServiceUnknown"):
        other.call(PLAYER, "PlayPause")


@pytest.mark.parametrize("end", ["finish", "close"])
def test_the_end_of_a_session_lets_the_screen_go(
    start: Start, saver: ScreenSaver, other: Bus, tmp_path: Path, qtbot: QtBot, end: str
) -> None:
    program = start(tmp_path, make_desktop=this_desktop)
    QTest.mouseClick(program.today.workout_card.start_button, LEFT)
    saver.wait_until(lambda: len(saver.held) == 1)
    qtbot.waitUntil(lambda: is_there(other))
    if end == "finish":
        program.wait(program.session.driver.active.timeline.duration_s + 1)
        assert program.session.ended, "and the summary is still shown"
    else:
        program.window.close()
    saver.wait_until(lambda: not saver.held)
    qtbot.waitUntil(lambda: not is_there(other))
    join("awake")


def test_a_killed_session_lets_the_screen_go(saver: ScreenSaver, other: Bus, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.killed_session", str(tmp_path), "--on-desktop"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as program:
        saver.wait_until(lambda: len(saver.held) == 1)
        while not is_there(other):
            assert program.poll() is None
        program.kill()
        program.wait()
        saver.wait_until(lambda: not saver.held)
        while is_there(other):
            """The bus sees the end of each connection by itself."""
