"""Every menu entry of the window, with its shortcut; the list that F1 shows is made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True)
class Command:
    """One menu entry; `keys` in Qt's portable notation, the first shown in the menu."""

    id: str
    label: str
    keys: tuple[str, ...]
    do: Callable[[], object]


class Actions:
    """The window's actions by id, in menus by name."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self._actions: dict[str, QAction] = {}

    def add(self, menu: str, command: Command, *, apart: bool = False) -> QAction:
        """Puts a command at the end of a menu, below a line when it stands `apart`."""
        into = self._menu(menu)
        if apart and not into.isEmpty():
            into.addSeparator()
        action = QAction(command.label, self._window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.triggered.connect(command.do)
        into.addAction(action)
        # So that a shortcut works while the menu bar is hidden, in a session.
        self._window.addAction(action)
        self._actions[command.id] = action
        return action

    def get(self, action_id: str) -> QAction | None:
        """The action of that id, where the window has it by now."""
        return self._actions.get(action_id)

    def shortcuts(self) -> list[tuple[str, str, str]]:
        """Menu, entry and keys of every action with a shortcut, in the order of the menus."""
        rows = []
        for title, menu in self._menus.items():
            for action in menu.actions():
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                if keys:
                    rows.append((title.replace("&", ""), action.text().replace("&", "").rstrip("…"), keys))
        return rows

    def _menu(self, title: str) -> QMenu:
        if title not in self._menus:
            self._menus[title] = self._window.menuBar().addMenu(title)
        return self._menus[title]
