"""A chart along time: zoomed and moved with wheel, pinch, drag and keys, together with others on its axis."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from trainer.ui.charts.chart import Chart
from trainer.ui.charts.scale import Scale
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.theme import Theme

_STEP = 1.25
_PART = 0.2
_NOTCH = 120.0
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1 / _STEP, Qt.Key.Key_Equal: 1 / _STEP, Qt.Key.Key_Minus: _STEP}
_PAN_KEYS = {Qt.Key.Key_Left: -_PART, Qt.Key.Key_Right: _PART}


class TimeChart(Chart):
    """Subclasses lay out `plot`; `day_scale` places days in it.

    The wheel alone scrolls the page until the chart has the keyboard; with Ctrl it zooms in any case.
    """

    def __init__(self, name: str, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent)
        self.axis = axis
        self._held: QPointF | None = None
        self._dragged = False
        self.setAccessibleDescription(
            self.tr(
                "Left and Right walk the marks, Enter opens the session, plus and minus zoom, "
                "Shift with Left and Right moves. Ctrl+T shows the values as a table."
            )
        )
        self.grabGesture(Qt.GestureType.PinchGesture)
        axis.changed.connect(self._on_axis_changed)

    def plot(self) -> QRectF:
        """Where the marks go."""
        raise NotImplementedError

    def day_of(self, index: int) -> float:
        """The day of a mark, by its ordinal."""
        raise NotImplementedError

    def day_scale(self) -> Scale:
        """Days, by their ordinals, across the plot."""
        plot = self.plot()
        return Scale(self.axis.start, self.axis.end, plot.left(), plot.right())

    def mark(self, index: int) -> None:
        """Marks one, bringing it into view."""
        if index >= 0:
            self.axis.reveal(self.day_of(index))
        super().mark(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        by_px = event.position().x() - self._held.x()
        if self._dragged or abs(by_px) >= QApplication.startDragDistance():
            self._dragged = True
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.axis.pan(-by_px * self._days_a_px())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._dragged, self._held = self._dragged, False, None
        self.unsetCursor()
        if not dragged:
            super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        held = event.modifiers()
        if held & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            self.axis.pan(-(turned.x() or turned.y()) / _NOTCH * _PART * self.axis.days)
        elif held & Qt.KeyboardModifier.ControlModifier or self.hasFocus():
            self._zoom(_STEP ** (-turned.y() / _NOTCH), event.position())
        else:
            event.ignore()
            return
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture:
            native = cast("QNativeGestureEvent", event)
            if native.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom(1 / max(0.1, 1 + native.value()), native.position())
                return True
        elif event.type() == QEvent.Type.Gesture:
            pinch = cast("QGestureEvent", event).gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._zoom(1 / max(0.1, pinch.scaleFactor()), pinch.centerPoint())
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ZOOM_KEYS:
            self.zoom(_ZOOM_KEYS[key])
        elif key in _PAN_KEYS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.axis.pan(_PAN_KEYS[key] * self.axis.days)
        else:
            super().keyPressEvent(event)

    def first_mark(self, step: int) -> int:
        """Where the arrow keys begin: at the newest that is in view."""
        in_view = [i for i in range(self.mark_count()) if self.axis.start <= self.day_of(i) < self.axis.end]
        return in_view[-1] if in_view else super().first_mark(step)

    def zoom(self, factor: float) -> None:
        """Shows `factor` times as many days around the mark, or the middle."""
        middle = (self.axis.start + self.axis.end) / 2
        self.axis.zoom(factor, self.day_of(self.marked) if self.marked >= 0 else middle)

    def _zoom(self, factor: float, place: QPointF) -> None:
        plot = self.plot()
        x = min(max(place.x(), plot.left()), plot.right())
        self.axis.zoom(factor, self.axis.start + (x - plot.left()) * self._days_a_px())

    def _days_a_px(self) -> float:
        return self.axis.days / max(1.0, self.plot().width())

    def _on_axis_changed(self) -> None:
        self.update()
