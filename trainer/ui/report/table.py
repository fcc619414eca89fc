"""A table on paper; its head is repeated where it goes on over the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from trainer.ui.report.paper import SMALL, TEXT, Paper, font, height_of

_GAP = 90.0
_PAD = 22.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its title; `share` of the width, figures to the `right`."""

    title: str
    share: float
    right: bool = False


def put_table(paper: Paper, columns: Sequence[Column], rows: Sequence[Sequence[str]], more: str) -> None:
    """The rows below a head; where the last page is full, `more` tells how many are left out."""
    boxes = _boxes(paper, columns)
    _put_head(paper, columns, boxes)
    left_for_more = height_of(more, font(SMALL), paper.width)
    for number, row in enumerate(rows):
        height = _height(row, boxes, TEXT) + 2 * _PAD
        page = paper.pages
        if not paper.room(height + left_for_more):
            paper.words(more.format(len(rows) - number), SMALL, muted=True)
            return
        if paper.pages != page:
            _put_head(paper, columns, boxes)
        _put_row(paper, columns, boxes, row)
        paper.y += height
        paper.rule(paper.y)


def head_height(columns: Sequence[Column], paper: Paper) -> float:
    """How much the head and one row take."""
    titles = [column.title for column in columns]
    return _height(titles, _boxes(paper, columns), SMALL) + 5 * _PAD + height_of("0", font(TEXT), 1e6)


def _boxes(paper: Paper, columns: Sequence[Column]) -> list[tuple[float, float]]:
    """Where each column begins, and how wide it is."""
    whole = sum(column.share for column in columns)
    free = paper.width - _GAP * (len(columns) - 1)
    boxes, left = [], paper.area.left()
    for column in columns:
        width = free * column.share / whole
        boxes.append((left, width))
        left += width + _GAP
    return boxes


def _height(cells: Sequence[str], boxes: Sequence[tuple[float, float]], size: int) -> float:
    face = font(size)
    return max(height_of(cell or "0", face, width) for cell, (_, width) in zip(cells, boxes, strict=True))


def _put_head(paper: Paper, columns: Sequence[Column], boxes: Sequence[tuple[float, float]]) -> None:
    height = _height([column.title for column in columns], boxes, SMALL)
    for column, (left, width) in zip(columns, boxes, strict=True):
        own = height_of(column.title, font(SMALL), width)
        box = QRectF(left, paper.y + height - own, width, own)
        paper.put(box, column.title, font(SMALL), muted=True, right=column.right, wrapped=True)
    paper.y += height + _PAD
    paper.rule(paper.y, strong=True)


def _put_row(
    paper: Paper, columns: Sequence[Column], boxes: Sequence[tuple[float, float]], row: Sequence[str]
) -> None:
    for column, (left, width), cell in zip(columns, boxes, row, strict=True):
        box = QRectF(left, paper.y + _PAD, width, height_of(cell or "0", font(TEXT), width))
        paper.put(box, cell, font(TEXT), muted=False, right=column.right, wrapped=True)
