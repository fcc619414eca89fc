"""The running cycle as a band to scrub in: phases above, the hamstrings' work below, a playhead over both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from trainer.domain.stride import CYCLE, Phase, phase_at
from trainer.ui.learn.strip_painter import EDGE_PX, StripLayout, StripPainter
from trainer.ui.learn.words import moment_words
from trainer.ui.theme import Theme

STEP = 2
WIDTH_PX, SMALLEST_PX = 640, 320


class PhaseStrip(QAbstractSlider):
    """A slider over the cycle, in percent; `scrubbed` tells where somebody went, `phase_stepped` by how many
    phases, `play_asked` that it is to play or rest.
    """

    scrubbed = Signal(float)
    phase_stepped = Signal(int)
    play_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._percent = 0.0
        self._said: Phase | None = None
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, round(CYCLE) - 1)
        self.setSingleStep(STEP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Moment of the stride"))
        self.setToolTip(self.tr("Arrow keys move, Page keys go from phase to phase, Space plays"))
        self.valueChanged.connect(self._on_self_value_changed)
        self._describe()

    @property
    def percent(self) -> float:
        """The moment that is shown."""
        return self._percent

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_moment(self, percent: float, *, moving: bool = False) -> None:
        """Shows this moment; while it is `moving`, a screen reader hears of each phase once."""
        self._percent = percent
        phase = phase_at(percent)
        if not moving or phase is not self._said:
            self._said = phase
            self.blockSignals(True)
            self.setValue(int(percent))
            self.blockSignals(False)
            self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, self.height_at(WIDTH_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST_PX, self.height_at(max(self.width(), SMALLEST_PX)))

    def height_at(self, width_px: int) -> int:
        """How high it is where it is so wide: words that do not fit take another line."""
        return round(self._layout_of(width_px).height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.height_at(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(self.height_at(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._layout_of(self.width())
        StripPainter(painter, layout, self._theme).paint(self._percent, focused=self.hasFocus())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.scrubbed.emit(self._percent_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.scrubbed.emit(self._percent_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.play_asked.emit()
        elif key in _PHASE_KEYS:
            self.phase_stepped.emit(_PHASE_KEYS[key])
        elif key in _STEP_KEYS:
            self.scrubbed.emit((int(self._percent) + _STEP_KEYS[key]) % CYCLE)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.scrubbed.emit(float(self.minimum() if key == Qt.Key.Key_Home else self.maximum()))
        else:
            super().keyPressEvent(event)

    def _layout_of(self, width: int) -> StripLayout:
        font = self.font()
        font.setPixelSize(round(max(font.pixelSize(), 12) * 0.75))
        return StripLayout(QRectF(0, 0, width, 0), font, QFontMetricsF(font))

    def _percent_at(self, place: QPointF) -> float:
        share = (place.x() - EDGE_PX) / max(1.0, self.width() - 2 * EDGE_PX)
        return min(max(share * CYCLE, 0.0), CYCLE - 0.1)

    def _describe(self) -> None:
        self.setAccessibleDescription(moment_words(phase_at(self._percent), self._percent))

    def _on_self_value_changed(self, value: int) -> None:
        """An assistive program, or the wheel, has set it."""
        self.scrubbed.emit(float(value))


_STEP_KEYS = {
    Qt.Key.Key_Left: -STEP,
    Qt.Key.Key_Down: -STEP,
    Qt.Key.Key_Right: STEP,
    Qt.Key.Key_Up: STEP,
}
_PHASE_KEYS = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
