from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from trainer.ui.background import Background


class Knot:
    """Refers to itself, so that only a collection frees it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_a_job_never_collects_and_the_window_does(qtbot: QtBot, background: Background) -> None:
    freed_on: list[int] = []
    results: list[bool] = []

    def litter() -> bool:
        knot = Knot()
        weakref.finalize(knot, lambda: freed_on.append(threading.get_ident()))
        del knot
        for _ in range(20 * gc.get_threshold()[0]):
            Knot()
        return not freed_on

    background.submit(litter, results.append, lambda error: None)
    qtbot.waitUntil(lambda: results == [True])
    qtbot.waitUntil(lambda: bool(freed_on), timeout=10_000)
    assert freed_on == [threading.get_ident()]


def test_python_collects_by_itself_again_when_the_worker_has_ended(background: Background) -> None:
    background.submit(lambda: None, lambda result: None, lambda error: None)
    assert not gc.isenabled()
    background.close()
    assert gc.isenabled()
