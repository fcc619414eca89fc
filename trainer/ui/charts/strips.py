"""Strips below each other on one line of time: bars from zero, or points from 0 to 10."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from trainer.domain.stats import Period
from trainer.ui.charts.chart import Role
from trainer.ui.charts.frame import dates_px, paint_dates
from trainer.ui.charts.scale import Scale
from trainer.ui.charts.table import Cell, TableTwin
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.charts.time_chart import TimeChart
from trainer.ui.numbers import number_text
from trainer.ui.theme import Theme, text_scale

_LEAST_BAR_PX = 5.0
_BETWEEN_PX = 14.0
_MOST_NAME_PART = 0.36
_RIGHT_PX = 44.0

Columns = list[tuple[date, float, float]]
"""Where stretches lie: the first day, the middle, and how wide it is."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values by the first day of their period; what is missing is a gap.

    `points` are ringed, squared or plain by their number: 1 is a ring, 2 a diamond; 0 are bars.
    """

    values: Mapping[date, float]
    colour: str
    points: int = 0


@dataclass(frozen=True, slots=True)
class Strip:
    """One or two series with a name, up to `most`; strips of like things share their `most`."""

    name: str
    unit: str
    series: tuple[Series, ...]
    most: float
    height_px: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the strips hold by one period: `words` and `rows` of each stretch that holds anything."""

    strips: tuple[Strip, ...]
    words: Mapping[date, str]
    headers: tuple[str, ...]
    rows: Mapping[date, tuple[Cell, ...]]


