"""The whole program with a window, on a real store, with a clock and a sound player of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.audio_fake import RecordingAudio
from tests.desktop_fake import RecordingDesktop
from tests.e2e.coached import MORNING_H, Athlete
from tests.fakes import FakeClock
from trainer.app import build_window
from trainer.desktop.desktop import Desktop
from trainer.ui.application import prepare
from trainer.ui.main_window import MainWindow
from trainer.ui.session.page import SessionPage
from trainer.ui.today.page import TodayPage


class Program:
    """A running program, worked through its window."""

    def __init__(
        self, window: MainWindow, clock: FakeClock, sounds: list[RecordingAudio], desktop: RecordingDesktop
    ) -> None:
        self.window, self.clock, self.sounds, self.desktop = window, clock, sounds, desktop

    @property
    def today(self) -> TodayPage:
        page = self.window.page("today")
        assert isinstance(page, TodayPage)
        return page

    @property
    def session(self) -> SessionPage:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the one that was left
        (page,) = self.window.findChildren(SessionPage)
        return page

    def wait(self, seconds: float) -> None:
        """Lets session time pass."""
        until = self.clock.monotonic() + seconds
        while self.clock.monotonic() < until - 1e-9 and not self.session.ended:
            self.clock.advance(min(0.5, until - self.clock.monotonic()))
            self.session.driver.tick()


Start = Callable[..., Program]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Start]:
    prepare(qapp)
    windows: list[MainWindow] = []

    def start(
        data: Path, clock: FakeClock | None = None, make_desktop: Callable[[], Desktop] | None = None
    ) -> Program:
        clock = clock or FakeClock()
        sounds: list[RecordingAudio] = []
        desktop = RecordingDesktop()

        def make_sound() -> RecordingAudio:
            sounds.append(RecordingAudio(clock=clock.monotonic))
            return sounds[-1]

        window = build_window(
            data, clock=clock, make_sound=make_sound, make_desktop=make_desktop or desktop.make
        )
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.page_id == "today", timeout=20_000)
        return Program(window, clock, sounds, desktop)

    yield start
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Opens = Callable[..., Athlete]


@pytest.fixture
def opens(start: Start, tmp_path: Path, qtbot: QtBot) -> Opens:
    """Opens the program on an empty log, at seven in the morning of a day (Monday, 2 March 2026)."""

    def opens(day: date = date(2026, 3, 2)) -> Athlete:
        at = datetime(day.year, day.month, day.day, MORNING_H, tzinfo=ZoneInfo("Europe/Berlin"))
        return Athlete(start, tmp_path / "data", FakeClock(at.astimezone(UTC)), qtbot)

    return opens
