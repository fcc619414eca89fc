"""A chart as a file: a picture, a drawing, or its values."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from trainer.ui.charts.chart import Chart, Role
from trainer.ui.charts.table import csv_bytes
from trainer.ui.theme import FONT_FAMILY

_MARGIN_PX = 24
_HEAD_PX = 44
_GAP_PX = 8
_SHARP = 2
_OUR_FACE = f'font-family="{FONT_FAMILY}"'.encode()
_FACES = f'font-family="{FONT_FAMILY}, Helvetica, Arial, Liberation Sans, sans-serif"'.encode()
"""Few computers have ours: those that are as wide as it, before whatever the viewer takes."""


def chart_bytes(chart: Chart, title: str, note: str, ending: str) -> bytes:
    """What the chart shows as a file that ends in `ending`: .png, .svg or .csv.

    Pictures have the title above and the note below, so that they speak for themselves.
    """
    return _WRITERS[ending](chart, title, note)


def _png(chart: Chart, title: str, note: str) -> bytes:
    size = _size(chart, note)
    image = QImage(size * _SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARP)
    image.fill(chart.colour(Role.Base))
    _paint(QPainter(image), chart, title, note, size)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # a device and a format, as Qt has it
    return bytes(buffer.data().data())


def _svg(chart: Chart, title: str, note: str) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # start-up: a drawing is asked for later, if at all

    size = _size(chart, note)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), chart.colour(Role.Base))
    _paint(painter, chart, title, note, size)
    return bytes(buffer.data().data()).replace(_OUR_FACE, _FACES)


def _csv(chart: Chart, _title: str, _note: str) -> bytes:
    return csv_bytes(chart.table())


_WRITERS: Mapping[str, Callable[[Chart, str, str], bytes]] = {".png": _png, ".svg": _svg, ".csv": _csv}


def _size(chart: Chart, note: str) -> QSize:
    return chart.size() + QSize(2 * _MARGIN_PX, 2 * _MARGIN_PX + _HEAD_PX + _note_px(chart, note))


def _note_px(chart: Chart, note: str) -> int:
    """How high the note is below the chart, wrapped to its width."""
    if not note:
        return 0
    room = QRectF(0, 0, chart.width(), 10_000)
    words = QFontMetricsF(chart.small_font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), note)
    return round(words.height()) + _GAP_PX


def _paint(painter: QPainter, chart: Chart, title: str, note: str, size: QSize) -> None:
    """Paints and ends the painter: what it painted is whole only then."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bold = QFont(chart.small_font(1.0))
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(QColor(chart.colour(Role.WindowText)))
    painter.drawText(QPointF(_MARGIN_PX, _MARGIN_PX + bold.pixelSize()), title)
    painter.setFont(chart.small_font())
    painter.save()
    painter.translate(_MARGIN_PX, _MARGIN_PX + _HEAD_PX)
    chart.paint(painter)
    painter.restore()
    if note:
        top = _MARGIN_PX + _HEAD_PX + chart.height() + _GAP_PX
        place = QRectF(_MARGIN_PX, top, size.width() - 2 * _MARGIN_PX, size.height() - top)
        painter.setPen(chart.colour(Role.PlaceholderText))
        painter.drawText(place, int(Qt.TextFlag.TextWordWrap), note)
    painter.end()
