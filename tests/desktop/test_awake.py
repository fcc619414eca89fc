"""The screen is kept awake by a real bus with a screen saver of the test's own, well behaved or not."""

from __future__ import annotations

import gc
import logging
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from tests.desktop.private_bus import DEADLINE_S, PrivateBus, ScreenSaver, join
from trainer.desktop.awake import Awake

GNOME = "org.gnome.SessionManager"


@pytest.fixture
def awake() -> Iterator[Awake]:
    """Asks once; what is left held is let go."""
    awake = Awake()
    yield awake
    awake.release()
    join("awake")  # while its bus is still there


@pytest.fixture
def eager() -> Iterator[Awake]:
    """Asks anew all the time."""
    awake = Awake(renew_s=0.01)
    yield awake
    awake.release()
    join("awake")


class _Told(logging.Handler):
    """What the log is told of the screen, as it comes."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: SimpleQueue[str] = SimpleQueue()

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.put(record.getMessage())


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Iterator[SimpleQueue[str]]:
    """The warnings, which are wanted here (`caplog` lets them be)."""
    handler = _Told()
    logging.getLogger("trainer.desktop.awake").addHandler(handler)
    yield handler.texts
    logging.getLogger("trainer.desktop.awake").removeHandler(handler)


@pytest.mark.parametrize("name", ["org.freedesktop.ScreenSaver", GNOME])
def test_held_in_our_name_until_released(bus: PrivateBus, awake: Awake, name: str) -> None:
    with ScreenSaver(name) as saver:
        awake.hold()
        saver.wait_until(lambda: len(saver.held) == 1)
        ((_, who, why),) = saver.held.values()
        assert (who, why) == ("Stride Trainer", "A training session is running")
        awake.release()
        saver.wait_until(lambda: not saver.held)


def test_holding_twice_asks_once_and_it_can_be_held_again(bus: PrivateBus, awake: Awake) -> None:
    with ScreenSaver() as saver:
        awake.hold()
        awake.hold()
        saver.wait_until(lambda: bool(saver.held))
        assert saver.asked == 1
        awake.release()
        awake.release()
        saver.wait_until(lambda: not saver.held)
        awake.hold()
        saver.wait_until(lambda: len(saver.held) == 1)
        assert saver.asked == 2


def test_nobody_waits_for_the_answer(bus: PrivateBus, awake: Awake) -> None:
    """The service answers only after `hold` has returned; had that waited, it would have given up by then."""
    with ScreenSaver(answers=False) as saver:
        awake.hold()
        saver.wait_until(lambda: bool(saver.owed))
        saver.answers = True
        saver.answer_late()
        awake.release()
        saver.wait_until(lambda: not saver.held)
        assert (saver.asked, saver.taken_back) == (1, 1)


def test_a_service_that_hangs_holds_nothing_and_is_told_of_once(
    bus: PrivateBus, eager: Awake, told: SimpleQueue[str]
) -> None:
    with ScreenSaver(answers=False) as saver:
        eager.hold()
        saver.wait_until(lambda: saver.asked == 2)
        # What it would grant too late it grants to nobody: who asked first has left the bus.
        assert len(saver.held) == 1
        eager.release()
        saver.wait_until(lambda: not saver.held)
    join("awake")
    assert "no answer within 2 s" in told.get_nowait()
    assert told.empty()


def test_a_service_that_does_not_hear_the_release_loses_us_from_the_bus(
    bus: PrivateBus, awake: Awake
) -> None:
    with ScreenSaver() as saver:
        awake.hold()
        saver.wait_until(lambda: bool(saver.held))
        ((who, _, _),) = saver.held.values()
        saver.answers = False
        awake.release()
        saver.wait_until(lambda: who in saver.left)
        assert saver.held == {}


def test_a_refusal_is_told_of_once_and_asked_again(
    bus: PrivateBus, eager: Awake, told: SimpleQueue[str]
) -> None:
    with ScreenSaver(grants=False) as saver:
        eager.hold()
        saver.wait_until(lambda: saver.asked >= 3)
        assert "AccessDenied" in told.get(timeout=DEADLINE_S)
        saver.grants = True
        saver.wait_until(lambda: bool(saver.held))
        assert told.empty()


def test_a_service_that_died_and_came_back_is_asked_again(
    bus: PrivateBus, eager: Awake, told: SimpleQueue[str]
) -> None:
    with ScreenSaver() as first:
        eager.hold()
        first.wait_until(lambda: first.asked >= 3)
        assert first.fewest_since == 1, "there was a moment between two requests"
    assert "ServiceUnknown" in told.get(timeout=DEADLINE_S)
    with ScreenSaver() as second:
        second.wait_until(lambda: bool(second.held))


def test_a_bus_without_a_screen_saver(bus: PrivateBus, awake: Awake, told: SimpleQueue[str]) -> None:
    awake.hold()
    assert "ServiceUnknown" in told.get(timeout=DEADLINE_S)


@pytest.mark.parametrize("address", [None, "unix:path=/nobody/there", "tcp:host=127.0.0.1", "nonsense"])
def test_no_bus_at_all(
    awake: Awake, monkeypatch: pytest.MonkeyPatch, told: SimpleQueue[str], address: str | None
) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    awake.hold()
    assert "no session bus" in told.get(timeout=DEADLINE_S)


def test_a_bus_that_never_answers(
    awake: Awake, monkeypatch: pytest.MonkeyPatch, told: SimpleQueue[str]
) -> None:
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind("\0stride-deaf-bus")
        deaf.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=stride-deaf-bus")
        awake.hold()
        assert "TimeoutError" in told.get(timeout=DEADLINE_S)


def test_the_end_of_the_bus_is_survived(bus: PrivateBus, eager: Awake, told: SimpleQueue[str]) -> None:
    with ScreenSaver() as saver:
        eager.hold()
        saver.wait_until(lambda: bool(saver.held))
        bus.die()
    assert told.get(timeout=DEADLINE_S)


def test_a_killed_program_lets_the_screen_go(bus: PrivateBus) -> None:
    with ScreenSaver() as saver:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.holding"], stdin=subprocess.PIPE, env=os.environ
        )
        try:
            saver.wait_until(lambda: len(saver.held) == 1)
            program.kill()
            program.wait()
            saver.wait_until(lambda: not saver.held)
        finally:
            program.kill()
            program.wait()
            if program.stdin:
                program.stdin.close()


def test_no_garbage_is_collected_on_the_keepers_thread(bus: PrivateBus, eager: Awake) -> None:
    """It would free the window's widgets there."""
    where: set[str] = set()

    def note(phase: str, info: dict[str, int]) -> None:
        where.add(threading.current_thread().name)

    gc.disable()
    gc.callbacks.append(note)
    try:
        with ScreenSaver() as saver:
            eager.hold()
            saver.wait_until(lambda: saver.asked >= 5)
    finally:
        gc.callbacks.remove(note)
        gc.enable()
    assert "awake" not in where
