"""The grid that bars and lines stand in: round values at the left, months below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from trainer.ui.charts.chart import Chart, Role
from trainer.ui.charts.scale import Scale
from trainer.ui.days import day_text

_TOP_PX, _RIGHT_PX = 12.0, 12.0
_GAP_PX = 8.0


def plot_rect(chart: Chart, tick_labels: Sequence[str]) -> QRectF:
    """Where the marks go, beside labels as wide as these."""
    metrics = QFontMetricsF(chart.small_font())
    left = max((metrics.horizontalAdvance(label) for label in tick_labels), default=0.0) + _GAP_PX
    bottom = metrics.height() + _GAP_PX
    return QRectF(chart.rect()).adjusted(left + 4, _TOP_PX, -_RIGHT_PX, -bottom - 4)


def paint_values(
    painter: QPainter, chart: Chart, plot: QRectF, scale: Scale, ticks: Sequence[tuple[float, str]]
) -> None:
    """A thin line for each value, with its label left of the plot."""
    for value, label in ticks:
        y = scale(value)
        painter.setPen(QPen(chart.colour(Role.Mid), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(chart.colour(Role.PlaceholderText))
        place = QRectF(0, y - 10, plot.left() - _GAP_PX, 20)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), label)


def paint_dates(painter: QPainter, chart: Chart, plot: QRectF, days: Scale) -> None:
    """Months, or years where months would not fit, below the plot."""
    metrics = QFontMetricsF(chart.small_font())
    painter.setPen(chart.colour(Role.PlaceholderText))
    free_from = plot.left() - 1
    for day, label in date_ticks(
        date.fromordinal(round(days.low)),
        date.fromordinal(round(days.high)),
        fits=max(2, int(plot.width() / (metrics.horizontalAdvance("00 Mmm 0000") + 16))),
    ):
        x = days(day.toordinal())
        width = metrics.horizontalAdvance(label)
        if x < free_from or x + width > plot.right() + _RIGHT_PX:
            continue
        painter.drawText(QPointF(x, plot.bottom() + _GAP_PX + metrics.ascent()), label)
        free_from = x + width + 12


def date_ticks(first: date, last: date, *, fits: int) -> list[tuple[date, str]]:
    """At most about `fits` starts of weeks, months or years between two days, with their names."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if (last - first).days < 45:
        every = max(1, -(-((last - first).days // 7 + 1) // fits))
        days = [first + timedelta(days=7 * every * n) for n in range((last - first).days // (7 * every) + 1)]
        return [(day, day_text(day, "d MMM")) for day in days]
    if months <= fits * 12:
        every = next((step for step in (1, 2, 3, 6) if months / step <= fits), 12)
        starts = [_month(first, number) for number in range(1, months)]
        starts = [day for day in starts if (day.month - 1) % every == 0]
        if every < 12:
            return [(day, day_text(day, "MMM yyyy" if day.month == 1 else "MMM")) for day in starts]
    every = max(1, -(-(last.year - first.year) // fits))
    years = range(first.year + 1, last.year + 1, every)
    return [(date(year, 1, 1), str(year)) for year in years]


def _month(first: date, number: int) -> date:
    month = first.month - 1 + number
    return date(first.year + month // 12, month % 12 + 1, 1)
