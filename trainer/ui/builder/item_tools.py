"""The buttons below the list of exercises, and the keys that do the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from trainer.domain.arranging import blocks
from trainer.ui.builder import key_list as keys
from trainer.ui.builder.draft_acts import DraftActs
from trainer.ui.builder.item_list import ItemList
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow


class ItemTools(Flow):
    """Works on what is chosen in the list; its keys hold in all of `window`."""

    def __init__(self, acts: DraftActs, rows: ItemList, window: QWidget) -> None:
        self._acts, self._rows, self._window = acts, rows, window
        self.up = Button(window.tr("Move up"), "icon", icon="arrow-up")
        self.down = Button(window.tr("Move down"), "icon", icon="arrow-down")
        self.join = Button(window.tr("Do in turn: superset or circuit"), "icon", icon="link")
        self.part = Button(window.tr("Do one after the other"), "icon", icon="unlink")
        self.copy = Button(window.tr("Duplicate"), "icon", icon="copy")
        self.remove = Button(window.tr("Take out"), "icon", icon="trash-2")
        super().__init__([self.up, self.down, self.join, self.part, self.copy, self.remove], 4)
        self._give(self.up, keys.UP, partial(self._shift, -1))
        self._give(self.down, keys.DOWN, partial(self._shift, 1))
        self._give(self.join, keys.JOIN, self._join)
        self._give(self.part, keys.PART, self._part)
        self._give(self.copy, keys.COPY, self._copy)
        # Delete takes letters out of fields, so its key is the list's alone.
        self._give(self.remove, keys.REMOVE, self._remove, everywhere=False)
        rows.removal_asked.connect(self._remove)

    def refresh(self) -> None:
        """Makes those usable that have something to do."""
        places, items = self._rows.places, self._acts.items
        chosen, last = bool(places), len(items) - 1
        together = any(
            block.together and any(block.first <= place <= block.last for place in places)
            for block in blocks(items)
        )
        self.up.setEnabled(chosen and places[0] > 0)
        self.down.setEnabled(chosen and places[-1] < last)
        self.join.setEnabled(len(places) > 1 or (chosen and places[0] < last))
        self.part.setEnabled(together)
        self.copy.setEnabled(chosen)
        self.remove.setEnabled(chosen)

    def _give(
        self, button: Button, sequence: str, do: Callable[[], object], *, everywhere: bool = True
    ) -> None:
        button.setToolTip(f"{button.accessibleName()} ({keys.shown(sequence)})")
        button.clicked.connect(do)
        if everywhere:
            action = QAction(button.accessibleName(), self._window)
            action.setShortcut(QKeySequence(sequence))
            action.triggered.connect(do)
            self._window.addAction(action)

    def _shift(self, step: int, _checked: bool = False) -> None:
        self._acts.shift(self._rows.places, step)

    def _join(self) -> None:
        self._acts.join(self._rows.places)

    def _part(self) -> None:
        self._acts.part(self._rows.places)

    def _copy(self) -> None:
        self._acts.duplicate(self._rows.places)

    def _remove(self) -> None:
        self._acts.remove(self._rows.places)
