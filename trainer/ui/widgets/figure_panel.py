"""A figure on its own ground: a rounded picture whose floor runs from edge to edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from trainer.ui.theme import Theme
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_view import FigureView

RADIUS_PX = 8
Role = QPalette.ColorRole


class FigurePanel(QFrame):
    """Holds a `FigureView` in `view` and rounds its corners off."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("stage", True)
        self.view = FigureView(FigureColours.from_table(theme.figure))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._corners = _Corners(self)

    def set_theme(self, theme: Theme) -> None:
        """Paints the figure in the theme's colours."""
        self.view.set_colours(FigureColours.from_table(theme.figure))


class _Corners(QWidget):
    """Lies over the picture and paints its four corners in the colour of the card around it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        outer, inner = QPainterPath(), QPainterPath()
        outer.addRect(QRectF(self.rect()))
        inner.addRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outer.subtracted(inner), QApplication.palette().color(Role.Base))
        painter.end()
