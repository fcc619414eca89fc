"""What the painters of things share: their tones, straight lines, round corners."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath, QTransform

from trainer.figure.pose import Pose
from trainer.figure.props import Prop
from trainer.ui.widgets.figure_canvas import Canvas
from trainer.ui.widgets.figure_colours import FigureColours, blend

Paint = Callable[[Canvas, Prop, Pose], None]


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of things."""

    main: QColor
    accent: QColor
    ground: QColor
    dark: QColor
    light: QColor
    lit: QColor

    @classmethod
    def of(cls, colours: FigureColours) -> Tones:
        """Those of a theme."""
        names = (
            colours.prop,
            colours.prop_accent,
            colours.ground,
            colours.outline,
            colours.shoe,
            colours.muscle,
        )
        return cls(*(QColor(name) for name in names))

    @property
    def strap(self) -> QColor:
        """Of bands and belts: they do the pulling, so they are a little of the muscles' colour."""
        return blend(self.accent, self.lit, 0.35)


def line(canvas: Canvas, points: list[QPointF], width: float, tone: QColor) -> None:
    """A stroke from point to point."""
    for start, end in pairwise(points):
        canvas.line(start, end, width, tone)


def clear(colour: QColor, share: float) -> QColor:
    """The colour, only so opaque."""
    result = QColor(colour)
    result.setAlphaF(share)
    return result


def rounded(x: float, y: float, size: tuple[float, float], corner: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, *size), corner, corner)
    return path


def turned(at: QPointF, degrees: float) -> QTransform:
    """Puts a shape drawn about the origin there, turned."""
    return QTransform.fromTranslate(at.x(), at.y()).rotate(degrees)
