from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.store.samples import session
from tests.store.test_undo import large_import
from trainer.store import Store
from trainer.ui.background import Background
from trainer.ui.undoing import Undoing


@pytest.fixture
def undoing(store: Store, qtbot: QtBot) -> Iterator[Undoing]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    background = Background()
    yield Undoing(store, background, window)
    background.close()


@pytest.fixture
def told(undoing: Undoing) -> list[str]:
    sentences: list[str] = []
    undoing.told.connect(sentences.append)
    return sentences


def test_a_small_step_is_turned_at_once(undoing: Undoing, told: list[str], store: Store) -> None:
    store.save_session(session(), undo="Log session")
    undoing.undo()
    assert store.sessions() == []
    undoing.redo()
    assert len(store.sessions()) == 1
    undoing.redo()
    assert told == ["Undone: Log session", "Done again: Log session", "There is nothing to do again."]


def test_a_large_step_does_not_hold_the_window_up(
    undoing: Undoing, told: list[str], store: Store, qtbot: QtBot
) -> None:
    store.save_session(session(), undo="Log session")
    store.apply_import(large_import())
    undoing.undo()
    undoing.undo()  # Ctrl+Z pressed again meanwhile
    assert told == []
    assert undoing.progress is not None
    assert undoing.progress.windowTitle() == "Undoing: Import strong.csv…"
    qtbot.waitUntil(lambda: told == ["Undone: Import strong.csv"], timeout=30_000)
    assert [one.id for one in store.sessions()] == ["s1"]
    undoing.redo()
    qtbot.waitUntil(lambda: told[1:] == ["Done again: Import strong.csv"], timeout=30_000)
    assert len(store.sessions()) == 1_201
    assert undoing.progress is None


def test_a_large_step_can_be_stopped(undoing: Undoing, told: list[str], store: Store, qtbot: QtBot) -> None:
    store.apply_import(large_import())
    undoing.undo()
    assert undoing.progress is not None
    qtbot.keyClick(undoing.progress, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: told == ["Stopped; nothing was changed."], timeout=30_000)
    assert len(store.sessions()) == 1_200
    assert store.undo_label == "Import strong.csv"
