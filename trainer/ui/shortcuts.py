"""The list of shortcuts that F1 shows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from trainer.ui.theme import text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.page import set_stacked
from trainer.ui.widgets.text import Words, pill

SIZE = QSize(880, 760)  # at text of 100 %


class ShortcutsDialog(QDialog):
    """Entries and their keys: the window's by menu, and those of a session."""

    def __init__(
        self,
        rows: list[tuple[str, str, str]],
        session_rows: list[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(Words(self.tr("Keyboard shortcuts"), "heading"))
        area, inner = QScrollArea(), QWidget()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Keyboard shortcuts"))
        sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        sides.setContentsMargins(0, 0, 8, 0)
        sides.setSpacing(32)
        in_a_session = self.tr("In a session")
        session = [(in_a_session, *row) for row in session_rows]
        for grid, share in ((self._grid(rows), 2), (self._grid(session), 3)):
            side = QVBoxLayout()
            side.addLayout(grid)
            side.addStretch(1)
            sides.addLayout(side, share)
        column.addWidget(area, 1)
        close = Button(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        wanted = SIZE * text_scale()
        room = wanted if parent is None else wanted.boundedTo(parent.window().size())
        set_stacked(sides, room.width() < wanted.width())
        self.resize(room)

    def _grid(self, rows: list[tuple[str, str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        shown, line = "", 0
        for menu, entry, keys in rows:
            if menu != shown:
                grid.addWidget(Words(menu, "small", tone="muted"), line, 0, 1, 2)
                shown, line = menu, line + 1
            grid.addWidget(Words(entry, "small", wrap=True), line, 0)
            grid.addWidget(pill(keys), line, 1, Qt.AlignmentFlag.AlignRight)
            line += 1
        return grid
