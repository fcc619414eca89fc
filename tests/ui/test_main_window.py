from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from trainer.app import build_window
from trainer.paths import paths_for
from trainer.services.safekeeping import Safekeeping
from trainer.store import Store
from trainer.ui.history.page import HistoryPage
from trainer.ui.library.page import LibraryPage
from trainer.ui.main_window import MainWindow, first_geometry
from trainer.ui.opening_problem import OpeningProblem
from trainer.ui.shortcuts import ShortcutsDialog
from trainer.ui.widgets.message import Message

PAGES = ("today", "library", "plans", "history", "learn", "settings")


def test_the_window_shows_itself_with_navigation_before_the_log_is_open(
    qtbot: QtBot, data_dir: Path, fake_clock: FakeClock
) -> None:
    window = build_window(data_dir, clock=fake_clock)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert window.sidebar.isVisible()
    assert window.page_id == ""
    with qtbot.waitSignal(window.pages_ready, timeout=20_000):
        pass
    assert window.page_id == "today"


def test_a_page_asked_for_while_the_log_opens_is_the_one_that_comes(
    qtbot: QtBot, data_dir: Path, fake_clock: FakeClock
) -> None:
    window = build_window(data_dir, clock=fake_clock)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.pages_ready, timeout=20_000):
        window.show()
        window.show_page("library")
    assert window.page_id == "library"
    assert window.page("today") is None


def test_the_keys_ctrl_1_to_6_go_to_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    keys = (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_1)
    for key, page_id in zip(keys, (*PAGES[1:], "today"), strict=True):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.page_id == page_id


