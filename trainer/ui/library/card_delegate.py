"""Paints one exercise as a card: figure, name, area, level as dots."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.domain.exercise import Exercise
from trainer.domain.vocabulary import REGIONS
from trainer.ui.icons import paint_icon
from trainer.ui.library.model import EXERCISE_ROLE
from trainer.ui.library.thumbnails import Thumbnails

Role = QPalette.ColorRole
GAP_PX = 12
PAD_PX = 12
RADIUS_PX = 12
PICTURE_SHAPE = 0.72
LEVELS = 5
NO_FIGURE_PX = 32


class CardDelegate(QStyledItemDelegate):
    """Cards of one size, set by the view from its width."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._cell = QSize(200, 240)

    def set_width(self, width_px: int) -> None:
        """Makes each cell, gap included, this wide."""
        height = round((width_px - GAP_PX) * PICTURE_SHAPE) + self._words_height() + GAP_PX
        self._cell = QSize(width_px, height)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._cell

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        exercise: Exercise = index.data(EXERCISE_ROLE)
        place = option.rect.adjusted(0, 0, -GAP_PX, -GAP_PX)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = QApplication.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(Role.Base))
        painter.drawRoundedRect(QRectF(place), RADIUS_PX, RADIUS_PX)
        picture = QRect(place.left(), place.top(), place.width(), round(place.width() * PICTURE_SHAPE))
        self._paint_picture(painter, place, picture, exercise)
        self._paint_words(painter, place.adjusted(PAD_PX, picture.height() + 8, -PAD_PX, -PAD_PX), exercise)
        _paint_edge(painter, place, state)
        painter.restore()

    def _paint_picture(self, painter: QPainter, card: QRect, place: QRect, exercise: Exercise) -> None:
        painter.save()
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(card), RADIUS_PX, RADIUS_PX)
        painter.setClipPath(rounded)
        painter.fillRect(place, QApplication.palette().color(Role.Window))
        ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
        picture = self._thumbnails.picture(exercise, place.size(), ratio)
        if picture is not None:
            painter.drawPixmap(place.topLeft(), picture)
        else:
            colour = QApplication.palette().color(Role.Mid)
            square = QRectF(0, 0, NO_FIGURE_PX, NO_FIGURE_PX)
            square.moveCenter(QPointF(place.center()))
            paint_icon(painter, "dumbbell", colour, square)
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRect, exercise: Exercise) -> None:
        palette = QApplication.palette()
        name_font, small_font = _fonts()
        painter.setFont(name_font)
        painter.setPen(palette.color(Role.WindowText))
        line_px = QFontMetrics(name_font).lineSpacing()
        for number, line in enumerate(two_lines(exercise.name, name_font, place.width())):
            painter.drawText(
                QRect(place.left(), place.top() + number * line_px, place.width(), line_px),
                int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                line,
            )
        small_px = QFontMetrics(small_font).lineSpacing()
        foot = QRect(place.left(), place.bottom() - small_px + 1, place.width(), small_px)
        dots_px = self._paint_dots(painter, foot, exercise.level)
        painter.setFont(small_font)
        painter.setPen(palette.color(Role.PlaceholderText))
        region = REGIONS.get(exercise.region, exercise.region)
        room = foot.width() - dots_px - 8
        painter.drawText(
            foot,
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            QFontMetrics(small_font).elidedText(region, Qt.TextElideMode.ElideRight, room),
        )

    def _paint_dots(self, painter: QPainter, place: QRect, level: int) -> int:
        size, step = 6.0, 10.0
        width = step * LEVELS
        on, off = _dot_colours()
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(LEVELS):
            painter.setBrush(on if number < level else off)
            left = place.right() - width + number * step + (step - size)
            painter.drawEllipse(QRectF(left, place.center().y() - size / 2 + 0.5, size, size))
        return int(width)

    def _words_height(self) -> int:
        name_font, small_font = _fonts()
        return (
            8
            + 2 * QFontMetrics(name_font).lineSpacing()
            + 6
            + QFontMetrics(small_font).lineSpacing()
            + PAD_PX
        )


def _paint_edge(painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    width = 2.0 if focused else 1.0
    role = Role.Highlight if focused or hovered else Role.Mid
    painter.setPen(QPen(QApplication.palette().color(role), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    frame = QRectF(place).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(frame, RADIUS_PX - inset, RADIUS_PX - inset)


def _dot_colours() -> tuple[QColor, QColor]:
    palette = QApplication.palette()
    return palette.color(Role.Highlight), palette.color(Role.Mid)


def _fonts() -> tuple[QFont, QFont]:
    """The fonts of a card's name and of its small line, from the application's size of text."""
    name = QFont(QApplication.font())
    body_px = name.pixelSize() if name.pixelSize() > 0 else 16
    small = QFont(name)
    small.setPixelSize(round(body_px * 12 / 16))
    name.setPixelSize(round(body_px * 14 / 16))
    name.setWeight(QFont.Weight.DemiBold)
    return name, small


def two_lines(text: str, font: QFont, width_px: int) -> list[str]:
    """The text broken into at most two lines, the second one elided."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width_px)
    first = text[: line.textLength()].rstrip()
    layout.endLayout()
    rest = text[line.textLength() :].strip()
    if not rest:
        return [first]
    return [first, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width_px)]
