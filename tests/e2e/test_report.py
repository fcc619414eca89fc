from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.report import pdf
from tests.ui.report.training import train
from trainer.paths import paths_for
from trainer.store import Store
from trainer.ui.history.page import HistoryPage
from trainer.ui.main_window import MainWindow
from trainer.ui.report.dialog import ReportDialog


@pytest.fixture
def trained(data_dir: Path, make_window: Callable[[], MainWindow]) -> MainWindow:
    """A window on a log of five weeks."""
    store = Store.open(paths_for(data_dir), clock=FakeClock())
    train(store, 5)
    store.close()
    return make_window()


def dialog_of(window: MainWindow, qtbot: QtBot) -> ReportDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(ReportDialog)))
    (dialog,) = window.findChildren(ReportDialog)
    assert dialog.isVisible()
    return dialog


def test_a_report_goes_from_the_menu_to_a_file(qtbot: QtBot, trained: MainWindow, tmp_path: Path) -> None:
    qtbot.keyClick(trained, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog_of(trained, qtbot).go_button.click()
    (files,) = trained.findChildren(QFileDialog)
    target = tmp_path / "report.pdf"
    files.fileSelected.emit(str(target))
    files.reject()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: trained.toast.words.text() == "Report saved: report.pdf.")
    assert trained.toast.button.text() == "Open"
    assert "Training report\n9 February – 4 March 2026 · 4 weeks\n" in pdf.text(target.read_bytes())


def test_history_asks_for_one_too(qtbot: QtBot, trained: MainWindow) -> None:
    qtbot.keyClick(trained, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    page = trained.page("history")
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(page.report_button.isVisible)
    page.report_button.click()
    dialog = dialog_of(trained, qtbot)
    dialog.reject()
    qtbot.waitUntil(lambda: not trained.findChildren(ReportDialog))
