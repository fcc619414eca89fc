"""How the builder's lists look: a small figure, a name, a line of facts, and what is done in turn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from trainer.domain.exercise import Exercise
from trainer.ui.icons import paint_icon
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.theme import TYPE_SCALE_PX, Theme, text_scale

Role = QPalette.ColorRole
Index = QModelIndex | QPersistentModelIndex
EXERCISE_ROLE = Qt.ItemDataRole.UserRole + 1
FACTS_ROLE = Qt.ItemDataRole.UserRole + 2
GROUP_ROLE = Qt.ItemDataRole.UserRole + 3
"""A pair: where in its group the row is (`FIRST`, `INNER`, `LAST`, or ALONE), and the group's word."""
ALONE, FIRST, INNER, LAST = "", "first", "inner", "last"

PICTURE_PX = QSize(64, 48)
PAD_PX, GAP_PX, BAR_PX, RADIUS_PX = 8, 12, 4, 8
NO_FIGURE_PX = 24


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of a list; a superset or circuit has a bar along it and its word above it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = Thumbnails(theme.figure)

    def set_theme(self, theme: Theme) -> None:
        self._thumbnails.set_colours(theme.figure)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(self._picture().height(), self._words_height(index)) + 2 * PAD_PX
        return QSize(round(240 * text_scale()), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(2, 1, -2, -1)
        _paint_ground(painter, row, option.state)
        left = row.left() + PAD_PX
        where, word = index.data(GROUP_ROLE) or (ALONE, "")
        if where != ALONE:
            _paint_bar(painter, option.rect, where)
            left += BAR_PX + PAD_PX
        picture = QRect(0, 0, self._picture().width(), self._picture().height())
        picture.moveTopLeft(QPointF(left, row.center().y() - picture.height() / 2).toPoint())
        self._paint_picture(painter, picture, index.data(EXERCISE_ROLE))
        words = QRect(row)
        words.setLeft(picture.right() + GAP_PX)
        words.setRight(row.right() - PAD_PX)
        self._paint_words(painter, words, index, word if where == FIRST else "")
        painter.restore()

    def _picture(self) -> QSize:
        return PICTURE_PX * text_scale()

    def _words_height(self, index: Index) -> int:
        where, _ = index.data(GROUP_ROLE) or (ALONE, "")
        lines = [_font("body", strong=True), _font("small")]
        lines += [_font("caption", strong=True)] if where == FIRST else []
        return sum(QFontMetrics(font).height() for font in lines) + 4

    def _paint_words(self, painter: QPainter, place: QRect, index: Index, above: str) -> None:
        palette = QApplication.palette()
        lines = [
            (above, _font("caption", strong=True), palette.color(Role.Highlight)),
            (str(index.data()), _font("body", strong=True), palette.color(Role.WindowText)),
            (str(index.data(FACTS_ROLE) or ""), _font("small"), palette.color(Role.PlaceholderText)),
        ]
        lines = [line for line in lines if line[0]]
        height = sum(QFontMetrics(font).height() for _, font, _ in lines)
        top = place.center().y() - height // 2
        for text, font, colour in lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(colour)
            line = QRect(place.left(), top, place.width(), metrics.height())
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)
            top += metrics.height()

    def _paint_picture(self, painter: QPainter, place: QRect, exercise: Exercise | None) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        picture = None if exercise is None else self._thumbnails.picture(exercise, place.size(), ratio)
        if picture is not None:
            painter.drawPixmap(place.topLeft(), picture)
            return
        square = QRectF(0, 0, NO_FIGURE_PX, NO_FIGURE_PX)
        square.moveCenter(QPointF(place.center()))
        paint_icon(painter, "dumbbell", QApplication.palette().color(Role.PlaceholderText), square)


def _font(size: str, *, strong: bool = False) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(round(TYPE_SCALE_PX[size] * text_scale()))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def _paint_ground(painter: QPainter, row: QRect, state: QStyle.StateFlag) -> None:
    palette = QApplication.palette()
    accent = palette.color(Role.Highlight)
    if state & QStyle.StateFlag.State_Selected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_faint(accent, 0.12))
        painter.drawRoundedRect(row, RADIUS_PX, RADIUS_PX)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_faint(palette.color(Role.WindowText), 0.05))
        painter.drawRoundedRect(row, RADIUS_PX, RADIUS_PX)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(accent, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), RADIUS_PX - 1, RADIUS_PX - 1)


def _paint_bar(painter: QPainter, row: QRect, where: str) -> None:
    """A line along the group, with room above its first row and below its last."""
    bar = QRect(row.left() + 2 + PAD_PX // 2, row.top(), BAR_PX, row.height())
    bar.setTop(bar.top() + (PAD_PX if where == FIRST else 0))
    bar.setBottom(bar.bottom() - (PAD_PX if where == LAST else 0))
    painter.fillRect(bar, QApplication.palette().color(Role.Highlight))


def _faint(colour: QColor, share: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(share)
    return faint
