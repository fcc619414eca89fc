"""What every chart has: a mark under the pointer or the arrow keys, its words, and its rows as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from trainer.ui.charts.table import TableTwin
from trainer.ui.theme import Theme, mix, palette_of, text_scale
from trainer.ui.widgets.text import tabular

Role = QPalette.ColorRole
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: None, Qt.Key.Key_End: None}


class Chart(QWidget):
    """A chart of `mark_count` marks; subclasses paint and say where a mark is and what it means.

    `mark_chosen` carries the index of the mark that was clicked, or confirmed with Enter.
    """

    mark_chosen = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._palette = theme, palette_of(theme)
        self._marked = -1
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def marked(self) -> int:
        """The mark under the pointer or the keys, or −1."""
        return self._marked

    def set_theme(self, theme: Theme) -> None:
        self._theme, self._palette = theme, palette_of(theme)
        self.update()

    def mark_count(self) -> int:
        """How many marks there are."""
        raise NotImplementedError

    def mark_at(self, place: QPointF) -> int:
        """The mark at a place in the widget, or −1."""
        raise NotImplementedError

    def mark_place(self, index: int) -> QPointF:
        """Where a mark's words point to."""
        raise NotImplementedError

    def mark_words(self, index: int) -> str:
        """What a mark says."""
        raise NotImplementedError

    def paint(self, painter: QPainter) -> None:
        """Draws everything but the focus ring."""
        raise NotImplementedError

    def table(self) -> TableTwin:
        """The values that are in view."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(600, round(240 * text_scale()))

    def colour(self, role: Role) -> QColor:
        """A colour of the chart's own theme: on paper it is the light one, whatever the window has."""
        return self._palette.color(role)

    def inked(self, colour: str, part: float = 0.7) -> QColor:
        """A colour of the theme that stands out from both grounds: `part` of it, the rest the text's."""
        return QColor(mix(colour, self._theme.colours.text, part))

    def small_font(self, part: float = 0.75) -> QFont:
        """The caption size: three quarters of the text."""
        font = QFont(self.font())
        font.setPixelSize(round(max(font.pixelSize(), 12) * part))
        return tabular(font)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small_font())
        self.paint(painter)
        if self.hasFocus():
            painter.setClipping(False)
            painter.setPen(QPen(self.colour(Role.Highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mark(self.mark_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.mark_at(event.position())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.mark_chosen.emit(index)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mark(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = Qt.Key(event.key()), self.mark_count()
        if count and key in _KEYS:
            step = _KEYS[key]
            if step is None:
                self.mark(0 if key == Qt.Key.Key_Home else count - 1)
            elif self._marked < 0:
                self.mark(self.first_mark(step))
            else:
                self.mark(min(max(self._marked + step, 0), count - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._marked >= 0:
            self.mark_chosen.emit(self._marked)
        else:
            super().keyPressEvent(event)

    def first_mark(self, _step: int) -> int:
        """Where the arrow keys begin: at the newest."""
        return self.mark_count() - 1

    def forget_mark(self) -> None:
        """Marks nothing; for new data."""
        self._marked = -1
        self.update()

    def mark(self, index: int) -> None:
        """Marks one, −1 for none, and says it."""
        if index == self._marked:
            return
        self._marked = index
        self.update()
        if index < 0:
            QToolTip.hideText()
            return
        words = self.mark_words(index)
        self.setAccessibleDescription(words)
        place = self.mark_place(index).toPoint()
        QToolTip.showText(self.mapToGlobal(place), words, self)
