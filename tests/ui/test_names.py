"""Every control of the window has a name for a screen reader, on every page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.accessible import controls_in, nameless
from trainer.ui.main_window import MainWindow
from trainer.ui.pages import HISTORY, LEARN, LIBRARY, PLANS, SETTINGS, TODAY


@pytest.mark.parametrize("page_id", [TODAY, LIBRARY, PLANS, HISTORY, LEARN, SETTINGS])
def test_every_control_of_a_page_has_a_name(window: MainWindow, qtbot: QtBot, page_id: str) -> None:
    window.show_page(page_id)
    qtbot.waitUntil(lambda: window.page_id == page_id)
    assert len(list(controls_in(window))) >= 6
    assert nameless(window) == []


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    column = QVBoxLayout(panel)
    for text in ("Start", ""):
        column.addWidget(QPushButton(text))
    panel.show()
    assert nameless(panel) == ["QPushButton in QWidget"]
