"""The cards, three to five across."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QWidget

from trainer.domain.exercise import Exercise
from trainer.ui.library.card_delegate import CardDelegate, Index
from trainer.ui.library.live_card import LiveCard
from trainer.ui.library.model import EXERCISE_ROLE, ExerciseModel
from trainer.ui.library.thumbnails import Thumbnails

CARD_PX = 200
FEWEST, MOST = 2, 5


class CardView(QListView):
    """A grid of exercise cards; `exercise_chosen` carries the id, by click, Enter or Return.

    `star_pressed` carries the id whose star was clicked, `menu_requested` the one whose menu is wanted and
    where on the screen. `moving=False` lets every figure stand still, `stars=False` shows none.
    """

    exercise_chosen = Signal(str)
    star_pressed = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(
        self,
        model: ExerciseModel,
        thumbnails: Thumbnails,
        *,
        moving: bool = True,
        stars: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        self.setAccessibleName(self.tr("Exercises"))
        self._moving, self._by_mouse = moving, False
        self._pressed_star = QPersistentModelIndex()
        self.live = LiveCard(self)
        self.live.changed.connect(self._on_live_changed)
        self._delegate = CardDelegate(thumbnails, self.live, self)
        self._delegate.stars = stars
        self._owed_0_ms = QTimer(self, singleShot=True, interval=0)
        self._owed_0_ms.timeout.connect(self.viewport().update)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self._behave()
        self.clicked.connect(self._on_item_chosen)
        self.activated.connect(self._on_item_chosen)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        model.modelReset.connect(self._attend)

    def _behave(self) -> None:
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

    def set_moving(self, moving: bool) -> None:
        """Whether the figure of the card one is on moves."""
        self._moving = moving
        self._attend()

    @property
    def current(self) -> Exercise | None:
        """The exercise whose card has the keyboard."""
        index = self.currentIndex()
        return self._exercise(index) if index.isValid() else None

    def choose(self, row: int) -> None:
        """Gives a card the keyboard, the nearest there is; no card where none is shown."""
        last = self.model().rowCount() - 1
        self.setCurrentIndex(self.model().index(max(0, min(row, last)), 0))

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        elif event.type() == QEvent.Type.ActivationChange:
            self._attend()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._delegate.begin_frame()
        super().paintEvent(event)
        if self._delegate.owing:
            self._owed_0_ms.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._attend()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._attend()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._attend()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._attend()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._attend()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_mouse = False
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._by_mouse = True
        self._point(event.position().toPoint())
        self._attend()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        star = self._star_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and star.isValid():
            self._pressed_star = star
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_star = self._pressed_star, QPersistentModelIndex()
        if not pressed.isValid():
            super().mouseReleaseEvent(event)
        elif self._star_at(event.position().toPoint()) == pressed:
            self.star_pressed.emit(pressed.data(EXERCISE_ROLE).id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(self._exercise(index).id, at if by_keyboard else event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._by_mouse = False
            self._point(QPoint(-1, -1))
            self._attend()
        return super().viewportEvent(event)

    def _fit(self) -> None:
        room = self.viewport().width() - 1
        text_px = self.font().pixelSize() if self.font().pixelSize() > 0 else 16
        across = max(FEWEST, min(MOST, round(room / (CARD_PX * (0.5 + text_px / 32)))))
        self._delegate.set_width(room // across)
        self.scheduleDelayedItemsLayout()

    def _attend(self) -> None:
        """Lets the figure move that the mouse is on, else the one with the keyboard, else none."""
        index = self._attended()
        if index.isValid():
            self.live.play(index, self._exercise(index))
        else:
            self.live.stop()

    def _attended(self) -> QModelIndex:
        if not (self._moving and self.isVisible() and self.isActiveWindow()):
            return QModelIndex()
        if self._by_mouse:
            return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))
        return self.currentIndex() if self.hasFocus() else QModelIndex()

    def _point(self, at: QPoint) -> None:
        """Shows which star would be pressed."""
        star = self._star_at(at)
        if star != self._delegate.pointed_star:
            self._delegate.pointed_star = star
            self.viewport().update()

    def _star_at(self, at: QPoint) -> QPersistentModelIndex:
        index = self.indexAt(at) if self._delegate.stars else QModelIndex()
        on_it = index.isValid() and self._delegate.star_place(self.visualRect(index)).contains(at)
        return QPersistentModelIndex(index if on_it else QModelIndex())

    def _exercise(self, index: QModelIndex) -> Exercise:
        exercise: Exercise = index.data(EXERCISE_ROLE)
        return exercise

    def _on_live_changed(self, index: QPersistentModelIndex) -> None:
        if index.isValid():
            self.viewport().update(self._delegate.picture_place(self.visualRect(index)))

    def _on_scrolled(self) -> None:
        """No figure moves while the cards do."""
        self.live.stop()
        self._attend()

    def _on_range_changed(self, least: int, most: int) -> None:
        """The bar keeps its place, so that the cards keep theirs, and shows nothing where nothing scrolls."""
        bar = self.verticalScrollBar()
        if bar.property("idle") != (least == most):
            bar.setProperty("idle", least == most)
            bar.style().unpolish(bar)
            bar.style().polish(bar)

    def _on_item_chosen(self, index: QModelIndex) -> None:
        self.exercise_chosen.emit(self._exercise(index).id)
