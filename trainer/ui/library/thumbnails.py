"""Small pictures of exercises: the figure well into its movement, drawn once for each size and theme."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from trainer.domain.exercise import Exercise
from trainer.figure.figure import Figure
from trainer.ui.widgets.exercise_figure import figure_for
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_painter import FigurePainter, Look

SHOWN_PHASE: Final = 0.7
KEPT_BYTES: Final = 64 * 1024 * 1024
BYTES_A_PIXEL: Final = 4

Key = tuple[str, tuple[str, ...], int, int, float]


class Thumbnails:
    """Draws thumbnails when they are asked for and keeps the latest until the theme changes."""

    def __init__(self, colours: Mapping[str, str]) -> None:
        self._kept: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._kept_bytes = 0
        self.set_colours(colours)

    def set_colours(self, colours: Mapping[str, str]) -> None:
        """Takes a theme's figure colours."""
        self._painter = FigurePainter(FigureColours.from_table(colours))
        self._kept.clear()
        self._kept_bytes = 0

    def picture(self, exercise: Exercise, size: QSize, ratio: float) -> QPixmap | None:
        """The exercise's figure, or None where there is none."""
        key = _key(exercise, size, ratio)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        drawn = self._kept[key] = self._draw(exercise, size, ratio)
        self._kept_bytes += _bytes(drawn)
        while self._kept_bytes > KEPT_BYTES and len(self._kept) > 1:
            self._kept_bytes -= _bytes(self._kept.popitem(last=False)[1])
        return drawn

    def has(self, exercise: Exercise, size: QSize, ratio: float) -> bool:
        """Whether `picture` would answer without drawing."""
        return _key(exercise, size, ratio) in self._kept

    def paint(
        self, painter: QPainter, area: QRectF, exercise: Exercise, figure: Figure, phase: float
    ) -> None:
        """Paints one moment of the movement as the thumbnail shows it."""
        self._painter.paint(painter, area, figure, figure.pose(phase), Look(lit=exercise.primary_muscles))

    def _draw(self, exercise: Exercise, size: QSize, ratio: float) -> QPixmap | None:
        figure = figure_for(exercise)
        if figure is None:
            return None
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()), exercise, figure, SHOWN_PHASE)
        painter.end()
        return pixmap


def _key(exercise: Exercise, size: QSize, ratio: float) -> Key:
    return exercise.figure_id, exercise.primary_muscles, size.width(), size.height(), ratio


def _bytes(pixmap: QPixmap | None) -> int:
    return 0 if pixmap is None else pixmap.width() * pixmap.height() * BYTES_A_PIXEL
