"""The words on an exercise's card: name, area, level as dots, and *Yours*."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from trainer.domain.exercise import Exercise
from trainer.domain.vocabulary import REGIONS, SHORT_REGIONS
from trainer.ui.theme import text_scale

Role = QPalette.ColorRole
LEVELS = 5
PAD_PX = 12
DOT_PX, DOT_STEP_PX = 6.0, 10.0
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CardWords:
    """Paints them in the application's type, as large as text is now."""

    def height(self) -> int:
        """What two lines of a name and the small line below it need, in pixels."""
        name_font, small_font = fonts()
        lines = 2 * QFontMetrics(name_font).lineSpacing() + QFontMetrics(small_font).lineSpacing()
        return 8 + lines + 6 + PAD_PX

    def paint(self, painter: QPainter, place: QRect, exercise: Exercise) -> None:
        """Paints name, area and level into `place`."""
        palette = QApplication.palette()
        name_font, small_font = fonts()
        paint_lines(painter, place, exercise.name, name_font)
        small_px = QFontMetrics(small_font).lineSpacing()
        foot = QRect(place.left(), place.bottom() - small_px + 1, place.width(), small_px)
        room_px = foot.width() - self._paint_dots(painter, foot, exercise.level) - 8
        painter.setFont(small_font)
        painter.setPen(palette.color(Role.PlaceholderText))
        painter.drawText(foot, _LEFT, _region_within(room_px, exercise.region, QFontMetrics(small_font)))

    def paint_yours(self, painter: QPainter, at: QPoint) -> None:
        """Paints the mark of one's own exercises, its top left corner at `at`."""
        palette = QApplication.palette()
        _, font = fonts()
        font.setWeight(QFont.Weight.DemiBold)
        text = QCoreApplication.translate("card", "Yours")
        metrics = QFontMetrics(font)
        place = QRect(at.x(), at.y(), metrics.horizontalAdvance(text) + 14, metrics.lineSpacing() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(Role.Highlight))
        painter.drawRoundedRect(QRectF(place), place.height() / 2, place.height() / 2)
        painter.setFont(font)
        painter.setPen(palette.color(Role.HighlightedText))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_dots(self, painter: QPainter, place: QRect, level: int) -> int:
        """Paints them at the right end; how wide they are."""
        palette = QApplication.palette()
        # Cards grow half as fast as their text.
        scale = 0.5 + text_scale() / 2
        dot, step = DOT_PX * scale, DOT_STEP_PX * scale
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(LEVELS):
            painter.setBrush(palette.color(Role.Highlight if number < level else Role.Mid))
            left = place.right() - (LEVELS - number) * step + (step - dot)
            painter.drawEllipse(QRectF(left, place.center().y() - dot / 2 + 0.5, dot, dot))
        return round(LEVELS * step)


def _region_within(room_px: int, region: str, metrics: QFontMetrics) -> str:
    text = REGIONS.get(region, region)
    if metrics.horizontalAdvance(text) > room_px:
        text = SHORT_REGIONS.get(region, region)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room_px)


def fonts() -> tuple[QFont, QFont]:
    """The fonts of a card's name and of its small line, from the application's size of text."""
    name = QFont(QApplication.font())
    body_px = name.pixelSize() if name.pixelSize() > 0 else 16
    small = QFont(name)
    small.setPixelSize(round(body_px * 12 / 16))
    name.setPixelSize(round(body_px * 14 / 16))
    name.setWeight(QFont.Weight.DemiBold)
    return name, small


def paint_lines(painter: QPainter, place: QRect, text: str, font: QFont, *, centred: bool = False) -> None:
    """Paints the text into at most two lines at the top of `place`, in the colour of text."""
    painter.setFont(font)
    painter.setPen(QApplication.palette().color(Role.WindowText))
    line_px = QFontMetrics(font).lineSpacing()
    across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    for number, line in enumerate(two_lines(text, font, place.width())):
        at = QRect(place.left(), place.top() + number * line_px, place.width(), line_px)
        painter.drawText(at, int(across | Qt.AlignmentFlag.AlignVCenter), line)


def two_lines(text: str, font: QFont, width_px: int) -> list[str]:
    """The text broken into at most two lines, the second one elided."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width_px)
    first = text[: line.textLength()].rstrip()
    layout.endLayout()
    rest = text[line.textLength() :].strip()
    if not rest:
        return [first]
    return [first, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width_px)]
