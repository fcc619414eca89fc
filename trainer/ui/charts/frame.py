"""The grid that marks stand in: round values at the left, days, months or years below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from trainer.domain.stats import monday_of
from trainer.ui.charts.chart import Chart, Role
from trainer.ui.charts.scale import Scale
from trainer.ui.days import day_text

_TOP_PX, _RIGHT_PX = 14.0, 14.0
_GAP_PX = 8.0
_WEEKS_UP_TO_DAYS = 75


def plot_rect(chart: Chart, tick_labels: Sequence[str]) -> QRectF:
    """Where the marks go, beside labels as wide as these."""
    metrics = QFontMetricsF(chart.small_font())
    left = max((metrics.horizontalAdvance(label) for label in tick_labels), default=0.0) + _GAP_PX
    return QRectF(chart.rect()).adjusted(left + 4, _TOP_PX, -_RIGHT_PX, -dates_px(chart))


def dates_px(chart: Chart) -> float:
    """How high the line with the dates is."""
    return QFontMetricsF(chart.small_font()).height() + _GAP_PX + 4


def paint_values(
    painter: QPainter, chart: Chart, plot: QRectF, scale: Scale, ticks: Sequence[tuple[float, str]]
) -> None:
    """A thin line for each value, with its label left of the plot."""
    height = QFontMetricsF(painter.font()).height()
    for value, label in ticks:
        y = round(scale(value)) + 0.5
        painter.setPen(QPen(chart.colour(Role.Mid), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(chart.colour(Role.PlaceholderText))
        place = QRectF(0, y - height / 2, plot.left() - _GAP_PX, height)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), label)


def paint_dates(painter: QPainter, chart: Chart, plot: QRectF, days: Scale) -> None:
    """Weeks, months or years below the plot, whatever fits, each with a tick."""
    metrics = QFontMetricsF(chart.small_font())
    free_from = plot.left() - 1
    first = date.fromordinal(max(1, round(days.low)))
    last = date.fromordinal(max(1, round(days.high) - 1))
    fits = max(2, int(plot.width() / (metrics.horizontalAdvance("00 Mmm 0000") + 16)))
    for day, label in date_ticks(first, last, fits=fits):
        x = days(day.toordinal())
        width = metrics.horizontalAdvance(label)
        if x < free_from or x + width > plot.right() + _RIGHT_PX:
            continue
        painter.setPen(QPen(chart.colour(Role.Mid), 1))
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4))
        painter.setPen(chart.colour(Role.PlaceholderText))
        painter.drawText(QPointF(x, plot.bottom() + _GAP_PX + metrics.ascent()), label)
        free_from = x + width + 12


def date_ticks(first: date, last: date, *, fits: int) -> list[tuple[date, str]]:
    """At most about `fits` starts of weeks, months or years between two days, with their names."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if (last - first).days < _WEEKS_UP_TO_DAYS:
        every = max(1, -(-((last - first).days // 7 + 1) // fits))
        monday = monday_of(first)
        days = [
            monday + timedelta(days=7 * every * n) for n in range((last - monday).days // (7 * every) + 1)
        ]
        return [(day, day_text(day, "d MMM")) for day in days if day >= first]
    if months <= fits * 12:
        every = next((step for step in (1, 2, 3, 6) if months / step <= fits), 12)
        starts = [_month(first, number) for number in range(1, months)]
        starts = [day for day in starts if (day.month - 1) % every == 0]
        if every < 12:
            return [(day, day_text(day, "MMM yyyy" if day.month == 1 else "MMM")) for day in starts]
    every = next(
        step for step in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if (last.year - first.year) / step <= fits
    )
    years = [year for year in range(first.year + 1, last.year + 1) if year % every == 0]
    return [(date(year, 1, 1), str(year)) for year in years]


def _month(first: date, number: int) -> date:
    month = first.month - 1 + number
    return date(first.year + month // 12, month % 12 + 1, 1)
