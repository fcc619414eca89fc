"""Working muscles as soft shapes on the body."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainterPath, QRadialGradient

from trainer.figure.camera import SeenBone
from trainer.figure.flesh import aspect_of
from trainer.figure.muscles import Patch
from trainer.ui.widgets.figure_canvas import Canvas
from trainer.ui.widgets.figure_shapes import direction_of, muscle, place_of

STRONG, FAINT = 0.92, 0.28
# What is seen through the body, or on its far side, is this much fainter.
THROUGH = 0.55


def light_up(
    canvas: Canvas, bone: SeenBone, patches: Sequence[Patch], colour: QColor, strength: float = 1.0
) -> None:
    """Paints these patches on one bone, brightest in their middle."""
    if not patches:
        return
    aspect = aspect_of(bone)
    across, hand = direction_of(aspect)
    place = place_of(bone, aspect)
    for patch in patches:
        path, through = muscle(patch, across, hand)
        share = strength * (THROUGH if through else 1.0)
        canvas.fill(path, _brush(path, colour, share), place)


def _brush(path: QPainterPath, colour: QColor, strength: float) -> QBrush:
    box = path.boundingRect()
    gradient = QRadialGradient(QPointF(box.center()), max(box.width(), box.height()) / 2.0 or 0.01)
    inner, outer = QColor(colour), QColor(colour)
    inner.setAlphaF(min(1.0, STRONG * strength))
    outer.setAlphaF(min(1.0, FAINT * strength))
    gradient.setColorAt(0.0, inner)
    gradient.setColorAt(0.55, inner)
    gradient.setColorAt(1.0, outer)
    return QBrush(gradient)
