"""What happens when the program has a fault: what is open is saved, then a dialog says so."""

from __future__ import annotations

import importlib.metadata
import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.text import Words

log = logging.getLogger(__name__)


class CrashDialog(QDialog):
    """Says that something broke, that the log is safe, and shows the trace to copy."""

    def __init__(self, trace: str, saved: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something broke"))
        self.setMinimumWidth(560)
        self._trace = f"{_versions()}\n\n{trace}"
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Words(self.tr("Something broke in Stride Trainer"), "heading"))
        safe = self.tr("Every set you logged is saved. You can go on, or quit and start again.")
        unsafe = self.tr(
            "What was open could not be saved; sets logged before are safe. Quit and start again."
        )
        column.addWidget(Words(safe if saved else unsafe, wrap=True))
        details = QPlainTextEdit(self._trace)
        details.setReadOnly(True)
        details.setAccessibleName(self.tr("Details"))
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setMinimumHeight(160)
        column.addWidget(details)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy, leave, go_on = (
            Button(self.tr("Copy details")),
            Button(self.tr("Quit")),
            Button(self.tr("Go on")),
        )
        go_on.setDefault(True)
        copy.clicked.connect(self._on_copy_clicked)
        leave.clicked.connect(QCoreApplication.quit)
        go_on.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(go_on)
        return row

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._trace)


class CrashHook(QObject):
    """Takes the place of `sys.excepthook` while the window runs; shows one dialog at a time."""

    def __init__(self, save: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._dialog: CrashDialog | None = None

    def install(self) -> None:
        sys.excepthook = self._on_exception

    def remove(self) -> None:
        sys.excepthook = sys.__excepthook__

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        log.critical("A fault in the program", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, Exception) or QThread.currentThread() is not self.thread():
            return
        saved = self._try_to_save()
        if self._dialog is None:
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


def _versions() -> str:
    try:
        version = importlib.metadata.version("stride-trainer")
    except importlib.metadata.PackageNotFoundError:
        version = "from a checkout"
    return f"Stride Trainer {version}, Python {platform.python_version()}, {platform.platform()}"
