from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.audio_fake import RecordingAudio
from tests.desktop_fake import RecordingDesktop
from tests.fakes import FakeClock
from trainer.app import build_window
from trainer.domain.calendar import CalendarEntry, EntryKind
from trainer.paths import paths_for
from trainer.settings import REMIND_AT, REMINDERS, Settings
from trainer.store import Store
from trainer.ui.main_window import MainWindow
from trainer.ui.reminding import Reminding

GUILT = ("missed", "behind", "again", "still", "should", "streak", "late", "forgot", "!")


@pytest.fixture
def desktop() -> RecordingDesktop:
    return RecordingDesktop()


@pytest.fixture
def window(
    qtbot: QtBot, data_dir: Path, fake_clock: FakeClock, desktop: RecordingDesktop
) -> Iterator[MainWindow]:
    """A window on a log with a workout planned for today, its reminder at this minute."""
    store = Store.open(paths_for(data_dir), clock=fake_clock)
    entry = CalendarEntry("one", date(2026, 3, 4), EntryKind.WORKOUT, "Nordics, week 3")
    store.rewrite_calendar([replace(entry, workout_id="hamstrings-for-runners-easy")])
    store.close()
    settings = Settings(paths_for(data_dir).settings)
    settings.set(REMINDERS, True)
    settings.set(REMIND_AT, "18:30")
    window = build_window(
        data_dir,
        clock=fake_clock,
        make_sound=partial(RecordingAudio, clock=fake_clock.monotonic),
        make_desktop=desktop.make,
    )
    with qtbot.waitSignal(window.pages_ready, timeout=20_000):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def other(qtbot: QtBot) -> Callable[[], QWidget]:
    def show() -> QWidget:
        """Another window in front."""
        widget = QWidget()
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


def reminding(window: MainWindow) -> Reminding:
    found = window.findChild(Reminding)
    assert found is not None
    return found


def test_in_front_it_is_a_word_at_the_foot_that_leads_to_today(
    window: MainWindow, desktop: RecordingDesktop
) -> None:
    window.show_page("library")
    reminding(window).look()
    assert window.toast.isVisible()
    assert window.toast.words.text() == "Planned for today: Nordics, week 3"
    assert desktop.notices.shown == []
    window.toast.button.click()
    assert window.page_id == "today"


@pytest.mark.rule("reminder-once-a-day")
def test_behind_other_windows_it_is_the_desktop_s_notice_once(
    window: MainWindow, desktop: RecordingDesktop, other: Callable[[], QWidget]
) -> None:
    other()
    for _ in range(3):
        reminding(window).look()
    assert desktop.notices.shown == ["Planned for today: Nordics, week 3"]
    assert not window.toast.isVisible()


def test_where_the_desktop_refuses_the_window_says_it(
    window: MainWindow, desktop: RecordingDesktop, other: Callable[[], QWidget], qtbot: QtBot
) -> None:
    desktop.notices.refuses = True
    other()
    reminding(window).look()
    qtbot.waitUntil(window.toast.isVisible)
    assert window.toast.words.text() == "Planned for today: Nordics, week 3"


@pytest.mark.rule("reminder-asked-for")
def test_it_looks_at_the_clock_only_while_reminders_are_on(window: MainWindow) -> None:
    (timer,) = reminding(window).findChildren(QTimer)
    assert timer.isActive()
    reminding(window)._settings.set(REMINDERS, False)
    assert not timer.isActive()
    reminding(window)._settings.set(REMINDERS, True)
    assert timer.isActive()


@pytest.mark.rule("reminder-not-of-what-was-missed")
def test_its_words_know_no_guilt(window: MainWindow, desktop: RecordingDesktop) -> None:
    reminding(window).look()
    assert not any(word in window.toast.words.text().lower() for word in GUILT)
