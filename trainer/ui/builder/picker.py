"""Choosing what comes into the workout, from the library, another workout, or a past session."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from trainer.services.building import Building
from trainer.ui.builder.offers import From, OfferModel, offers_of
from trainer.ui.builder.rows import RowDelegate
from trainer.ui.theme import Theme, text_scale
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.search_field import SearchField
from trainer.ui.widgets.text import Words

LIST_PX, MOST_PX = 380, 480


class Picker(QFrame):
    """`picked` carries where from and the id; it stays open for more until `left`."""

    picked = Signal(str, str)
    left = Signal()

    def __init__(self, building: Building, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._building = building
        labels = {
            From.LIBRARY: self.tr("Library"),
            From.WORKOUT: self.tr("A workout"),
            From.SESSION: self.tr("A past session"),
        }
        self.source = Segments(self.tr("Take from"), tuple((one.value, labels[one]) for one in From))
        self.source.set_value(From.LIBRARY.value)
        self.source.chosen.connect(self._on_source_chosen)
        self.search = SearchField(self.tr("Search for what to add"))
        self.search.textChanged.connect(self._offer)
        self.search.installEventFilter(self)
        self.model = OfferModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setProperty("bare", True)
        self.list.setAccessibleName(self.tr("What can be added"))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(min(round(LIST_PX * text_scale()), MOST_PX))
        self.delegate = RowDelegate(theme, self)
        self.list.setItemDelegate(self.delegate)
        self.list.doubleClicked.connect(self._pick)
        self.list.installEventFilter(self)
        self.nothing = Words(size="small", tone="muted", wrap=True)
        self.add_button = Button(self.tr("Add"), icon="plus")
        self.add_button.clicked.connect(self._on_add_clicked)
        self.done_button = Button(self.tr("Done"), "quiet")
        self.done_button.clicked.connect(self.left)
        self._lay_out()
        self._find = offers_of(building, From.LIBRARY)
        self._offer()

    def begin(self, *, can_leave: bool) -> None:
        """Reads what there is now, and takes the keyboard."""
        self.done_button.setVisible(can_leave)
        self._take_source(From(self.source.value))
        self.search.selectAll()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        self.delegate.set_theme(theme)
        self.list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds what is chosen, ↓ leads from the search into the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.list.currentIndex())
            return True
        if watched is self.search and event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(Words(self.tr("Add to the workout"), "body", strong=True))
        column.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _on_source_chosen(self, source: str) -> None:
        self.search.clear()
        self._take_source(From(source))

    def _take_source(self, source: From) -> None:
        self._find = offers_of(self._building, source)
        self._offer()

    def _offer(self) -> None:
        self.model.set_rows(self._find(self.search.text().strip()))
        there = self.model.rowCount() > 0
        self.list.setVisible(there)
        self.nothing.setVisible(not there)
        self.add_button.setEnabled(there)
        if there:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()
        searched = bool(self.search.text().strip())
        no_session = self.source.value == From.SESSION and not searched
        self.nothing.setText(
            self.tr("Your sessions of the last year will be listed here.")
            if no_session
            else self.tr("Nothing fits these words.")
        )

    def _on_add_clicked(self) -> None:
        self._pick(self.list.currentIndex())

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self.source.value, self.model.offer_at(index.row()).id)
