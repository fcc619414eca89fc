from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.stopped_clock import StoppedClock
from tests.services.test_transfer import NORDIC, SESSION, a_set
from trainer.domain.checkin import CheckIn
from trainer.domain.exercise import Side
from trainer.domain.run import Run
from trainer.paths import paths_for
from trainer.store import Store


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where there is nothing yet."""
    return tmp_path / "data"


@pytest.fixture
def store(data: Path) -> Iterator[Store]:
    """A log with a session of two sets, held open for writing as the window does."""
    store = Store.open(paths_for(data), clock=StoppedClock())
    store.save_session(SESSION)
    store.save_set(NORDIC)
    store.save_set(a_set("t2", "own-wall-sit", "=Wall “sit”, 😀", Side.LEFT))
    store.save_checkin(CheckIn("c1", SESSION.started_at, "UTC", "groin", Side.LEFT, pain=2))
    store.save_run(Run("r1", SESSION.started_at, "UTC", distance_km=10.5, duration_s=3000))
    yield store
    store.close()


@pytest.fixture
def log(store: Store, data: Path) -> Path:
    """The data folder of that log, closed."""
    store.close()
    return data
