"""All exercises as cards, with the search and the filters beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.services.library import Library
from trainer.settings import EQUIPMENT, REDUCED_MOTION, Settings
from trainer.ui.library.card_view import CardView
from trainer.ui.library.filter_bar import FilterBar
from trainer.ui.library.model import ExerciseModel
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.theme import Theme, text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.message import Message
from trainer.ui.widgets.page import Page, set_stacked
from trainer.ui.widgets.search_field import SearchField
from trainer.ui.widgets.text import Words

FILTERS_PX = 240
NARROW_PX = 720
QWIDGETSIZE_MAX = 16777215


class Overview(Page):
    """Shows what the search and the filters let through; `own=False` leaves out what can be changed."""

    new_requested = Signal()

    def __init__(
        self, library: Library, settings: Settings, theme: Theme, *, own: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("", scrolls=False, parent=parent)
        self.title.setText(self.tr("Library"))
        self.setAccessibleName(self.tr("Library"))
        self._library, self._settings = library, settings
        self.thumbnails = Thumbnails(theme.figure)
        self.model = ExerciseModel(self)
        self.search = SearchField(self.tr("Search names and muscles"))
        self.filters = FilterBar(library.exercises(), theme, own=own)
        self.filters.set_owned(settings.get(EQUIPMENT))
        self.cards = CardView(self.model, self.thumbnails, moving=not settings.get(REDUCED_MOTION), stars=own)
        self.count = Words(size="small", tone="muted")
        self.new_button = Button(self.tr("New exercise"), icon="plus")
        self.new_button.clicked.connect(self.new_requested)
        self.nothing = Message("search", "", "", self.tr("Show all"))
        self.nothing.asked.connect(self._on_nothing_asked)
        self._lay_out()
        self.new_button.setVisible(own)
        self.search.textChanged.connect(self._on_asked)
        self.filters.changed.connect(self._on_asked)
        self.destroyed.connect(settings.on_change(self._on_settings_changed))
        self.show_stars()
        self._on_asked()

    def reload(self) -> None:
        """Reads the exercises again and stays where it is."""
        self.filters.show_for(self._library.exercises())
        self._show_found()

    def show_stars(self) -> None:
        """Reads again which exercises are favourites."""
        starred = self._library.favourites()
        self.model.set_starred(starred)
        self.filters.set_starred(starred)

    def set_theme(self, theme: Theme) -> None:
        self.thumbnails.set_colours(theme.figure)
        self.filters.muscle_map.set_theme(theme)
        self.cards.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self.head.addWidget(self.count)
        self.head.addSpacing(8)
        self.head.addWidget(self.new_button)
        self._results = QStackedWidget()
        self._results.addWidget(self.cards)
        self._results.addWidget(self.nothing)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self._columns.addWidget(self._left())
        self._columns.addWidget(self._results, 1)
        self.body.addLayout(self._columns)

    def _left(self) -> QWidget:
        self._filters_area = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.filters)
        self.filters_button = Button(self.tr("Filters"), icon="sliders-horizontal", checkable=True)
        self.filters_button.toggled.connect(self._fit)
        self._left_side = QWidget()
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.filters_button)
        column = QVBoxLayout(self._left_side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        return self._left_side

    def _fit(self) -> None:
        """Filters stand left of the cards, or, where that is too narrow, in their place when asked for."""
        scale = text_scale()
        narrow = self.width() < NARROW_PX * scale
        asked = self.filters_button.isChecked()
        self.filters_button.setVisible(narrow)
        self.filters_button.setText(self.tr("Show exercises") if asked else self.tr("Filters"))
        self._filters_area.setVisible(not narrow or asked)
        self._results.setVisible(not narrow or not asked)
        set_stacked(self._columns, stacked=narrow)
        if narrow:
            self._left_side.setMinimumWidth(0)
            self._left_side.setMaximumWidth(QWIDGETSIZE_MAX)
        else:
            self._left_side.setFixedWidth(round(FILTERS_PX * scale))

    def _show_found(self) -> None:
        row = self.cards.currentIndex().row()
        found = self._library.search(self.search.text(), self.filters.filters)
        self.model.set_rows(found)
        one, many = self.tr("1 exercise"), self.tr("{0} exercises").format(len(found))
        self.count.setText(one if len(found) == 1 else many)
        if not found:
            self.nothing.say(*self._nothing_words())
        self._results.setCurrentWidget(self.cards if found else self.nothing)
        if row >= 0:
            self.cards.choose(row)

    def _nothing_words(self) -> tuple[str, str]:
        """Why nothing is shown, and what to do about it."""
        asked = self.filters.filters
        if asked.favourites is not None and not asked.favourites:
            return self.tr("No favourites yet"), self.tr("The star on a card, or Ctrl+B, adds one.")
        if asked.own and not any(exercise.own for exercise in self._library.exercises()):
            heading = self.tr("No exercises of your own yet")
            return heading, self.tr("Make one with New exercise, or your own version of any other.")
        return self.tr("Nothing fits"), self.tr("Try fewer words or clear the filters.")

    def _on_asked(self) -> None:
        self._show_found()
        self.cards.scrollToTop()

    def _on_nothing_asked(self) -> None:
        self.search.clear()
        self.filters.clear()

    def _on_settings_changed(self, key: str) -> None:
        if key == EQUIPMENT.key:
            self.filters.set_owned(self._settings.get(EQUIPMENT))
        elif key == REDUCED_MOTION.key:
            self.cards.set_moving(not self._settings.get(REDUCED_MOTION))
