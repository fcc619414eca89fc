"""The way to the body map in the filters: a button, and the map under it when it is wanted."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.ui.theme import Theme
from trainer.ui.widgets.body_map import BodyMap, areas
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.figure_colours import FigureColours

HEIGHT_PX = 270


class MuscleMap(QWidget):
    """Says which muscles are chosen, in plain words; the map is made when it is first opened."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen: frozenset[str] = frozenset()
        self.map: BodyMap | None = None
        self.button = Button(self.tr("Body map"), icon="person-standing", checkable=True)
        self.button.setAccessibleDescription(self.tr("Choose muscles on a drawn body."))
        self.button.toggled.connect(self._on_button_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.button)

    @property
    def chosen(self) -> frozenset[str]:
        """The muscles that are chosen."""
        return self._chosen

    def set_chosen(self, words: Iterable[str]) -> None:
        """Shows these as chosen; says nothing."""
        self._chosen = frozenset(words)
        if self.map is not None:
            self.map.set_chosen(self._chosen)

    def set_theme(self, theme: Theme) -> None:
        """Paints the body in the theme's colours."""
        self._theme = theme
        if self.map is not None:
            self.map.set_colours(FigureColours.from_table(theme.figure))

    def _on_button_toggled(self, wanted: bool) -> None:
        if self.map is None:
            self.map = self._made()
        self.map.setVisible(wanted)

    def _made(self) -> BodyMap:
        names = {area: area[:1].upper() + area[1:] for area in areas()}
        made = BodyMap(FigureColours.from_table(self._theme.figure), names, self)
        made.setMinimumHeight(HEIGHT_PX)
        made.set_chosen(self._chosen)
        made.changed.connect(self._on_map_changed)
        self._column.addWidget(made)
        return made

    def _on_map_changed(self) -> None:
        if self.map is not None:
            self._chosen = self.map.chosen
        self.changed.emit()
