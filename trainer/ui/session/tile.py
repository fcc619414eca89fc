"""A large button for wet hands: a value or an icon, what it does, and the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from trainer.ui.icons import paint_icon
from trainer.ui.session.geometry import CONTROL_PX
from trainer.ui.session.lettering import font_of, paint_line
from trainer.ui.theme import mix

Role = QPalette.ColorRole
LABEL_CAP_PX, MOST_CAP_PX, KEY_CAP_PX = 11.0, 18.0, 9.0
RADIUS_PX = 12


class Tile(QAbstractButton):
    """At least 96 px each way. It takes no focus: every tile has a key, and Space must stay the session's."""

    def __init__(
        self, name: str, key: str = "", *, icon: str = "", value: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._key = key
        self._icon = icon
        self._value = value
        self._least_height_px = CONTROL_PX
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        """Shows this large, above what the tile is for."""
        if value != self._value:
            self._value = value
            self.setAccessibleDescription(value)
            self.update()

    def set_face(self, name: str, icon: str) -> None:
        """Changes what the tile is for."""
        if (name, icon) == (self._name, self._icon):
            return
        self._name, self._icon = name, icon
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._key})" if self._key else name)
        self.update()

    def set_obstacle(self, why: str) -> None:
        """Takes no press for this reason, and says it; empty lets the tile be pressed."""
        if self.isEnabled() == (not why) and self.accessibleDescription() == why:
            return
        self.setEnabled(not why)
        self.setAccessibleDescription(why)
        self.setToolTip(why or (f"{self._name} ({self._key})" if self._key else self._name))
        self.update()

    def set_key(self, key: str) -> None:
        """Names another key that does the same; empty for none."""
        self._key = key
        self.setToolTip(f"{self._name} ({key})" if key else self._name)
        self.update()

    def allow_low(self, least_height_px: int) -> None:
        """Lets the tile be lower than 96 px, where many choices stand together."""
        self._least_height_px = least_height_px
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(CONTROL_PX, self._least_height_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self._paint_ground(painter)
        touched = self.isChecked() or self.isDown() or self.underMouse()  # muted is too pale on their grounds
        muted = text if touched else self.palette().color(Role.PlaceholderText)
        area = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        centre = Qt.AlignmentFlag.AlignHCenter
        if self._value or self._icon:
            cap_px = min(MOST_CAP_PX, max(LABEL_CAP_PX, area.height() * 0.09))
            label = QRectF(area.left(), area.bottom() - 2.2 * cap_px, area.width(), 2 * cap_px)
            paint_line(painter, label, self._name, cap_px, text, centre, strong=False)
            self._paint_face(painter, area.adjusted(0, 0, 0, -2.2 * cap_px), text)
        else:
            self._paint_words(painter, area.adjusted(self._beside_px(), 0, 0, 0), text)
        if self._key:
            self._paint_key(painter, area, muted)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> QColor:
        """Paints the tile's ground; the colour of what stands on it."""
        palette = self.palette()
        surface, text, line = (palette.color(role) for role in (Role.Base, Role.Text, Role.PlaceholderText))
        if self.isChecked():
            surface, text = palette.color(Role.Highlight), palette.color(Role.HighlightedText)
        elif self.isDown():
            surface = QColor(mix(text.name(), surface.name(), 0.16))
        elif self.underMouse():
            surface = QColor(mix(text.name(), surface.name(), 0.07))
        else:
            surface = QColor(mix(text.name(), surface.name(), 0.03))
        edge = QColor(line)
        edge.setAlphaF(0.45)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        return text

    def _beside_px(self) -> float:
        """What the key takes of the width of a tile that is too low for a line of its own."""
        if not self._key or self.height() >= CONTROL_PX:
            return 0.0
        return QFontMetricsF(font_of(KEY_CAP_PX)).horizontalAdvance(self._key) + 6

    def _paint_key(self, painter: QPainter, area: QRectF, muted: QColor) -> None:
        if self._beside_px() and not (self._value or self._icon):
            paint_line(painter, area, self._key, KEY_CAP_PX, muted)
        else:
            corner = QRectF(area.left(), area.top() - 2, area.width(), 14)
            paint_line(painter, corner, self._key, KEY_CAP_PX, muted, Qt.AlignmentFlag.AlignRight)

    def _paint_words(self, painter: QPainter, area: QRectF, text: QColor) -> None:
        """The name alone, in two lines where one would be too wide."""
        cap_px = min(MOST_CAP_PX, max(LABEL_CAP_PX * 1.15, area.height() * 0.14))
        centre = Qt.AlignmentFlag.AlignHCenter
        fits = QFontMetricsF(font_of(cap_px)).horizontalAdvance(self._name) <= area.width()
        if fits or " " not in self._name:
            paint_line(painter, area, self._name, cap_px, text, centre)
            return
        first, second = _halves(self._name)
        half = QRectF(0, 0, area.width(), 2.2 * cap_px)
        half.moveBottomLeft(QPointF(area.left(), area.center().y()))
        paint_line(painter, half, first, cap_px, text, centre)
        half.moveTop(area.center().y())
        paint_line(painter, half, second, cap_px, text, centre)

    def _paint_face(self, painter: QPainter, place: QRectF, text: QColor) -> None:
        if self._value:
            cap_px = min(44.0, place.height() * 0.36)
            paint_line(painter, place, self._value, cap_px, text, Qt.AlignmentFlag.AlignHCenter)
            return
        side = round(min(48.0, place.height() * 0.5))
        square = QRectF(0, 0, side, side)
        square.moveCenter(place.center())
        paint_icon(painter, self._icon, text, square)


def _halves(words: str) -> tuple[str, str]:
    """The words in two lines of about one length."""
    spaces = [at for at, sign in enumerate(words) if sign == " "]
    middle = min(spaces, key=lambda at: abs(2 * at - len(words)))
    return words[:middle], words[middle + 1 :]
