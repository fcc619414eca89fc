"""A player on a real store, with a clock and a sound player of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.audio_fake import RecordingAudio
from tests.fakes import FakeClock
from tests.session_workouts import MIXED
from trainer.domain.session import SetLog
from trainer.domain.workout import Workout
from trainer.engine.timeline import StepKind
from trainer.paths import paths_for
from trainer.services.training import Training
from trainer.store import Store
from trainer.ui.application import prepare
from trainer.ui.session.page import PlayerOptions, SessionPage
from trainer.ui.session_driver import SessionDriver
from trainer.ui.theme import apply_theme, load_theme


class Player:
    """A session on screen, worked by keys and by letting time pass."""

    def __init__(self, page: SessionPage, clock: FakeClock, sound: RecordingAudio, store: Store) -> None:
        self.page, self.clock, self.sound, self.store = page, clock, sound, store

    def wait(self, seconds: float) -> None:
        until = self.clock.monotonic() + seconds
        while self.clock.monotonic() < until - 1e-9:
            self.clock.advance(min(0.5, until - self.clock.monotonic()))
            self.page.driver.tick()

    def until(self, kind: StepKind) -> None:
        self.wait(0.5)
        while self.kind is not kind:
            self.wait(0.5)

    def key(self, key: int, *args: object) -> None:
        QTest.keyClick(self.page, key, *args)

    @property
    def kind(self) -> StepKind:
        return self.page.driver.view().step.kind

    @property
    def rows(self) -> list[SetLog]:
        return self.store.sets_of(self.page.driver.active.log.id)


Open = Callable[..., Player]


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    prepare(qapp)
    apply_theme(qapp, load_theme("light"))


@pytest.fixture
def clock() -> FakeClock:
    clock = FakeClock()
    clock.advance(1000)
    return clock


@pytest.fixture
def open_player(tmp_path: Path, clock: FakeClock, qtbot: QtBot) -> Iterator[Open]:
    store = Store.open(paths_for(tmp_path), clock=clock)
    ids = count(1)
    pages: list[SessionPage] = []

    def open_player(
        what: Workout = MIXED, size: tuple[int, int] = (1280, 800), options: PlayerOptions | None = None
    ) -> Player:
        sound = RecordingAudio(clock=clock.monotonic)
        sound.start()
        active = Training(store, clock, lambda: f"id-{next(ids)}").begin(what)
        page = SessionPage(
            SessionDriver(active, clock, sound), load_theme("light"), options or PlayerOptions()
        )
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.begin()
        return Player(page, clock, sound, store)

    yield open_player
    for page in pages:
        page.driver.stop()
    store.close()
