"""Today on a real log, with a coach and a calendar that say what a test wants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.audio_fake import RecordingAudio
from tests.coach_fake import FixedCoach, FixedPlanning
from tests.desktop_fake import RecordingDesktop
from tests.fakes import FakeClock
from trainer.domain.session import SessionLog
from trainer.paths import paths_for
from trainer.services.hurting import Hurting
from trainer.services.library import Library
from trainer.services.own import OwnLibrary
from trainer.services.training import Occasion, Training
from trainer.settings import Settings
from trainer.store import Store, new_id
from trainer.ui.changes import Changes
from trainer.ui.desk import Desk
from trainer.ui.theme import load_theme
from trainer.ui.today.page import TodayPage


@dataclass
class Stage:
    """A page, what stands behind it, and what it asked for."""

    page: TodayPage
    coach: FixedCoach
    planning: FixedPlanning
    store: Store
    settings: Settings
    library: Library
    clock: FakeClock
    started: list[tuple[str, Occasion]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    hurts: list[str] = field(default_factory=list)

    def show(self) -> TodayPage:
        self.page.show()
        self.page.on_shown()
        return self.page

    def log_session(self, days_ago: int) -> None:
        """A session that was finished that many days ago."""
        workout = self.library.workout("hamstrings-for-runners-easy")
        start = self.clock.utc_now() - timedelta(days=days_ago)
        log = SessionLog(new_id(), start, "Europe/Berlin", workout.id, workout.name)
        self.store.save_session(log.finished(start + timedelta(minutes=20)))

    def on_start(self, workout: object, occasion: Occasion) -> None:
        self.started.append((workout.id, occasion))  # type: ignore[attr-defined]


@pytest.fixture
def stage(
    qtbot: QtBot, store: Store, library: Library, own: OwnLibrary, fake_clock: FakeClock, data_dir: Path
) -> Stage:
    coach, planning = FixedCoach(), FixedPlanning()
    desk = Desk(
        clock=fake_clock,
        store=store,
        library=library,
        own=own,
        training=Training(store, fake_clock, new_id, fulfil=planning.fulfil),
        coach=coach,
        planning=planning,
        hurting=Hurting(store, fake_clock, library, frozenset, new_id),
        make_sound=_sound(fake_clock),
        make_desktop=RecordingDesktop().make,
    )
    settings = Settings(paths_for(data_dir).settings)
    page = TodayPage(desk, settings, load_theme("light"))
    qtbot.addWidget(page)
    changes = Changes(store.subscribe, page)
    changes.changed.connect(page.on_change)
    made = Stage(page, coach, planning, store, settings, library, fake_clock)
    page.start_requested.connect(made.on_start)
    page.told.connect(made.told.append)
    page.done.connect(made.done.append)
    page.hurts_requested.connect(made.hurts.append)
    page.resize(1100, 760)
    return made


def _sound(clock: FakeClock) -> Callable[[], RecordingAudio]:
    def make() -> RecordingAudio:
        return RecordingAudio(clock=clock.monotonic)

    return make
