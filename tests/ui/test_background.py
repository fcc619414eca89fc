from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from trainer.errors import StoreLocked, TrainerError
from trainer.ui.background import Background


class Desk(QObject):
    """Collects what comes back, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[TrainerError] = []
        self.threads: set[int] = set()

    def on_result(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    def on_error(self, error: TrainerError) -> None:
        self.errors.append(error)
        self.threads.add(threading.get_ident())


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def fail() -> None:
    raise StoreLocked("Your log is open elsewhere; close it there.")


def test_jobs_run_in_order_elsewhere_and_come_back_here(background: Background, qtbot: QtBot) -> None:
    desk, workers = Desk(), []

    def work() -> int:
        workers.append(threading.get_ident())
        return len(workers)

    for _ in range(5):
        background.submit(work, desk.on_result, desk.on_error)
    qtbot.waitUntil(lambda: len(desk.results) == 5)
    assert desk.results == [1, 2, 3, 4, 5]
    assert len(set(workers)) == 1
    assert desk.threads == {threading.get_ident()}
    assert workers[0] != threading.get_ident()


def test_the_worlds_failure_comes_as_an_error_and_the_worker_goes_on(
    background: Background, qtbot: QtBot
) -> None:
    desk = Desk()
    background.submit(fail, desk.on_result, desk.on_error)
    background.submit(lambda: "well", desk.on_result, desk.on_error)
    qtbot.waitUntil(lambda: desk.results == ["well"])
    assert [str(error) for error in desk.errors] == ["Your log is open elsewhere; close it there."]


def test_a_fault_of_ours_is_raised_in_the_windows_thread(background: Background, qtbot: QtBot) -> None:
    desk = Desk()
    with qtbot.captureExceptions() as faults:
        background.submit(lambda: 1 // 0, desk.on_result, desk.on_error)
        qtbot.waitUntil(lambda: len(faults) == 1)
    assert faults[0][0] is ZeroDivisionError
    assert not desk.errors


def test_nobody_is_told_who_is_gone(background: Background, qtbot: QtBot) -> None:
    gone, here = Desk(), Desk()
    background.submit(lambda: "late", gone.on_result, gone.on_error)
    results = gone.results
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    background.submit(lambda: "seen", here.on_result, here.on_error)
    qtbot.waitUntil(lambda: here.results == ["seen"])
    assert results in ([], ["late"])


def test_closing_waits_for_the_work_and_takes_no_more(background: Background) -> None:
    desk, done = Desk(), []
    background.submit(lambda: done.append("done"), desk.on_result, desk.on_error)
    background.close()
    assert done == ["done"]
    background.submit(lambda: done.append("more"), desk.on_result, desk.on_error)
    assert done == ["done"]
    assert not desk.results
