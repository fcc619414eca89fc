"""The charts of the history on paper: as lines, in the light theme, their text as large as a caption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPointF

from trainer.domain.stats import Burden, Period, TrendPoint
from trainer.services.report import Report
from trainer.services.trends import Trend
from trainer.ui.charts.chart import Chart
from trainer.ui.charts.scale import round_up
from trainer.ui.charts.strips import Series, Sheet, Strip, Strips
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.charts.trend_lines import TrendLines
from trainer.ui.history.measures import headed, label_of, shown_part
from trainer.ui.report.paper import SMALL, Paper, copyable
from trainer.ui.report.words import muscle_name, tr
from trainer.ui.theme import Theme, mix

MOST_MUSCLES = 5
TREND_HEIGHT = 1150.0
_PAIN_MOST = 10.0


def axis_of(report: Report) -> TimeAxis:
    """The report's whole time."""
    axis = TimeAxis()
    axis.set_limits(report.first, report.last)
    axis.set_range("all")
    return axis


def strips_of(report: Report, theme: Theme, axis: TimeAxis) -> Strips:
    """Soreness and pain, load, runs and hard sets over each other."""
    muscles = list(report.hard_sets)[:MOST_MUSCLES]
    chart = Strips(tr("Week by week"), theme, axis)
    chart.show_sheets(
        {period: _sheet(period, found, muscles, theme) for period, found in report.burdens.items()}
    )
    return chart


def trend_of(one: Trend, unit: str, theme: Theme, axis: TimeAxis) -> TrendLines:
    """One exercise's trend, in the unit that is wanted."""
    part = shown_part(one.measure, unit)
    points: Sequence[TrendPoint] = [replace(point, value=point.value * part) for point in one.points]
    chart = TrendLines(one.name, theme, axis)
    chart.show_points(points, unit=headed(one.measure, unit), label=label_of(one.measure, unit))
    return chart


def put_chart(paper: Paper, chart: Chart, left: float, width: float, height: float) -> None:
    """Draws the chart at the paper's height, `width` wide and `height` high."""
    scale = _scale(chart)
    chart.setFixedSize(round(width / scale), round(height / scale))
    painter = paper.painter
    painter.save()
    painter.translate(QPointF(left, paper.y))
    painter.scale(scale, scale)
    painter.setFont(copyable(chart.small_font()))
    chart.paint(painter)
    painter.restore()


def natural_height(chart: Chart) -> float:
    """How high the chart wants to be on paper."""
    return chart.sizeHint().height() * _scale(chart)


def _scale(chart: Chart) -> float:
    return SMALL / chart.small_font().pixelSize()


def _sheet(period: Period, found: Mapping[date, Burden], muscles: Sequence[str], theme: Theme) -> Sheet:
    colours = theme.colours
    a_period = {Period.WEEK: tr("a week"), Period.MONTH: tr("a month"), Period.YEAR: tr("a year")}[period]
    sore = _series(found, "soreness", mix(colours.change_sides, colours.text, 0.6), points=1)
    pain = _series(found, "pain", colours.work, points=2)
    load = _series(found, "load_au", colours.accent)
    km = _series(found, "km", mix(colours.rest, colours.text, 0.6))
    hard = {muscle: Series(_hard_sets(found, muscle), colours.muted) for muscle in muscles}
    shared = max((_most(series) for series in hard.values()), default=1.0)
    strips = [
        Strip(tr("○ Soreness"), tr("◆ Pain, of 10"), (sore, pain), _PAIN_MOST, 64),
        Strip(tr("Session load"), tr("AU {0}").format(a_period), (load,), _most(load), 48),
        Strip(tr("Runs"), tr("km {0}").format(a_period), (km,), _most(km), 40),
    ]
    unit = tr("hard sets {0}").format(a_period)
    strips += [Strip(muscle_name(m), unit, (series,), shared, 34) for m, series in hard.items()]
    kept = tuple(strip for strip in strips if any(series.values for series in strip.series))
    return Sheet(kept, dict.fromkeys(found, ""), (), {})


def _series(found: Mapping[date, Burden], field: str, colour: str, points: int = 0) -> Series:
    values = {start: getattr(burden, field) for start, burden in found.items()}
    return Series({start: float(v) for start, v in values.items() if v is not None}, colour, points)


def _hard_sets(found: Mapping[date, Burden], muscle: str) -> dict[date, float]:
    return {start: float(b.hard_sets[muscle]) for start, b in found.items() if muscle in b.hard_sets}


def _most(series: Series) -> float:
    return round_up(max(series.values.values(), default=0.0))
