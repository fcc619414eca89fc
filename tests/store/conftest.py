from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.samples import HandClock
from trainer.paths import Paths, paths_for
from trainer.store import Store


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_for(tmp_path / "data")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(paths: Paths, clock: HandClock) -> Iterator[Store]:
    opened = Store.open(paths, clock=clock)
    yield opened
    opened.close()
