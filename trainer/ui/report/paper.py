"""Paper: pages with margins and a foot, filled from above. Every length is a tenth of a point."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from trainer.ui.theme import FONT_FAMILY, Colours, mix

TEXT, SMALL, HEADING, TITLE, FIGURE = 88, 76, 125, 220, 165
MOST_PAGES = 3
_UNITS_AN_INCH = 720
_MARGIN, _TOP, _FOOT = 454.0, 425.0, 480.0  # 16 mm, 15 mm, 17 mm
_LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""The territories that print on Letter (CLDR 45, paperSize); all others print on A4."""


def paper_size() -> QPageSize:
    """The paper of the system's locale: A4, or Letter where that is what printers hold."""
    territory = QLocale.territoryToCode(QLocale().territory())
    return QPageSize(QPageSize.PageSizeId.Letter if territory in _LETTER else QPageSize.PageSizeId.A4)


def font(size: int, *, bold: bool = False) -> QFont:
    """The typeface at `size`, laid out as it will be printed."""
    made = QFont(FONT_FAMILY)
    made.setPixelSize(size)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return copyable(made)


def copyable(face: QFont) -> QFont:
    """The font without other shapes for the same sign, such as figures of one width.

    A PDF of Qt does not say what those stand for: they could be neither copied nor found.
    """
    plain = QFont(face)
    plain.clearFeatures()
    plain.setFeature(QFont.Tag("calt"), 0)
    return plain


class Paper:
    """What is put on it goes below what is there; at most `MOST_PAGES`, then `room` has none.

    `of_pages` is what the foot says there are. `close` ends it, and gives the bytes of the PDF.
    """

    def __init__(self, title: str, foot: str, colours: Colours, size: QPageSize, of_pages: str = "") -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(self._buffer)
        writer.setResolution(_UNITS_AN_INCH)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        writer.setTitle(title)
        writer.setCreator("Stride Trainer")
        self._writer = writer
        self.painter = QPainter(writer)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ink, self.muted = QColor("black"), QColor(mix(colours.muted, colours.text, 0.8))
        self.line = QColor(mix(colours.muted, colours.surface, 0.5))
        self._foot, self._of_pages = foot, of_pages
        self.pages = 1
        whole = writer.pageLayout().fullRectPixels(_UNITS_AN_INCH)
        self.area = QRectF(whole).adjusted(_MARGIN, _TOP, -_MARGIN, -_FOOT)
        self.y = self.area.top()

    @property
    def width(self) -> float:
        return self.area.width()

    def room(self, height: float) -> bool:
        """Makes room for `height` more, on a new page where needed; False when there is no page more."""
        if self.y + height <= self.area.bottom():
            return True
        if self.pages == MOST_PAGES:
            return False
        self._put_foot()
        self._writer.newPage()
        self.pages += 1
        self.y = self.area.top()
        return True

    def skip(self, height: float) -> None:
        """Leaves some of the page free, but not at its top."""
        if self.y > self.area.top():
            self.y += height

    def words(self, text: str, size: int = TEXT, *, bold: bool = False, muted: bool = False) -> None:
        """A paragraph over the whole width; left out where the last page is full."""
        face = font(size, bold=bold)
        height = height_of(text, face, self.width)
        if self.room(height):
            self.put(
                QRectF(self.area.left(), self.y, self.width, height), text, face, muted=muted, wrapped=True
            )
            self.y += height

    def heading(self, text: str, following: float) -> bool:
        """A section's name, on one page with what follows; False when there is no room for it."""
        height = QFontMetricsF(font(HEADING, bold=True)).height()
        self.skip(170)
        if not self.room(height + 60 + following):
            return False
        self.put(
            QRectF(self.area.left(), self.y, self.width, height), text, font(HEADING, bold=True), muted=False
        )
        self.y += height + 60
        return True

    def put(
        self,
        box: QRectF,
        text: str,
        face: QFont,
        *,
        muted: bool,
        right: bool = False,
        wrapped: bool = False,
    ) -> None:
        """Text in a box, at its top."""
        self.painter.setFont(face)
        self.painter.setPen(self.muted if muted else self.ink)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignTop)
        self.painter.drawText(box, flags | int(Qt.TextFlag.TextWordWrap if wrapped else 0), text)

    def rule(self, y: float, *, strong: bool = False) -> None:
        """A line over the whole width."""
        self.painter.setPen(QPen(self.ink if strong else self.line, 7 if strong else 4))
        self.painter.drawLine(QPointF(self.area.left(), y), QPointF(self.area.right(), y))

    def close(self) -> bytes:
        """Ends the last page."""
        self._put_foot()
        self.painter.end()
        return bytes(self._buffer.data().data())

    def _put_foot(self) -> None:
        top = self.area.bottom() + 130
        self.rule(top - 40)
        box = QRectF(self.area.left(), top, self.width, 120)
        self.put(box, self._foot, font(SMALL), muted=True)
        self.put(box, self._of_pages.format(self.pages), font(SMALL), muted=True, right=True)


def height_of(text: str, face: QFont, width: float) -> float:
    """How high the text is when it is broken to that width."""
    flags = int(Qt.TextFlag.TextWordWrap)
    return QFontMetricsF(face).boundingRect(QRectF(0, 0, width, 1e6), flags, text).height()
