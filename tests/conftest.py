"""What all tests share: no screen, the bundled typeface, a still clock, and nothing left behind.

A test that leaves a thread, a running timer or a window, or that lets the program log a warning which it did
not ask for (by the `caplog` fixture), fails itself instead of an innocent later one.
"""

from __future__ import annotations

import gc
import logging
import os
import threading
from collections.abc import Callable, Generator, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from tests.audio_fake import RecordingAudio
from tests.desktop_fake import RecordingDesktop
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trainer.services.library import Library
    from trainer.services.own import OwnLibrary
    from trainer.store import Store
    from trainer.ui.main_window import MainWindow

if not (os.environ.get("DISPLAY") and os.environ.get("STRIDE_TESTS_ON_SCREEN")):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

# No test speaks to the desktop it runs on; those that need a message bus start their own.
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)

NO_SKIP = os.environ.get("STRIDE_NO_SKIP") == "1" or os.environ.get("CI") == "true"

# Tests never judge time; machines are noisy. What lands is judged on the same examples each time; new ones
# are looked for where somebody sits who can read them.
hypothesis.settings.register_profile("trainer", deadline=None, print_blob=True, derandomize=NO_SKIP)
hypothesis.settings.load_profile("trainer")

JOIN_S = 10


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick tests first, in whatever order they were shuffled into."""
    items.sort(key=_is_slow)


def _is_slow(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report, item.nodeid)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report, collector.nodeid)
    return report


def _refuse_skip(report: Any, node_id: str) -> None:
    if NO_SKIP and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{node_id} was skipped where nothing may be: {report.longrepr}"


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves threads, timers, windows, or warnings in the program's log."""
    threads = set(threading.enumerate())
    warnings = _Warnings()
    logging.getLogger("trainer").addHandler(warnings)
    yield
    logging.getLogger("trainer").removeHandler(warnings)
    left = [f"thread {thread.name}" for thread in _running(set(threading.enumerate()) - threads)]
    if "qapp" in request.fixturenames:
        left += _left_in_qt()
    if "caplog" not in request.fixturenames:
        left += [f"log: {text}" for text in warnings.texts]
    if left:
        pytest.fail("left behind: " + "; ".join(left))


class _Warnings(logging.Handler):
    """Collects warnings and worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


def _running(threads: set[threading.Thread]) -> list[threading.Thread]:
    ours = [thread for thread in threads if not isinstance(thread, threading._DummyThread)]
    for thread in ours:
        thread.join(JOIN_S)
    return [thread for thread in ours if thread.is_alive()]


def _left_in_qt() -> list[str]:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [f"window {widget!r}" for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    objects = [one for one in gc.get_objects() if issubclass(type(one), QObject) and isValid(one)]
    left += [f"QThread {one!r}" for one in objects if isinstance(one, QThread) and _runs(one)]
    left += [f"QTimer {one!r}" for one in objects if isinstance(one, QTimer) and one.isActive()]
    return left


def _runs(thread: Any) -> bool:
    return thread.isRunning() and not thread.wait(JOIN_S * 1000) and thread.isRunning()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The one application object, with the bundled typeface and the light theme."""
    from trainer.ui.application import prepare
    from trainer.ui.theme import apply_theme, load_theme

    prepare(qapp)
    apply_theme(qapp, load_theme("light"))
    return qapp


@pytest.fixture
def fake_clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A folder of this test's own for `--data-dir`."""
    return tmp_path / "data"


@pytest.fixture
def store(data_dir: Path, fake_clock: FakeClock) -> Iterator[Store]:
    from trainer.paths import paths_for
    from trainer.store import Store

    opened = Store.open(paths_for(data_dir), clock=fake_clock)
    yield opened
    opened.close()


@pytest.fixture
def library(store: Store) -> Library:
    """The shipped exercises, with what `store` adds to them."""
    from trainer.catalog import load_catalog
    from trainer.services.library import Library

    return Library(load_catalog(), store)


@pytest.fixture
def own(store: Store, library: Library) -> OwnLibrary:
    """What one makes of the library; new things are `own-1`, `own-2`, …"""
    from trainer.services.own import OwnLibrary

    numbers = count(1)
    return OwnLibrary(store, library, lambda: f"own-{next(numbers)}")


@pytest.fixture
def make_window(
    qapp: QApplication, qtbot: QtBot, data_dir: Path, fake_clock: FakeClock
) -> Iterator[Callable[[], MainWindow]]:
    """Opens windows on `data_dir`, each shown with its log open; closes those that are left."""
    from trainer.app import build_window

    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = build_window(
            data_dir,
            clock=fake_clock,
            make_sound=partial(RecordingAudio, clock=fake_clock.monotonic),
            make_desktop=RecordingDesktop().make,
        )
        made.append(window)
        with qtbot.waitSignal(window.pages_ready, timeout=20_000):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """The window on a new log, with Today in front."""
    return make_window()
