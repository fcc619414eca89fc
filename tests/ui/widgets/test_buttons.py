"""Buttons with an icon and words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from trainer.ui.widgets.buttons import Button


def test_the_icon_keeps_its_distance_from_words_that_come_later(qtbot: QtBot) -> None:
    later, at_once = Button("", icon="calendar-clock"), Button("Move it", icon="calendar-clock")
    for button in (later, at_once):
        qtbot.addWidget(button)
    assert later.iconSize() != at_once.iconSize()
    later.setText("Move it")
    assert later.iconSize() == at_once.iconSize()
