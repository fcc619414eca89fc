"""One rung of a ladder: a small figure and its name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from trainer.domain.exercise import Exercise
from trainer.ui.library.card_words import fonts, paint_lines
from trainer.ui.library.thumbnails import Thumbnails

Role = QPalette.ColorRole
SHAPE = 0.66
RADIUS_PX = 10
PAD_PX = 8


class Rung(QAbstractButton):
    """A button that opens its exercise; `here` marks the exercise whose ladder it is, which opens nothing."""

    def __init__(
        self,
        exercise: Exercise,
        thumbnails: Thumbnails,
        spoken: str,
        *,
        here: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.exercise = exercise
        self._thumbnails, self._here = thumbnails, here
        self.setText(exercise.name)
        self.setAccessibleName(spoken)
        if here:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
            self.setToolTip(exercise.name)

    def heightForWidth(self, width: int) -> int:
        return round(width * SHAPE) + 2 * QFontMetrics(fonts()[0]).lineSpacing() + 2 * PAD_PX

    def sizeHint(self) -> QSize:
        return QSize(140, self.heightForWidth(140))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        picture = QRect(0, 0, self.width(), round(self.width() * SHAPE))
        self._paint_picture(painter, picture)
        words = self.rect().adjusted(PAD_PX, picture.height() + PAD_PX, -PAD_PX, -PAD_PX)
        paint_lines(painter, words, self.exercise.name, fonts()[0])
        self._paint_edge(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QApplication.palette().color(Role.Base))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)

    def _paint_picture(self, painter: QPainter, place: QRect) -> None:
        painter.save()
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        painter.setClipPath(rounded)
        painter.fillRect(place, QApplication.palette().color(Role.Window))
        picture = self._thumbnails.picture(self.exercise, place.size(), self.devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(place.topLeft(), picture)
        painter.restore()

    def _paint_edge(self, painter: QPainter) -> None:
        strong = self._here or self.hasFocus()
        role = Role.Highlight if strong or self.underMouse() else Role.Mid
        width = 2.0 if strong else 1.0
        painter.setPen(QPen(QApplication.palette().color(role), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS_PX - inset, RADIUS_PX - inset
        )
