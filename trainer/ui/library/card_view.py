"""The cards, three to five across."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from trainer.ui.library.card_delegate import CardDelegate
from trainer.ui.library.model import EXERCISE_ROLE, ExerciseModel
from trainer.ui.library.thumbnails import Thumbnails

CARD_PX = 200
FEWEST, MOST = 2, 5


class CardView(QListView):
    """A grid of exercise cards; `exercise_chosen` carries the id, by click, Enter or Return."""

    exercise_chosen = Signal(str)

    def __init__(self, model: ExerciseModel, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        self.setAccessibleName(self.tr("Exercises"))
        self._delegate = CardDelegate(thumbnails, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_item_chosen)
        self.activated.connect(self._on_item_chosen)

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() - 1
        text_px = self.font().pixelSize() if self.font().pixelSize() > 0 else 16
        across = max(FEWEST, min(MOST, round(room / (CARD_PX * (0.5 + text_px / 32)))))
        self._delegate.set_width(room // across)
        self.scheduleDelayedItemsLayout()

    def _on_item_chosen(self, index: QModelIndex) -> None:
        self.exercise_chosen.emit(index.data(EXERCISE_ROLE).id)
