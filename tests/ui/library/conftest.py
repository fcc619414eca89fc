from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from trainer.catalog import load_catalog
from trainer.services.library import Library
from trainer.services.own import OwnLibrary
from trainer.settings import Settings
from trainer.store import Store
from trainer.ui.changes import Changes
from trainer.ui.library.acts import ExerciseActs
from trainer.ui.library.page import LibraryPage
from trainer.ui.theme import load_theme

CATALOG = load_catalog()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def make_page(
    qtbot: QtBot, settings: Settings, library: Library, own: OwnLibrary, store: Store
) -> Callable[[], LibraryPage]:
    """A library page on a store, shown and active, that follows what is written."""

    def make() -> LibraryPage:
        acts = ExerciseActs(library, own)
        page = LibraryPage(library, settings, load_theme("light"), acts=acts)
        qtbot.addWidget(page)
        changes = Changes(store.subscribe, page)
        changes.changed.connect(page.on_change)
        page.resize(1100, 760)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return make


@pytest.fixture
def own_page(make_page: Callable[[], LibraryPage]) -> LibraryPage:
    return make_page()
