"""The one worker: what would make the window wait is done here, its result handled in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal
from shiboken6 import isValid

from trainer.errors import TrainerError
from trainer.ui.garbage import Garbage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    on_result: Callable[[Any], None]
    on_error: Callable[[TrainerError], None]


class _Worker(QThread):
    finished_job = Signal(object, object)
    failed_job = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs: SimpleQueue[_Job | None] = SimpleQueue()

    def run(self) -> None:
        while (job := self.jobs.get()) is not None:
            try:
                result = job.work()
            except Exception as error:  # noqa: BLE001  handed over to the window's thread, none is swallowed
                self.failed_job.emit(job, error)
            else:
                self.finished_job.emit(job, result)


class Background(QObject):
    """Runs jobs one after the other in a thread of its own, started with the first job, joined by `close`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._garbage = Garbage(self)
        self._worker = _Worker(self)
        self._worker.finished_job.connect(self._on_worker_finished_job, Qt.ConnectionType.QueuedConnection)
        self._worker.failed_job.connect(self._on_worker_failed_job, Qt.ConnectionType.QueuedConnection)

    def submit(
        self, work: Callable[[], T], on_result: Callable[[T], None], on_error: Callable[[TrainerError], None]
    ) -> None:
        """Does `work` in the worker, then calls `on_result` with what it returned in the window's thread.

        `on_error` gets the world's failures; ours are raised in the window's thread. Nothing is called
        for a widget that is gone, nor after `close`.
        """
        if self._closed:
            return
        if not self._worker.isRunning():
            self._garbage.start()
            self._worker.start()
        self._worker.jobs.put(_Job(work, on_result, on_error))

    def close(self) -> None:
        """Waits for what was submitted and ends the thread."""
        self._closed = True
        if self._worker.isRunning():
            self._worker.jobs.put(None)
            self._worker.wait()
        self._garbage.stop()

    def _on_worker_finished_job(self, job: _Job, result: object) -> None:
        if self._wanted(job.on_result):
            job.on_result(result)

    def _on_worker_failed_job(self, job: _Job, error: Exception) -> None:
        if not isinstance(error, TrainerError):
            raise error
        if self._wanted(job.on_error):
            job.on_error(error)

    def _wanted(self, callback: Callable[..., None]) -> bool:
        owner = getattr(callback, "__self__", None)
        return not self._closed and (not isinstance(owner, QObject) or isValid(owner))
