"""Paints one exercise as a card: figure, name, area, level as dots, its star, and whether it is one's own."""

from __future__ import annotations

from PySide6.QtCore import (
    QElapsedTimer,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.domain.exercise import Exercise
from trainer.ui.icons import paint_icon
from trainer.ui.library.card_words import CardWords
from trainer.ui.library.live_card import LiveCard
from trainer.ui.library.model import EXERCISE_ROLE, STARRED_ROLE
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.theme import text_scale

Role = QPalette.ColorRole
Index = QModelIndex | QPersistentModelIndex
GAP_PX = 12
PAD_PX = 12
RADIUS_PX = 12
PICTURE_SHAPE = 0.72
NO_FIGURE_PX = 32
STAR_PX = 18
STAR_ROOM_PX = 36
# A frame spends this much on thumbnails that are not drawn yet, one at least; the others come with the next.
DRAWING_MS = 5


class CardDelegate(QStyledItemDelegate):
    """Cards of one size, set by the view from its width."""

    def __init__(self, thumbnails: Thumbnails, live: LiveCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails, self._live = thumbnails, live
        self._words = CardWords()
        self._cell = QSize(200, 240)
        self._drawn_ms = 0.0
        self.drawing_ms: float = DRAWING_MS
        self.pointed_star = QPersistentModelIndex()
        self.stars = False
        self.owing = False
        """Whether the frame left out thumbnails because their drawing would have taken too long."""

    def set_width(self, width_px: int) -> None:
        """Makes each cell, gap included, this wide."""
        height = round((width_px - GAP_PX) * PICTURE_SHAPE) + self._words.height() + GAP_PX
        self._cell = QSize(width_px, height)

    def begin_frame(self) -> None:
        """Forgets what the frame before has cost."""
        self._drawn_ms, self.owing = 0.0, False

    def picture_place(self, cell: QRect) -> QRect:
        """Where the figure of the card in this cell is."""
        card = _card(cell)
        return QRect(card.topLeft(), QSize(card.width(), round(card.width() * PICTURE_SHAPE)))

    def star_place(self, cell: QRect) -> QRect:
        """Where a click means the star of the card in this cell."""
        room = round(STAR_ROOM_PX * text_scale())
        card = _card(cell)
        return QRect(card.right() - room + 1, card.top(), room, room)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self._cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        exercise: Exercise = index.data(EXERCISE_ROLE)
        place = _card(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QApplication.palette().color(Role.Base))
        painter.drawRoundedRect(QRectF(place), RADIUS_PX, RADIUS_PX)
        picture = self.picture_place(option.rect)
        self._paint_picture(painter, place, picture, exercise, index)
        words = place.adjusted(PAD_PX, picture.height() + 8, -PAD_PX, -PAD_PX)
        self._words.paint(painter, words, exercise)
        if exercise.own:
            self._words.paint_yours(painter, picture.topLeft() + QPoint(8, 8))
        if self.stars:
            self._paint_star(painter, option, index)
        _paint_edge(painter, place, option.state)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, card: QRect, place: QRect, exercise: Exercise, index: Index
    ) -> None:
        painter.save()
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(card), RADIUS_PX, RADIUS_PX)
        painter.setClipPath(rounded)
        painter.fillRect(place, QApplication.palette().color(Role.Window))
        moment = self._live.moment_of(index)
        if moment is None:
            self._paint_thumbnail(painter, place, exercise)
        else:
            self._thumbnails.paint(painter, QRectF(place), exercise, *moment)
        painter.restore()

    def _paint_thumbnail(self, painter: QPainter, place: QRect, exercise: Exercise) -> None:
        ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
        new = not self._thumbnails.has(exercise, place.size(), ratio)
        if new and self._drawn_ms >= self.drawing_ms:
            self.owing = True
            return
        clock = QElapsedTimer()
        clock.start()
        picture = self._thumbnails.picture(exercise, place.size(), ratio)
        if new:
            self._drawn_ms += clock.nsecsElapsed() / 1e6
        if picture is not None:
            painter.drawPixmap(place.topLeft(), picture)
            return
        square = QRectF(0, 0, NO_FIGURE_PX, NO_FIGURE_PX)
        square.moveCenter(QPointF(place.center()))
        paint_icon(painter, "dumbbell", QApplication.palette().color(Role.Mid), square)

    def _paint_star(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Always where it is set; an empty one on the card that the mouse or the keyboard is on."""
        starred = bool(index.data(STARRED_ROLE))
        if not starred and not _touched(option.state):
            return
        palette = QApplication.palette()
        pointed = self.pointed_star == index
        place = QRectF(self.star_place(option.rect))
        ground = palette.color(Role.Base)
        ground.setAlphaF(0.9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        inset = place.width() / 9
        painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
        side = STAR_PX * text_scale()
        square = QRectF(0, 0, side, side)
        square.moveCenter(place.center())
        colour = palette.color(Role.Highlight if starred or pointed else Role.PlaceholderText)
        paint_icon(painter, "star", colour, square, filled=starred)


def _card(cell: QRect) -> QRect:
    return cell.adjusted(0, 0, -GAP_PX, -GAP_PX)


def _touched(state: QStyle.StateFlag) -> bool:
    return bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))


def _paint_edge(painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
    width = 2.0 if state & QStyle.StateFlag.State_HasFocus else 1.0
    role = Role.Highlight if _touched(state) else Role.Mid
    painter.setPen(QPen(QApplication.palette().color(role), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    frame = QRectF(place).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(frame, RADIUS_PX - inset, RADIUS_PX - inset)
