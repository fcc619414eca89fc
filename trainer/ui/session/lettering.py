"""Letters by their cap height: sizes are what an eye sees. Smaller only where a line would not fit.

Names that are read from three metres first give up width: height is what they are told by.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer.ui.theme import FONT_FAMILY
from trainer.ui.widgets.text import tabular

_PROBE_PX = 1000
_TALL = "bdpg"
_TIGHT_EM = -0.02  # large letters stand closer; so they are drawn by type designers, too
_NARROWEST = 0.85  # of a letter's own width


def font_of(cap_px: float, *, strong: bool = True) -> QFont:
    """The program's type with capitals of that height and figures of one width."""
    font = QFont(FONT_FAMILY)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setPixelSize(_PROBE_PX)
    cap_of_probe = QFontMetricsF(font).capHeight()
    font.setPixelSize(max(1, round(cap_px * _PROBE_PX / cap_of_probe)))
    return tabular(font)


def fitting(text: str, cap_px: float, width: float, *, strong: bool = True) -> QFont:
    """The font of that cap height, or the largest smaller one in which the text is no wider."""
    font = font_of(cap_px, strong=strong)
    needed = QFontMetricsF(font).horizontalAdvance(text)
    if needed > width > 0:
        font.setPixelSize(max(1, int(font.pixelSize() * width / needed)))
    return font


def narrowed(text: str, cap_px: float, width: float, *, strong: bool = True) -> tuple[QFont, float]:
    """A tight font of that cap height, and the share of their width that its letters keep, so that it fits.

    Where even the narrowest letters are too wide, the font is smaller.
    """
    font = font_of(cap_px, strong=strong)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _TIGHT_EM * font.pixelSize())
    needed = QFontMetricsF(font).horizontalAdvance(text)
    if needed <= width or width <= 0:
        return font, 1.0
    share = width / needed
    if share >= _NARROWEST:
        return font, share
    return narrowed(text, cap_px * share / _NARROWEST * 0.999, width, strong=strong)


class Line(QWidget):
    """One line of plain text, its capitals centred in the widget; screen readers get it as its name."""

    def __init__(self, parent: QWidget | None = None, *, strong: bool = True) -> None:
        super().__init__(parent)
        self._text = ""
        self._cap_px = 10.0
        self._colour = QColor(Qt.GlobalColor.black)
        self._strong = strong
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def set_cap(self, cap_px: float) -> None:
        """How high its capitals are, where there is room."""
        self._cap_px = cap_px
        self.update()

    def set_colour(self, colour: QColor) -> None:
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_line(
            painter,
            QRectF(self.rect()),
            self._text,
            self._cap_px,
            self._colour,
            Qt.AlignmentFlag.AlignLeft,
            self._strong,
            keep_height=True,
        )
        painter.end()


def paint_line(
    painter: QPainter,
    place: QRectF,
    text: str,
    cap_px: float,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    strong: bool = True,
    *,
    keep_height: bool = False,
) -> None:
    """Paints a line so that its capitals, not its box, stand in the middle of the place.

    With `keep_height` its letters become narrower, within reason, before they become lower.
    """
    if keep_height:
        font, share = narrowed(text, cap_px, place.width(), strong=strong)
    else:
        font, share = fitting(text, cap_px, place.width(), strong=strong), 1.0
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(colour)
    spare = place.width() - metrics.horizontalAdvance(text) * share
    shift = {Qt.AlignmentFlag.AlignRight: spare, Qt.AlignmentFlag.AlignHCenter: spare / 2}.get(align, 0.0)
    extent = metrics.tightBoundingRect(text if text.isupper() else _TALL)
    lowest, highest = place.bottom() - extent.bottom(), place.top() - extent.top()
    baseline = max(highest, min(place.center().y() + metrics.capHeight() / 2, lowest))
    painter.save()
    painter.translate(place.left() + shift, baseline)
    painter.scale(share, 1.0)
    painter.drawText(QPointF(0.0, 0.0), text)
    painter.restore()
