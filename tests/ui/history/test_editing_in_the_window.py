from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.history.test_history_page import train
from trainer.app import build_window
from trainer.paths import paths_for
from trainer.store import Store
from trainer.ui.history.page import HistoryPage
from trainer.ui.history.set_columns import Column

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_edits_are_undone_and_done_again_with_the_windows_keys_and_its_toast(
    qtbot: QtBot, data_dir: Path, fake_clock: FakeClock
) -> None:
    store = Store.open(paths_for(data_dir), clock=fake_clock)
    train(store, 1)
    store.close()
    window = build_window(data_dir, clock=fake_clock)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.pages_ready, timeout=20_000):
        window.show()
    window.activateWindow()
    window.show_page("history")
    page = window.page("history")
    assert isinstance(page, HistoryPage)
    detail = page.sessions.detail
    qtbot.waitUntil(lambda: detail.model.rowCount() == 2)

    def result() -> str:
        return str(detail.model.data(detail.model.index(0, Column.RESULT)))

    detail.table.setFocus()
    detail.table.setCurrentIndex(detail.model.index(0, Column.RESULT))
    qtbot.keyClick(detail.table, Key.Key_F2)  # which the menu has a use for in the library
    (line,) = (one for one in detail.table.viewport().findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(line, "12")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: result() == "12 of 8 reps")
    assert window.toast.words.text() == "Set changed: Single-leg RDL."
    qtbot.keyClick(detail.table, Key.Key_Z, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: result() == "8 reps")
    assert window.toast.words.text() == "Undone: Change set"
    qtbot.keyClick(detail.table, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: result() == "12 of 8 reps")
    detail.add_button.click()
    qtbot.waitUntil(lambda: detail.model.rowCount() == 4)
    assert window.toast.button.text() == "Undo"
    window.toast.button.click()
    qtbot.waitUntil(lambda: detail.model.rowCount() == 2)
    window.close()
