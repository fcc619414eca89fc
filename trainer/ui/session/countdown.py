"""The countdown: digits that stand still, in a ring that has the shape of a running track."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer.ui.session.geometry import DIGITS_CAP
from trainer.ui.session.lettering import font_of

PLAIN_TO_S = 99
STROKE = 1.7  # hundredths of the window's height
_FAINT = 0.22
_NUDGE_S = 1e-6


def digits_of(seconds: float, *, down: bool) -> str:
    """Whole seconds, plain up to 99, then minutes; counting down, 0 comes only at the end."""
    whole = math.ceil(seconds - _NUDGE_S) if down else int(seconds + _NUDGE_S)
    whole = max(0, whole)
    return str(whole) if whole <= PLAIN_TO_S else f"{whole // 60}:{whole % 60:02d}"


class Countdown(QWidget):
    """Shows seconds; the ring around them empties, or, where no end is known, goes round once a minute."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self._share = 0.0
        self._window_height = 800
        self._colour = QColor(Qt.GlobalColor.black)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def digits(self) -> str:
        return self._digits

    def set_window_height(self, height: int) -> None:
        self._window_height = height
        self.update()

    def set_colour(self, colour: QColor) -> None:
        self._colour = colour
        self.update()

    def show_time(self, digits: str, share: float) -> None:
        """`share` (0..1) of the ring is full. Repaints only when something would look different."""
        share = round(max(0.0, min(1.0, share)), 3)
        if (digits, share) == (self._digits, self._share):
            return
        self._digits, self._share = digits, share
        self.setAccessibleName(digits)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(656, 344)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter)
        self._paint_digits(painter)
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        stroke_px = STROKE * self._window_height / 100
        place = QRectF(self.rect()).adjusted(stroke_px, stroke_px, -stroke_px, -stroke_px)
        track = _track(place)
        faint = QColor(self._colour)
        faint.setAlphaF(_FAINT)
        pen = QPen(faint, stroke_px)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(track)
        if self._share <= 0:
            return
        length = track.length() / stroke_px
        pen.setColor(self._colour)
        pen.setDashPattern([length * self._share, length])
        painter.setPen(pen)
        painter.drawPath(track)

    def _paint_digits(self, painter: QPainter) -> None:
        """Each digit in a cell of its own, so that none moves when its neighbour changes."""
        cap_px = DIGITS_CAP * self._window_height / 100
        font = font_of(cap_px)
        metrics = QFontMetricsF(font)
        cell, colon = metrics.horizontalAdvance("0"), metrics.horizontalAdvance(":")
        wide = sum(colon if sign == ":" else cell for sign in self._digits)
        room = self.width() - self.height() * 0.38
        if wide > room:
            shrink = room / wide
            font = font_of(cap_px * shrink)
            metrics = QFontMetricsF(font)
            cell, colon, wide = cell * shrink, colon * shrink, room
        painter.setFont(font)
        painter.setPen(self._colour)
        x = (self.width() - wide) / 2
        baseline = (self.height() + metrics.capHeight()) / 2
        for sign in self._digits:
            advance = colon if sign == ":" else cell
            painter.drawText(QPointF(x + (advance - metrics.horizontalAdvance(sign)) / 2, baseline), sign)
            x += advance


def _track(place: QRectF) -> QPainterPath:
    """Two straights and two bends, from the middle of the upper straight, clockwise."""
    radius = place.height() / 2
    bend = QRectF(place.right() - 2 * radius, place.top(), 2 * radius, 2 * radius)
    path = QPainterPath(QPointF(place.center().x(), place.top()))
    path.arcTo(bend, 90, -180)
    path.arcTo(QRectF(place.left(), place.top(), 2 * radius, 2 * radius), 270, -180)
    path.closeSubpath()
    return path
