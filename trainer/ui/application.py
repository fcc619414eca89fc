"""The Qt application: its names, typeface and look, and the loop that runs until the window closes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from trainer.paths import APP_NAME, Paths
from trainer.resources import resource_path
from trainer.settings import APPEARANCE, TEXT_SIZE, Settings
from trainer.ui.appearance import Appearance
from trainer.ui.crash import CrashHook
from trainer.ui.main_window import MainWindow
from trainer.ui.shell import Shell
from trainer.ui.single_instance import InstanceServer, raise_running
from trainer.ui.theme import load_fonts

if TYPE_CHECKING:
    from trainer.ui.desk import Desk


def make_application() -> QApplication:
    """The application object with the bundled typeface and Fusion as the base of the look."""
    # Start-up: `setStyle` returns the style, and making the names of its class takes 5 ms.
    # Named before it is made: the window's class on X, by which desktops find our entry, is fixed then.
    QApplication.setApplicationName(APP_NAME)
    app = QApplication([APP_NAME, "-style", "Fusion"])
    _name(app)
    return app


def prepare(app: QApplication) -> None:
    """What an application object made elsewhere needs before a window of ours is made."""
    app.setStyle("Fusion")
    _name(app)


def _name(app: QApplication) -> None:
    app.setApplicationName(APP_NAME)
    app.setApplicationDisplayName("Stride Trainer")
    app.setDesktopFileName(APP_NAME)
    app.setWindowIcon(QIcon(str(resource_path("app-icon.svg"))))
    load_fonts()


def make_window(paths: Paths, open_desk: Callable[..., Desk]) -> MainWindow:
    """A window that opens its log with `open_desk`, on the worker, as soon as it was painted.

    `open_desk` takes the window's `settings`.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs the application object first")
    settings = Settings(paths.settings)
    appearance = Appearance(app, settings.get(APPEARANCE), int(settings.get(TEXT_SIZE)))
    window = MainWindow(settings, appearance)
    appearance.setParent(window)
    Shell(window, appearance, settings, paths, partial(open_desk, settings=settings))
    return window


def run(paths: Paths, make: Callable[[], MainWindow]) -> int:
    """Shows the window that `make` makes until it is closed; returns the exit status.

    Where a window runs on the same data already, that one is raised instead.
    """
    app = make_application()
    if raise_running(paths.data):
        sys.stdout.write("Stride Trainer is open already; its window was brought to the front.\n")
        return 0
    window = make()
    run_ = _Run(window, paths)
    window.show()
    try:
        return app.exec()
    finally:
        run_.close()


class _Run(QObject):
    """What belongs to a running program rather than to its window: faults, and second starts."""

    def __init__(self, window: MainWindow, paths: Paths) -> None:
        super().__init__()
        self._window, self._paths = window, paths
        self._server: InstanceServer | None = None
        self._hook = CrashHook(self._save, self)
        self._hook.install()
        window.pages_ready.connect(self._on_window_pages_ready)

    def close(self) -> None:
        self._hook.remove()
        if self._server is not None:
            self._server.close()

    def _save(self) -> None:
        shell = self._window.findChild(Shell)
        if shell is not None:
            shell.save_all()

    def _on_window_pages_ready(self) -> None:
        if self._server is None:
            self._server = InstanceServer(self._paths.data, self)
            self._server.raise_requested.connect(self._on_server_raise_requested)

    def _on_server_raise_requested(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
