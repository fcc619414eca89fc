from __future__ import annotations

import logging
import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import _left_in_qt, _running, _Warnings


def test_a_running_timer_is_found(qapp: QApplication) -> None:
    timer = QTimer()
    timer.start(60_000)
    assert any("QTimer" in one for one in _left_in_qt())
    timer.stop()
    assert not _left_in_qt()


def test_an_open_window_is_found(qapp: QApplication) -> None:
    widget = QWidget()
    widget.show()
    assert any("window" in one for one in _left_in_qt())
    widget.close()
    assert not _left_in_qt()


def test_a_thread_that_ends_is_no_leak() -> None:
    thread = threading.Thread(target=str)
    thread.start()
    assert _running({thread}) == []


def test_warnings_are_collected_and_lesser_words_are_not() -> None:
    collected, logger = _Warnings(), logging.getLogger("elsewhere")
    logger.addHandler(collected)
    logger.warning("look here")
    logger.debug("never mind")
    logger.removeHandler(collected)
    assert collected.texts == ["look here"]
