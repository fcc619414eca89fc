"""The library page: search, filters and cards; a card opens the exercise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

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

from trainer.domain.change import Change, Changed
from trainer.domain.stats import Performance
from trainer.errors import TrainerError
from trainer.services.library import Library
from trainer.settings import EQUIPMENT, Settings
from trainer.ui.background import Background
from trainer.ui.library.card_view import CardView
from trainer.ui.library.detail import ExerciseDetail
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


class LibraryPage(QStackedWidget):
    """All exercises, or one of them; `try_requested` carries the id of one to do now.

    `performances`, asked on the `background`, gives what was done of an exercise; no record without them.
    """

    try_requested = Signal(str)
    failed = Signal(str)
    """The sentence of a read that failed."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        theme: Theme,
        *,
        can_try: bool = True,
        background: Background | None = None,
        performances: Callable[[str], Sequence[Performance]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._settings, self._theme, self._can_try = library, settings, theme, can_try
        self._background, self._performances = background, performances
        self._detail: ExerciseDetail | None = None
        self._thumbnails = Thumbnails(theme.figure)
        self.model = ExerciseModel(self)
        self.search = SearchField(self.tr("Search names and muscles"))
        self.filters = FilterBar(library.exercises())
        self.filters.set_owned(settings.get(EQUIPMENT))
        self.cards = CardView(self.model, self._thumbnails)
        self._count = Words(size="small", tone="muted")
        self._results = QStackedWidget()
        self._nothing = Message(
            "search",
            self.tr("Nothing fits"),
            self.tr("Try fewer words or clear the filters."),
            self.tr("Show all"),
        )
        self.addWidget(self._overview())
        self.search.textChanged.connect(self._refresh)
        self.filters.changed.connect(self._refresh)
        self.cards.exercise_chosen.connect(self.show_exercise)
        self._nothing.asked.connect(self._on_nothing_asked)
        self.destroyed.connect(settings.on_change(self._on_settings_changed))
        self._refresh()

    def focus_search(self) -> None:
        """Goes to the search field, with what is in it selected."""
        self.show_all()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_all(self) -> None:
        """Goes back to the cards."""
        self.setCurrentIndex(0)
        if self._detail is not None:
            row = self.model.row_of(self._detail.exercise_id)
            self.removeWidget(self._detail)
            self._detail.deleteLater()
            self._detail = None
            if row >= 0:
                self.cards.setCurrentIndex(self.model.index(row))
            self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_exercise(self, exercise_id: str) -> None:
        """Opens one exercise."""
        old = self._detail
        self._detail = ExerciseDetail(
            self._library, exercise_id, self._settings, self._theme, can_try=self._can_try
        )
        self._detail.back_requested.connect(self.show_all)
        self._detail.exercise_requested.connect(self.show_exercise)
        self._detail.try_requested.connect(self.try_requested)
        self.addWidget(self._detail)
        self.setCurrentWidget(self._detail)
        self._detail.take_focus()
        self._read_record()
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

    def reload(self) -> None:
        """Reads the exercises again: some of one's own have changed."""
        self._refresh()

    def on_change(self, change: Change) -> None:
        """Follows what was written: exercises of one's own that came, changed or went."""
        if Changed.EXERCISES in change.kinds:
            self.reload()
            if self._detail is not None and not self._known(self._detail.exercise_id):
                self.show_all()
        if Changed.SETS in change.kinds:
            self._read_record()

    def _read_record(self) -> None:
        if self._detail is None or self._background is None or self._performances is None:
            return
        read = partial(self._performances, self._detail.exercise_id)
        self._background.submit(read, self._detail.record.show_performances, self._on_record_failed)

    def _on_record_failed(self, error: TrainerError) -> None:
        self.failed.emit(str(error))

    def _known(self, exercise_id: str) -> bool:
        return any(exercise.id == exercise_id for exercise in self._library.exercises())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._thumbnails.set_colours(theme.figure)
        self.cards.viewport().update()
        if self._detail is not None:
            self._detail.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _overview(self) -> Page:
        page = Page(self.tr("Library"), scrolls=False)
        page.head.addWidget(self._count)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self._columns.addWidget(self._left())
        self._columns.addWidget(self._results, 1)
        self._results.addWidget(self.cards)
        self._results.addWidget(self._nothing)
        page.body.addLayout(self._columns)
        return page

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
        """Filters stand left of the cards, or, where that is too narrow, above them when asked for."""
        scale = text_scale()
        narrow = self.width() < NARROW_PX * scale
        self.filters_button.setVisible(narrow)
        self._filters_area.setVisible(not narrow or self.filters_button.isChecked())
        if narrow:
            set_stacked(self._columns, stacked=True)
            self._left_side.setMinimumWidth(0)
            self._left_side.setMaximumWidth(QWIDGETSIZE_MAX)
            self._filters_area.setMaximumHeight(self.height() // 2)
        else:
            set_stacked(self._columns, stacked=False)
            self._left_side.setFixedWidth(round(FILTERS_PX * scale))
            self._filters_area.setMaximumHeight(QWIDGETSIZE_MAX)

    def _refresh(self) -> None:
        rows = self._library.search(self.search.text(), self.filters.filters)
        self.model.set_rows(rows)
        count = self.tr("1 exercise") if len(rows) == 1 else self.tr("{0} exercises").format(len(rows))
        self._count.setText(count)
        self._results.setCurrentWidget(self.cards if rows else self._nothing)
        self.cards.scrollToTop()

    def _on_nothing_asked(self) -> None:
        self.search.clear()
        self.filters.clear()

    def _on_settings_changed(self, key: str) -> None:
        if key == EQUIPMENT.key:
            self.filters.set_owned(self._settings.get(EQUIPMENT))
