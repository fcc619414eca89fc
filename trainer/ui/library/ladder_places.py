"""Where the rungs of a ladder stand: from left to right where there is room, else from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

Heights = Callable[[int, int, int], int]
"""The height of a rung: of which rank, which of it, and how wide it is."""


@dataclass(frozen=True, slots=True)
class Measures:
    """In pixels: a rung's least and most width, the gaps along the ladder and across it, a title's height."""

    least: int
    most: int
    along: int
    across: int
    title: int


@dataclass(frozen=True, slots=True)
class Places:
    """`rungs` by rank; `titles` are the left ends of each rank's title; `sideways` is from left to right."""

    rungs: tuple[tuple[QRect, ...], ...]
    titles: tuple[QRect, ...]
    size: QSize
    sideways: bool


def places(counts: Sequence[int], width: int, measures: Measures, height_of: Heights) -> Places:
    """The places of so many rungs in each rank, within this width."""
    gaps = measures.along * (len(counts) - 1)
    rung_px = min(measures.most, (width - gaps) // len(counts))
    if rung_px >= measures.least:
        return _sideways(counts, rung_px, measures, height_of)
    return _downwards(counts, width, measures, height_of)


def _sideways(counts: Sequence[int], rung_px: int, measures: Measures, height_of: Heights) -> Places:
    columns = [[height_of(rank, n, rung_px) for n in range(count)] for rank, count in enumerate(counts)]
    tallest = max(_stack(column, measures.across) for column in columns)
    rungs, titles = [], []
    for rank, column in enumerate(columns):
        left = rank * (rung_px + measures.along)
        top = measures.title + (tallest - _stack(column, measures.across)) // 2
        titles.append(QRect(left, top - measures.title, rung_px, measures.title))
        placed = []
        for height in column:
            placed.append(QRect(left, top, rung_px, height))
            top += height + measures.across
        rungs.append(tuple(placed))
    width = len(counts) * (rung_px + measures.along) - measures.along
    return Places(tuple(rungs), tuple(titles), QSize(width, measures.title + tallest), sideways=True)


def _downwards(counts: Sequence[int], width: int, measures: Measures, height_of: Heights) -> Places:
    across = max(1, (width + measures.across) // (measures.least + measures.across))
    rungs, titles = [], []
    top = 0
    for rank, count in enumerate(counts):
        titles.append(QRect(0, top, width, measures.title))
        top += measures.title
        a_line = min(across, count)
        rung_px = min(measures.most, (width - (a_line - 1) * measures.across) // a_line)
        placed: list[QRect] = []
        for first in range(0, count, a_line):
            line = range(first, min(first + a_line, count))
            heights = [height_of(rank, n, rung_px) for n in line]
            for place, height in enumerate(heights):
                at = QPoint(place * (rung_px + measures.across), top)
                placed.append(QRect(at, QSize(rung_px, height)))
            top += max(heights) + measures.across
        rungs.append(tuple(placed))
        top += measures.along - measures.across
    return Places(tuple(rungs), tuple(titles), QSize(width, top - measures.along), sideways=False)


def _stack(heights: Sequence[int], gap: int) -> int:
    return sum(heights) + gap * (len(heights) - 1)
