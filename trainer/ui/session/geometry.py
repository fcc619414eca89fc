"""Where everything stands in the player: hundredths of the window's height, whatever its width."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

# Cap heights, in hundredths of the window's height (product: 32 for the digits, 12 for names).
DIGITS_CAP = 32.4
NAME_CAP = 12.1
SIDE_CAP = 7.6
FACT_CAP = 4.4
LABEL_CAP = 4.0
SMALL_CAP = 2.3

MARGIN = 2.2
GAP = 1.3
NAME_ROW = 16.7
FACT_ROW = 8.8
STRIP_ROW = 6.0
TRACK_WIDTH = 82.0
PANEL_LEAST_PX = 230
THUMBNAIL_LEAST = 18.0  # lower than that, a figure under the log would not be told from afar
THUMBNAIL_SHARE = 0.45  # of the log's column, at most
CONTROL_PX = 96
CONTROL_PAD_PX = 6
CONTROLS_PX = 896  # all of them side by side, in the smallest window beyond its margins


@dataclass(frozen=True, slots=True)
class Places:
    """The player's parts, in pixels of the window."""

    headline: QRect
    facts: QRect
    panel: QRect
    thumbnail: QRect
    track: QRect
    coming: QRect
    strip: QRect
    controls: QRect


def places(width: int, height: int, *, log_open: bool, log_px: int | None = None) -> Places:
    """The parts' places; with the log open it has the left side, and the words move beside it.

    What comes next is shown below a log that can do with `log_px` of height, where there is room for both;
    else, or where the log wants all there is (None), small beside the headline.
    """
    unit = height / 100
    margin, gap = round(MARGIN * unit), round(GAP * unit)
    inner = width - 2 * margin
    strip_top = height - margin - round(STRIP_ROW * unit)
    coming_top = strip_top - gap - round(NAME_ROW * unit)
    facts_top = margin + round(NAME_ROW * unit)
    middle_top = facts_top + round(FACT_ROW * unit) + gap
    middle_height = coming_top - gap - middle_top
    track_width = min(round(TRACK_WIDTH * unit), inner - gap - PANEL_LEAST_PX)
    left_width = inner - gap - track_width
    right = margin + left_width + gap
    words_left = right if log_open else margin
    panel_top = margin if log_open else middle_top
    panel = QRect(margin, panel_top, left_width, middle_top + middle_height - panel_top)
    thumbnail = _below(panel, gap, log_px, round(THUMBNAIL_LEAST * unit)) if log_open else QRect()
    words_width = width - margin - words_left
    headline_width = words_width
    if log_open and thumbnail.isNull():
        beside = round(track_width * 0.42)
        thumbnail = QRect(width - margin - beside, margin, beside, facts_top - gap - margin)
        headline_width -= beside + gap
    elif log_open:
        panel.setBottom(thumbnail.top() - gap - 1)
    controls_width = max(inner, min(width, CONTROLS_PX))
    controls_height = max(CONTROL_PX + 2 * (CONTROL_PAD_PX + 1), strip_top - gap - coming_top)
    return Places(
        headline=QRect(words_left, margin, headline_width, facts_top - margin),
        facts=QRect(words_left, facts_top, words_width, round(FACT_ROW * unit)),
        panel=panel,
        thumbnail=thumbnail,
        track=QRect(right, middle_top, track_width, middle_height),
        coming=QRect(margin, coming_top, inner, strip_top - gap - coming_top),
        strip=QRect(margin, strip_top, inner, height - margin - strip_top),
        controls=QRect(
            (width - controls_width) // 2, strip_top - gap - controls_height, controls_width, controls_height
        ),
    )


def _below(column: QRect, gap: int, upper_px: int | None, least_px: int) -> QRect:
    """The foot of a column whose upper part needs so much; nothing where that leaves less than the least."""
    spare = 0 if upper_px is None else column.height() - gap - upper_px
    if spare < least_px:
        return QRect()
    high = min(spare, round(column.height() * THUMBNAIL_SHARE))
    return QRect(column.left(), column.bottom() + 1 - high, column.width(), high)
