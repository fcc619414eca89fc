"""A scale of 0–10 to answer on: eleven numbered cells, none of them chosen at first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractSlider, QApplication, QSizePolicy, QWidget

from trainer.ui.theme import text_scale
from trainer.ui.widgets.text import tabular

Role = QPalette.ColorRole
MOST = 10
CELL_PX = (22, 32)
"""The least width and the height of a cell at 100 % text."""
EARLIER = (Qt.Key.Key_Left, Qt.Key.Key_Down)
LATER = (Qt.Key.Key_Right, Qt.Key.Key_Up)


class Scale(QAbstractSlider):
    """Answered by a click, by arrows or by digits (0 after 1 is ten); Backspace takes the answer back."""

    answered = Signal()
    """The answer is another one, or gone."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = False
        self.setRange(0, MOST)
        self.setPageStep(1)
        self.setTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self._describe()

    @property
    def answer(self) -> int | None:
        """0–10, or None where nothing was chosen."""
        return self.value() if self._given else None

    def give(self, answer: int | None) -> None:
        """Chooses a cell, or none."""
        if answer == self.answer:
            return
        self._given = answer is not None
        self.setValue(answer or 0)
        self._describe()
        self.update()
        self.answered.emit()

    def sizeHint(self) -> QSize:
        scale = text_scale()
        return QSize(round((MOST + 1) * (CELL_PX[0] + 4) * scale), round(CELL_PX[1] * scale))

    def minimumSizeHint(self) -> QSize:
        scale = text_scale()
        return QSize(round((MOST + 1) * CELL_PX[0] * scale), round(CELL_PX[1] * scale))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            cell = int(event.position().x() * (MOST + 1) / max(1, self.width()))
            self.give(max(0, min(MOST, cell)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isdecimal():
            self.give(MOST if text == "0" and self.answer == 1 else int(text))
        elif event.key() in EARLIER:
            self.give(max(0, (self.answer or 0) - 1))
        elif event.key() in LATER:
            self.give(0 if self.answer is None else min(MOST, self.answer + 1))
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.give(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = tabular(self.font())
        font.setPixelSize(round(13 * text_scale()))
        painter.setFont(font)
        step = self.width() / (MOST + 1)
        for cell in range(MOST + 1):
            place = QRectF(cell * step, 0, step, self.height()).adjusted(1, 2, -1, -2)
            self._paint_cell(painter, place, cell)
        painter.end()

    def _paint_cell(self, painter: QPainter, place: QRectF, cell: int) -> None:
        palette = QApplication.palette()
        chosen = cell == self.answer
        lit = self.hasFocus() and (chosen or (not self._given and cell == 0))
        painter.setBrush(palette.color(Role.Highlight if chosen else Role.Base))
        painter.setPen(QPen(palette.color(Role.WindowText if lit else Role.Mid), 2.0 if lit else 1.0))
        painter.drawRoundedRect(place, 6, 6)
        painter.setPen(palette.color(Role.HighlightedText if chosen else Role.WindowText))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(cell))

    def _describe(self) -> None:
        none = self.tr("Not answered. Digits answer, Backspace takes the answer back.")
        self.setAccessibleDescription(
            none if self.answer is None else self.tr("{0} of 10").format(self.answer)
        )
