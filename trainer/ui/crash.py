"""What happens when the program has a fault: what is open is saved, then a dialog says so."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from trainer.ui.crash_dialog import CrashDialog

log = logging.getLogger(__name__)


class CrashHook(QObject):
    """Takes the place of Python's two hooks while the window runs; shows one dialog at a time.

    A fault on another thread is logged alone: it is none of the window's work, which goes on.
    """

    def __init__(self, save: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._dialog: CrashDialog | None = None
        self._threads_before = threading.excepthook

    def install(self) -> None:
        sys.excepthook = self._on_exception
        self._threads_before = threading.excepthook
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = self._threads_before

    def _on_thread_exception(self, fault: threading.ExceptHookArgs) -> None:
        if not issubclass(fault.exc_type, SystemExit):
            error = fault.exc_value or fault.exc_type()
            self._on_exception(fault.exc_type, error, fault.exc_traceback)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, Exception):
            return
        log.critical("A fault in the program", exc_info=(kind, error, trace))
        if QThread.currentThread() is not self.thread():
            return
        saved = self._try_to_save()
        if self._dialog is None:
            # Start-up: what only a fault needs is loaded when there is one.
            import traceback

            from trainer.ui.crash_dialog import CrashDialog

            text = "".join(traceback.format_exception(kind, error, trace))
            self._dialog = CrashDialog(text, saved, QApplication.activeWindow())
            self._dialog.finished.connect(self._on_dialog_finished)
            self._dialog.open()

    def _try_to_save(self) -> bool:
        try:
            self._save()
        except Exception:
            log.exception("What was open could not be saved")
            return False
        return True

    def _on_dialog_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
