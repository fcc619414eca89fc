"""Small pictures of exercises: the figure well into its movement, drawn once for each size and theme."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from trainer.domain.exercise import Exercise
from trainer.errors import ContentError
from trainer.figure.loading import has_figure, load_figure
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_painter import FigurePainter, Look

log = logging.getLogger(__name__)

SHOWN_PHASE = 0.7


class Thumbnails:
    """Draws thumbnails when they are first shown and keeps them until the theme or size changes."""

    def __init__(self, colours: Mapping[str, str]) -> None:
        self._kept: dict[tuple[str, int, int, float], QPixmap | None] = {}
        self.set_colours(colours)

    def set_colours(self, colours: Mapping[str, str]) -> None:
        """Takes a theme's figure colours."""
        self._painter = FigurePainter(FigureColours.from_table(colours))
        self._kept.clear()

    def picture(self, exercise: Exercise, size: QSize, ratio: float) -> QPixmap | None:
        """The exercise's figure, or None where none is shipped."""
        key = (exercise.id, size.width(), size.height(), ratio)
        if key not in self._kept:
            self._kept[key] = self._draw(exercise, size, ratio)
        return self._kept[key]

    def _draw(self, exercise: Exercise, size: QSize, ratio: float) -> QPixmap | None:
        if not has_figure(exercise.id):
            return None
        try:
            figure = load_figure(exercise.id)
        except ContentError as error:
            log.warning("No thumbnail: %s", error)
            return None
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        area = QRectF(0, 0, size.width(), size.height())
        self._painter.paint(
            painter, area, figure, figure.pose(SHOWN_PHASE), Look(lit=exercise.primary_muscles)
        )
        painter.end()
        return pixmap
