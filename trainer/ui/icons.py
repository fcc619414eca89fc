"""Icons: Lucide's lines in a colour of the palette, drawn at the resolution they are shown at."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImageReader, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from trainer.resources import resource_path

STROKE_PX = "1.75"
Role = QPalette.ColorRole


@lru_cache(maxsize=256)
def icon_pixmap(name: str, colour: str, size_px: int, ratio: float = 1.0, *, filled: bool = False) -> QPixmap:
    """The icon `resources/icons/<name>.svg` in `colour`, `size_px` wide on a screen with that pixel ratio.

    `filled` fills what its lines enclose.
    """
    text = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{STROKE_PX}"')
    if filled:
        text = text.replace('fill="none"', f'fill="{colour}"')
    side_px = round(size_px * ratio)
    buffer = QBuffer()
    buffer.setData(text.encode())
    # Through the image plugin: importing QtSvg would cost the first paint 15 ms.
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(side_px, side_px))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def themed_icon(
    name: str, role: Role, checked_role: Role | None = None, size_px: int = 20, gap_px: int = 0
) -> QIcon:
    """An icon in a colour of the application's palette; another colour where its button is checked.

    `gap_px` is free room right of the icon, for a text that follows it.
    """
    palette = QApplication.palette()
    ratio = max(screen.devicePixelRatio() for screen in QApplication.screens())
    faded = palette.color(QPalette.ColorGroup.Disabled, Role.WindowText)
    pictures = {
        (QIcon.Mode.Normal, QIcon.State.Off): palette.color(role),
        (QIcon.Mode.Disabled, QIcon.State.Off): faded,
    }
    if checked_role is not None:
        pictures[QIcon.Mode.Normal, QIcon.State.On] = palette.color(checked_role)
        pictures[QIcon.Mode.Active, QIcon.State.On] = palette.color(checked_role)
    icon = QIcon()
    for (mode, state), colour in pictures.items():
        icon.addPixmap(_with_gap(icon_pixmap(name, colour.name(), size_px, ratio), gap_px), mode, state)
    return icon


def _with_gap(pixmap: QPixmap, gap_px: int) -> QPixmap:
    if not gap_px:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.width() + round(gap_px * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide


def paint_icon(painter: QPainter, name: str, colour: QColor, place: QRectF, *, filled: bool = False) -> None:
    """Paints the icon into a square of a painter's own units, sharp on its device."""
    ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
    pixmap = icon_pixmap(name, colour.name(), round(place.width()), ratio, filled=filled)
    painter.drawPixmap(place.topLeft(), pixmap)