class Strips(TimeChart):
    """By weeks where their bars have room, else by months, else by years. A mark is such a stretch."""

    def __init__(self, name: str, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, axis, parent)
        self._sheets: Mapping[Period, Sheet] = {}
        self._starts: dict[Period, list[date]] = {}
        self._ordinals: dict[Period, list[int]] = {}
        self._period = Period.WEEK

    def show_sheets(self, sheets: Mapping[Period, Sheet]) -> None:
        """Shows these; every period has the same strips."""
        self._sheets = sheets
        self._starts = {period: sorted(sheet.words) for period, sheet in sheets.items()}
        self._ordinals = {period: [day.toordinal() for day in days] for period, days in self._starts.items()}
        self._choose_period()
        self.setFixedHeight(self.sizeHint().height())
        self.forget_mark()

    @property
    def period(self) -> Period:
        """What a bar stands for now."""
        return self._period

    def sizeHint(self) -> QSize:
        return QSize(600, round(self._height() + dates_px(self)))

    def plot(self) -> QRectF:
        left, top = self._names_px(), self._top()
        return QRectF(left, top, self.width() - left - _RIGHT_PX * text_scale(), self._height() - top)

    def day_of(self, index: int) -> float:
        return self._ordinals[self._period][index]

    def mark_count(self) -> int:
        return len(self._starts.get(self._period, ()))

    def start_of(self, index: int) -> date:
        """The first day of a mark's stretch."""
        return self._starts[self._period][index]

    def mark_at(self, place: QPointF) -> int:
        ordinals = self._ordinals.get(self._period, [])
        if not ordinals or not self.plot().contains(place):
            return -1
        day = int(self.axis.start + (place.x() - self.plot().left()) * self._days_a_px())
        start = self._period.start(date.fromordinal(max(1, day))).toordinal()
        index = bisect_left(ordinals, start)
        return index if index < len(ordinals) and ordinals[index] == start else -1

    def mark_place(self, index: int) -> QPointF:
        column = self._column(self.start_of(index))
        return QPointF(column.right(), column.top() + 20)

    def mark_words(self, index: int) -> str:
        return self._sheets[self._period].words[self.start_of(index)]

    def table(self) -> TableTwin:
        sheet = self._sheets.get(self._period)
        if sheet is None:
            return TableTwin((), ())
        starts = self._starts[self._period]
        return TableTwin(sheet.headers, tuple(sheet.rows[starts[i]] for i in reversed(self._in_view())))

    def paint(self, painter: QPainter) -> None:
        sheet = self._sheets.get(self._period)
        if sheet is None or not sheet.words:
            return
        plot = self.plot()
        paint_dates(painter, self, plot, self.day_scale())
        if self.marked >= 0:
            painter.fillRect(self._column(self.start_of(self.marked)), self.colour(Role.AlternateBase))
        columns, top = self._columns(), plot.top()
        for strip in sheet.strips:
            area = QRectF(plot.left(), top, plot.width(), strip.height_px * text_scale())
            self._paint_strip(painter, strip, area, columns)
            top = area.bottom() + _BETWEEN_PX

    def _paint_strip(self, painter: QPainter, strip: Strip, area: QRectF, columns: Columns) -> None:
        self._name(painter, strip, area)
        painter.setPen(QPen(self.colour(Role.Mid), 1))
        for y in (round(area.top()) + 0.5, round(area.bottom()) + 0.5):
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        scale = Scale(0, strip.most, area.bottom(), area.top())
        painter.setClipRect(area.adjusted(-5, -6, 5, 6))
        for series in strip.series:
            paint = self._paint_points if series.points else self._paint_bars
            paint(painter, series, scale, columns)
        painter.setClipping(False)

    def _paint_bars(self, painter: QPainter, series: Series, scale: Scale, columns: Columns) -> None:
        bars = []
        for start, middle, room in columns:
            value = series.values.get(start)
            if value:
                width, y = min(room * 0.74, 40.0), scale(value)
                bars.append(QRectF(middle - width / 2, y, width, scale.start - y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(series.colour))
        if bars:
            painter.drawRects(bars)

    def _paint_points(self, painter: QPainter, series: Series, scale: Scale, columns: Columns) -> None:
        colour = QColor(series.colour)
        painter.setPen(QPen(colour, 1.75))
        painter.setBrush(colour if series.points > 1 else Qt.BrushStyle.NoBrush)
        for start, middle, room in columns:
            value = series.values.get(start)
            if value is None:
                continue
            radius = 3.5 if room < 12 else 4.5
            if series.points > 1:
                painter.drawPolygon(_diamond(QPointF(middle, scale(value)), radius))
            else:
                painter.drawEllipse(QPointF(middle, scale(value)), radius, radius)

    def _name(self, painter: QPainter, strip: Strip, area: QRectF) -> None:
        metrics = QFontMetricsF(painter.font())
        room = area.left() - 12
        two = bool(strip.unit) and area.height() >= 2 * metrics.height()
        top = area.center().y() - metrics.height() * (1 if two else 0.5)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(self.colour(Role.WindowText))
        painter.drawText(
            QRectF(0, top, room, metrics.height()), left, metrics.elidedText(strip.name, elide, room)
        )
        painter.setPen(self.colour(Role.PlaceholderText))
        if two:
            below = QRectF(0, top + metrics.height(), room, metrics.height())
            painter.drawText(below, left, metrics.elidedText(strip.unit, elide, room))
        beside = QRectF(area.right() + 6, area.top() - metrics.height() / 2, self.width(), metrics.height())
        painter.drawText(beside, left, number_text(strip.most))

    def _in_view(self) -> range:
        ordinals = self._ordinals[self._period]
        first = self._period.start(self.axis.first_day).toordinal()
        return range(bisect_left(ordinals, first), bisect_right(ordinals, self.axis.end - 1))

    def _columns(self) -> Columns:
        """The stretches in view."""
        starts, days = self._starts[self._period], self.day_scale()
        ends = [(start, days(start.toordinal())) for start in (starts[index] for index in self._in_view())]
        rooms = [days(self._period.after(start).toordinal()) - left for start, left in ends]
        return [(start, left + room / 2, room) for (start, left), room in zip(ends, rooms, strict=True)]

    def _column(self, start: date) -> QRectF:
        """Where a stretch lies, as high as the plot."""
        plot, days = self.plot(), self.day_scale()
        left, right = days(start.toordinal()), days(self._period.after(start).toordinal())
        return QRectF(left, plot.top(), right - left, plot.height())

    def _height(self) -> float:
        strips = self._sheets[self._period].strips if self._sheets else ()
        heights = sum(strip.height_px for strip in strips) * text_scale()
        return self._top() + heights + _BETWEEN_PX * max(0, len(strips) - 1)

    def _top(self) -> float:
        """Room for half of the first strip's figure."""
        return QFontMetricsF(self.small_font()).height() / 2 + 1

    def _names_px(self) -> float:
        metrics = QFontMetricsF(self.small_font())
        strips = self._sheets[self._period].strips if self._sheets else ()
        texts = [text for strip in strips for text in (strip.name, strip.unit)]
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
        return min(longest + 20, self.width() * _MOST_NAME_PART)

    def _choose_period(self) -> None:
        px_a_day = 1 / max(self._days_a_px(), 1e-9)
        lengths = ((Period.WEEK, 7), (Period.MONTH, 30), (Period.YEAR, 365))
        fitting = (period for period, days in lengths if days * px_a_day >= _LEAST_BAR_PX)
        period = next(fitting, Period.YEAR)
        if period is not self._period:
            self._period = period
            self.forget_mark()

    def _on_axis_changed(self) -> None:
        self._choose_period()
        super()._on_axis_changed()


def _diamond(place: QPointF, radius: float) -> QPolygonF:
    ends = ((0, -radius), (radius, 0), (0, radius), (-radius, 0))
    return QPolygonF([QPointF(place.x() + x, place.y() + y) for x, y in ends])
