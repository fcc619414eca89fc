"""What a picture of a widget shows: its ink, by rows and columns, at any scale of the screen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget

Picture = NDArray[np.uint8]
"""Rows of pixels, each red, green, blue."""
Mask = NDArray[np.bool_]

BLACK_MOST = 26  # of 255, in every channel: black ink, its antialiased rim left out


def picture(widget: QWidget, part: QRect | None = None, scale: float = 1.0) -> Picture:
    """A part of a widget as it is painted on a screen of that scale."""
    part = widget.rect() if part is None else part
    image = QImage(round(part.width() * scale), round(part.height() * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(0)
    widget.render(image, QPoint(0, 0), QRegion(part))
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = lines[:, : image.width() * 4].reshape(image.height(), image.width(), 4)
    return np.ascontiguousarray(pixels[:, :, 2::-1])


def black(shown: Picture) -> Mask:
    """Where there is black ink."""
    return np.asarray((shown <= BLACK_MOST).all(axis=2))


def extent(mask: Mask) -> QRect:
    """The bounding rows and columns of what is set; an empty rectangle for nothing."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return QRect()
    return QRect(QPoint(int(columns[0]), int(rows[0])), QPoint(int(columns[-1]), int(rows[-1])))


def letters(mask: Mask) -> list[QRect]:
    """The extents of what stands side by side, parted by empty columns, from left to right."""
    filled = np.concatenate(([False], mask.any(axis=0), [False])).astype(np.int8)
    edges = np.flatnonzero(np.diff(filled))
    found = []
    for first, end in edges.reshape(-1, 2):
        one = extent(mask[:, first:end])
        found.append(one.translated(int(first), 0))
    return found


def grown(mask: Mask, by: int) -> Mask:
    """The mask with everything that lies within so many pixels of it, sideways and up and down."""
    wide = mask.copy()
    for shift in range(1, by + 1):
        wide[:, shift:] |= mask[:, :-shift]
        wide[:, :-shift] |= mask[:, shift:]
    high = wide.copy()
    for shift in range(1, by + 1):
        high[shift:] |= wide[:-shift]
        high[:-shift] |= wide[shift:]
    return high


def pieces(mask: Mask) -> list[QRect]:
    """What empty rows and columns part, again and again: letters, mostly."""
    whole = extent(mask)
    if whole.isEmpty():
        return []
    part = mask[whole.top() : whole.bottom() + 1, whole.left() : whole.right() + 1]
    for turned in (False, True):
        strips = letters(part.T if turned else part)
        if len(strips) > 1:
            return [
                piece.translated(whole.topLeft()) for strip in strips for piece in _in(part, strip, turned)
            ]
    return [whole]


def _in(part: Mask, strip: QRect, turned: bool) -> list[QRect]:
    place = QRect(strip.y(), strip.x(), strip.height(), strip.width()) if turned else strip
    inner = part[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
    return [piece.translated(place.topLeft()) for piece in pieces(inner)]


def ground_of(shown: Picture) -> NDArray[np.uint8]:
    """The colour that most of a picture has."""
    packed = shown.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    colours, counts = np.unique(packed, return_counts=True)
    most = int(colours[counts.argmax()])
    return np.array([most >> 16, most >> 8 & 255, most & 255], np.uint8)
