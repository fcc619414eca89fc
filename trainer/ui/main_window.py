"""The main window: navigation only. Pages are made when they are first visited."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from trainer.errors import SettingsError
from trainer.settings import WINDOW_GEOMETRY, Settings
from trainer.ui.actions import Actions, Command
from trainer.ui.appearance import Appearance
from trainer.ui.pages import LIBRARY, TODAY, PageSpec, Revisited, Searchable, Themed
from trainer.ui.sidebar import SideBar
from trainer.ui.theme import Theme
from trainer.ui.widgets.toast import Toast

log = logging.getLogger(__name__)

SMALLEST = QSize(900, 600)
USUAL = QSize(1280, 800)
FRAME = QSize(16, 48)
"""What a desktop may put around a window; it is known only once the window is shown."""
COMPACT_BELOW_PX = 1000


class MainWindow(QMainWindow):
    """Shows one page at a time beside the side bar, or a session over the whole window."""

    first_painted = Signal()
    pages_ready = Signal()
    closing = Signal()
    files_dropped = Signal(list)
    """Paths of files that were dragged onto the window."""

    def __init__(self, settings: Settings, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._appearance = appearance
        self._specs: dict[str, PageSpec] = {}
        self._made: dict[str, QWidget] = {}
        self._painted = False
        self._over: QWidget | None = None
        self._ready = False
        self._wanted = TODAY
        self.setWindowTitle("Stride Trainer")
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.actions_by_id = Actions(self)
        self.sidebar = SideBar()
        self.sidebar.chosen.connect(self.show_page)
        self.pages = QStackedWidget()
        self._layers = QStackedWidget()
        self._layers.addWidget(self._ground())
        self.setCentralWidget(self._layers)
        self.toast = Toast(self._layers)
        appearance.theme_changed.connect(self._on_appearance_theme_changed)
        self._restore()

    def add_page(self, spec: PageSpec) -> None:
        """Adds a page to the side bar."""
        self._specs[spec.id] = spec
        self.sidebar.add(spec.id, spec.label, spec.icon, at_bottom=spec.at_bottom)

    def add_command(self, menu: str, command: Command, *, apart: bool = False) -> None:
        """Adds a menu entry."""
        self.actions_by_id.add(menu, command, apart=apart)

    def add_page_commands(self, menu: str) -> None:
        """Puts every page into a menu, with the keys Ctrl+1, Ctrl+2, …"""
        for number, spec in enumerate(self._specs.values(), start=1):
            go = partial(self.show_page, spec.id)
            self.actions_by_id.add(menu, Command(f"page_{spec.id}", spec.label, (f"Ctrl+{number}",), go))

    def show_page(self, page_id: str) -> None:
        """Brings a page to the front, making it on the first visit; waits for `set_ready`."""
        if page_id not in self._specs:
            return
        self._wanted = page_id
        self.sidebar.mark(page_id)
        if not self._ready:
            return
        if page_id not in self._made:
            page = self._specs[page_id].make()
            self._made[page_id] = page
            self.pages.addWidget(page)
        page = self._made[page_id]
        self.pages.setCurrentWidget(page)
        _tell_shown(page)

    def set_ready(self) -> None:
        """From now on pages can be made; the one asked for last, or Today, is."""
        self._ready = True
        self.show_page(self._wanted)
        self.pages_ready.emit()

    def forget_pages(self) -> None:
        """Lets go of every page; they are made anew when the window is ready again."""
        self._ready = False
        for page in self._made.values():
            self.pages.removeWidget(page)
            page.deleteLater()
        self._made.clear()

    def page(self, page_id: str) -> QWidget | None:
        """The page of that id, where it was made."""
        return self._made.get(page_id)

    @property
    def page_id(self) -> str:
        """The page in front, or "" for a message."""
        front = self.pages.currentWidget()
        return next((page_id for page_id, page in self._made.items() if page is front), "")

    def show_message(self, message: QWidget) -> None:
        """Shows a message in the place of the pages, until a page is shown."""
        self.pages.addWidget(message)
        self.pages.setCurrentWidget(message)

    def drop_message(self, message: QWidget) -> None:
        """Takes a message away for good."""
        self.pages.removeWidget(message)
        message.deleteLater()

    def cover(self, widget: QWidget) -> None:
        """Gives the whole window to one widget: a session."""
        self.uncover()
        self._over = widget
        self._layers.addWidget(widget)
        self._layers.setCurrentWidget(widget)
        self.menuBar().hide()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Takes the session away and shows the page that was in front."""
        if self._over is None:
            return
        self._layers.removeWidget(self._over)
        self._over.deleteLater()
        self._over = None
        self.menuBar().show()
        _tell_shown(self.pages.currentWidget())

    @property
    def covered(self) -> bool:
        """Whether a session has the window."""
        return self._over is not None

    def search(self) -> None:
        """Goes to the search field of the page in front, or else of the library."""
        page: object = self._made.get(self.page_id)
        if not isinstance(page, Searchable):
            self.show_page(LIBRARY)
            page = self._made.get(LIBRARY)
        if isinstance(page, Searchable):
            page.focus_search()

    def toggle_full_screen(self) -> None:
        """Between the whole screen and a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_shortcuts(self) -> None:
        """Lists every shortcut."""
        # Start-up: not on the first page.
        from trainer.ui.builder.key_list import builder_rows
        from trainer.ui.session.key_list import key_rows
        from trainer.ui.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog([*self.actions_by_id.shortcuts(), *builder_rows()], key_rows(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # Once the loop is free again: by then all of the window is on the screen.
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_sidebar()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files_of(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        try:
            self._settings.set(WINDOW_GEOMETRY, geometry)
        except SettingsError as error:
            log.warning("The window's place is not remembered: %s", error)
        self.closing.emit()
        super().closeEvent(event)

    def _ground(self) -> QWidget:
        ground = QWidget()
        ground.setProperty("ground", True)
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.pages, 1)
        return ground

    def _fit_sidebar(self) -> None:
        text_px = self.font().pixelSize() if self.font().pixelSize() > 0 else 16
        self.sidebar.set_compact(self.width() < COMPACT_BELOW_PX * max(text_px, 16) / 16)

    def _restore(self) -> None:
        self.setGeometry(first_geometry(self.screen().availableGeometry()))
        kept = self._settings.get(WINDOW_GEOMETRY)
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))

    def _on_appearance_theme_changed(self) -> None:
        for page in (*self._made.values(), self._over):
            _tell_theme(page, self._appearance.theme)


def first_geometry(available: QRect) -> QRect:
    """Where a window that was never open comes: its usual size or what fits, in the middle of the screen."""
    size = USUAL.boundedTo(available.size() - FRAME).expandedTo(SMALLEST)
    place = QRect(available.topLeft(), size)
    title_px = FRAME.height() - FRAME.width() // 2
    place.moveCenter(available.center())
    place.moveTop(max(place.top(), available.top() + title_px))
    place.moveLeft(max(place.left(), available.left()))
    return place


def _files_of(dragged: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in dragged.urls() if url.isLocalFile()]


def _tell_shown(page: object) -> None:
    if isinstance(page, Revisited):
        page.on_shown()


def _tell_theme(page: object, theme: Theme) -> None:
    if isinstance(page, Themed):
        page.set_theme(theme)
