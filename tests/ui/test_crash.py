from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from trainer.ui.crash import CrashHook
from trainer.ui.crash_dialog import CrashDialog


class Open:
    """What is open and wants to be saved."""

    def __init__(self) -> None:
        self.saved = 0
        self.broken = False

    def save(self) -> None:
        if self.broken:
            raise OSError("the disk is full")
        self.saved += 1


@pytest.fixture
def work() -> Open:
    return Open()


@pytest.fixture
def hook(qapp: QApplication, work: Open) -> Iterator[CrashHook]:
    before = sys.excepthook
    made = CrashHook(work.save)
    made.install()
    yield made
    made.remove()
    sys.excepthook = before
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, CrashDialog):
            widget.accept()


def crash() -> None:
    error = ZeroDivisionError("a fault of ours")
    sys.excepthook(ZeroDivisionError, error, None)


def dialogs() -> list[CrashDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()]


def texts(dialog: CrashDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.usefixtures("hook")
def test_a_fault_saves_first_then_tells_and_keeps_the_trace(
    work: Open, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    crash()
    assert work.saved == 1
    assert "a fault of ours" in caplog.text
    (dialog,) = dialogs()
    assert "is saved" in texts(dialog)
    dialog._on_copy_clicked()
    assert "ZeroDivisionError: a fault of ours" in QGuiApplication.clipboard().text()


@pytest.mark.usefixtures("hook", "caplog")
def test_many_faults_show_one_dialog(work: Open) -> None:
    for _ in range(5):
        crash()
    assert len(dialogs()) == 1
    assert work.saved == 5


@pytest.mark.usefixtures("hook", "caplog")
def test_what_cannot_be_saved_is_said(work: Open) -> None:
    work.broken = True
    crash()
    assert "could not be saved" in texts(dialogs()[0])


@pytest.mark.usefixtures("hook")
def test_a_fault_on_another_thread_is_logged_and_stops_nothing(
    work: Open, caplog: pytest.LogCaptureFixture
) -> None:
    thread = threading.Thread(target=int, args=("a fault of ours",))
    thread.start()
    thread.join()
    assert "invalid literal" in caplog.text
    assert (dialogs(), work.saved) == ([], 0)


@pytest.mark.usefixtures("hook")
def test_a_thread_that_leaves_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert caplog.text == ""


@pytest.mark.usefixtures("hook")
def test_an_interrupt_is_no_fault(work: Open) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not dialogs()
    assert not work.saved