def test_the_search_is_ready_before_the_first_keystroke(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("library")
    page = window.page("library")
    assert isinstance(page, LibraryPage)
    qtbot.waitUntil(lambda: page._library._index is not None)


def test_ctrl_f_goes_to_the_search_of_the_library(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page = window.page("library")
    assert isinstance(page, LibraryPage)
    assert window.focusWidget() is page.overview.search


def test_ctrl_comma_opens_the_settings(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.page_id == "settings"


def test_f1_lists_every_shortcut(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    entries = {entry for _, entry, _ in window.actions_by_id.shortcuts()}
    assert {
        "Today",
        "Library",
        "History",
        "Settings",
        "Undo",
        "Redo",
        "Quit",
        "Full screen",
        "Find",
    } <= entries
    dialog.close()


def test_no_two_commands_share_a_key(window: MainWindow) -> None:
    keys = [keys for _, _, keys in window.actions_by_id.shortcuts()]
    assert len(keys) == len(set(keys))


def test_f11_is_the_screen_and_the_window_again(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_pages_are_made_when_they_are_first_visited(window: MainWindow) -> None:
    assert window.page("history") is None
    window.show_page("history")
    made = window.page("history")
    assert isinstance(made, HistoryPage)
    window.show_page("today")
    window.show_page("history")
    assert window.page("history") is made


def test_a_window_has_its_size_again_in_the_next_start(make_window: Callable[[], MainWindow]) -> None:
    first = make_window()
    first.resize(900, 700)
    first.close()
    assert make_window().size() == QSize(900, 700)


@pytest.mark.parametrize(
    "screen", [QRect(0, 0, 1280, 800), QRect(1920, 27, 1366, 741), QRect(0, 0, 3840, 2160)]
)
def test_the_first_window_fits_the_screen_with_its_frame(screen: QRect) -> None:
    place = first_geometry(screen)
    assert screen.contains(place.adjusted(-8, -40, 8, 8))
    assert abs(place.center().x() - screen.center().x()) <= 1
    assert place.width() <= 1280
    assert place.height() <= 800


def test_a_screen_smaller_than_the_smallest_window_shows_its_title() -> None:
    place = first_geometry(QRect(0, 0, 800, 480))
    assert place.size() == QSize(900, 600)
    assert place.topLeft() == QPoint(0, 40)


def test_a_narrow_window_shows_icons_alone_and_keeps_their_names(window: MainWindow) -> None:
    window.resize(1280, 800)
    wide = window.sidebar.width()
    window.resize(900, 600)
    buttons = window.sidebar.findChildren(QAbstractButton)
    assert all(not button.text() and button.accessibleName() for button in buttons)
    assert window.sidebar.sizeHint().width() < wide


def test_every_control_has_a_name_for_a_screen_reader(window: MainWindow) -> None:
    for page_id in PAGES:
        window.show_page(page_id)
        page = window.page(page_id)
        assert page is not None
        for kind in (QAbstractButton, QLineEdit, QSlider):
            for control in page.findChildren(kind):
                named = control.accessibleName() or (
                    control.text() if isinstance(control, QAbstractButton) else ""
                )
                assert named or control.objectName().startswith("qt_") or not control.isVisibleTo(page), (
                    control
                )


def test_a_second_window_on_the_same_log_says_so_and_can_try_again(
    qtbot: QtBot, data_dir: Path, fake_clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    holder = Store.open(paths_for(data_dir), clock=fake_clock)
    window = build_window(data_dir, clock=fake_clock)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.findChild(Message) is not None, timeout=20_000)
    message = window.findChild(Message)
    assert message is not None
    assert message.heading.text() == "Your log is open elsewhere"
    assert message.sentence.text().endswith(".")
    holder.close()
    with qtbot.waitSignal(window.pages_ready, timeout=20_000):
        qtbot.mouseClick(message.button, Qt.MouseButton.LeftButton)
    assert window.page_id == "today"
    assert "not opened" in caplog.text


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_log_is_left_as_it_is_and_told(
    qtbot: QtBot, data_dir: Path, fake_clock: FakeClock, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    paths = paths_for(data_dir)
    data_dir.mkdir()
    paths.store.write_bytes(content)
    window = build_window(data_dir, clock=fake_clock)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.findChild(Message) is not None, timeout=20_000)
    message = window.findChild(Message)
    assert message is not None
    assert "Traceback" not in message.sentence.text()
    assert str(paths.store) in message.sentence.text()
    assert paths.store.read_bytes() == content
    assert caplog.records


def test_a_damaged_log_is_restored_from_where_it_is_told(
    qtbot: QtBot, store: Store, data_dir: Path, fake_clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    paths = paths_for(data_dir)
    for _ in range(4):
        Safekeeping(store, paths, fake_clock).backup("session")
    store.close()
    paths.store.write_bytes(b"not a database at all")
    window = build_window(data_dir, clock=fake_clock)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.findChild(OpeningProblem) is not None, timeout=20_000)
    problem = window.findChild(OpeningProblem)
    assert problem is not None
    assert len(problem.backups.restore_buttons) == 3
    with qtbot.waitSignal(window.pages_ready, timeout=20_000):
        qtbot.mouseClick(problem.backups.restore_buttons[0], Qt.MouseButton.LeftButton)
    assert window.page_id == "today"
    (kept,) = paths.backups.glob("damaged-*/stride.db")
    assert kept.read_bytes() == b"not a database at all"
    assert "not opened" in caplog.text


def test_a_backup_that_cannot_be_restored_is_told_and_another_can_be_chosen(
    qtbot: QtBot, store: Store, data_dir: Path, fake_clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    paths = paths_for(data_dir)
    backup = Safekeeping(store, paths, fake_clock).backup("session")
    store.close()
    paths.store.write_bytes(b"not a database at all")
    backup.write_bytes(b"nor is this")
    window = build_window(data_dir, clock=fake_clock)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.findChild(OpeningProblem) is not None, timeout=20_000)
    problem = window.findChild(OpeningProblem)
    assert problem is not None
    qtbot.mouseClick(problem.backups.restore_buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "choose another backup" in problem.sentence.text(), timeout=20_000)
    assert problem.isEnabled()
    assert paths.store.read_bytes() == b"not a database at all"
    assert caplog.records


def test_closing_while_the_log_opens_closes_the_log(
    qtbot: QtBot, data_dir: Path, fake_clock: FakeClock
) -> None:
    window = build_window(data_dir, clock=fake_clock)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.close()
    Store.open(paths_for(data_dir), clock=fake_clock).close()


def test_undo_with_nothing_to_undo_says_so(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.toast.isVisible()
    assert window.toast.words.text() == "There is nothing to undo."


def test_the_smallest_window_shows_start(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(900, 600)
    page = window.page("today")
    assert page is not None
    button = page.workout_card.start_button  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: window.rect().contains(button.mapTo(window, button.rect().bottomRight())))
