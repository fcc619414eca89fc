"""The strip at the foot: what is said or told, the last result, the time left, the state of the sound."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QWidget

from trainer.ui.icons import paint_icon
from trainer.ui.session.geometry import SMALL_CAP
from trainer.ui.session.lettering import paint_line

Role = QPalette.ColorRole


class Strip(QFrame):
    """A message stands in the place of captions until it is taken away; a click on it wants it undone."""

    undo_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._caption, self._message, self._last, self._left, self._badge = "", "", "", "", ""
        self._unit = 8.0

    @property
    def caption(self) -> str:
        """What is shown of speech now."""
        return self._caption

    @property
    def message(self) -> str:
        return self._message

    @property
    def badge(self) -> str:
        return self._badge

    def set_window_height(self, height: int) -> None:
        self._unit = height / 100
        self.update()

    def set_caption(self, text: str) -> None:
        self._caption = text
        self._describe()

    def set_message(self, text: str) -> None:
        self._message = text
        self._describe()

    def set_last(self, text: str) -> None:
        self._last = text
        self._describe()

    def set_time_left(self, text: str) -> None:
        if text != self._left:
            self._left = text
            self._describe()

    def set_badge(self, text: str) -> None:
        if text != self._badge:
            self._badge = text
            self._describe()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._message:
            self.undo_clicked.emit()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        text, muted = self.palette().color(Role.WindowText), self.palette().color(Role.PlaceholderText)
        pad, cap_px = 2 * self._unit, SMALL_CAP * self._unit
        area = QRectF(self.rect()).adjusted(pad, 0, -pad, 0)
        right = self._paint_right(painter, area, cap_px)
        said = self._message or self._caption
        room = QRectF(area.left(), area.top(), max(0.0, right - pad - area.left()), area.height())
        if said:
            paint_line(painter, room, said, cap_px, text)
        elif self._last:
            paint_line(painter, room, self._last, cap_px, muted, strong=False)
        painter.end()

    def _paint_right(self, painter: QPainter, area: QRectF, cap_px: float) -> float:
        """Time left and badge; their left edge."""
        muted = self.palette().color(Role.PlaceholderText)
        left = area.right() - 26 * self._unit
        align = Qt.AlignmentFlag.AlignRight
        paint_line(
            painter,
            QRectF(left, area.top(), area.right() - left, area.height()),
            self._left,
            cap_px,
            muted,
            align,
            strong=False,
        )
        if not self._badge:
            return left
        side = round(3.4 * self._unit)
        wide = 19 * self._unit
        square = QRectF(left - wide, area.center().y() - side / 2, side, side)
        paint_icon(painter, "volume-x", self.palette().color(Role.WindowText), square)
        words = QRectF(square.right() + self._unit, area.top(), wide - side - self._unit, area.height())
        paint_line(painter, words, self._badge, cap_px, self.palette().color(Role.WindowText))
        return square.left()

    def _describe(self) -> None:
        parts = (self._message or self._caption, self._last, self._badge, self._left)
        self.setAccessibleName(". ".join(part for part in parts if part))
        self.update()
