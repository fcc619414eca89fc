"""The watched disk itself: nothing lies anywhere but where the store put it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.disk import Create, WatchedDisk
from tests.faults.load import numbered_session
from tests.store.samples import HandClock
from trainer.paths import paths_for
from trainer.store import Store


def test_every_file_has_the_name_that_sqlite_gave_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, here = tmp_path / "data", tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    with WatchedDisk(data) as disk:
        store = Store.open(paths_for(data), clock=HandClock())
        store.save_session(numbered_session("s"))
        open_now = {path.name for path in data.glob("stride.db*")}
        store.close()
    assert {"stride.db", "stride.db-wal", "stride.db-shm"} <= open_now
    assert {event.path for event in disk.events if isinstance(event, Create)} >= {
        str(data / "stride.db"),
        str(data / "stride.db-wal"),
    }
    assert list(here.iterdir()) == []
