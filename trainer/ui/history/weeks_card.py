"""Week by week: sets, or time under tension."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer.domain.stats import WeekWork
from trainer.services.history import Overview
from trainer.ui.charts.week_bars import WeekBars
from trainer.ui.history.chart_card import ChartCard
from trainer.ui.theme import Theme
from trainer.ui.widgets.buttons import Segments

RANGES = {"12": 12, "52": 52, "all": 0}
SETS, TENSION = "sets", "tension"


class WeeksCard(ChartCard):
    """The weeks of the chosen range."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        bars = WeekBars(self.tr("Week by week"), theme)
        super().__init__(self.tr("Week by week"), bars, parent)
        self._bars = bars
        self._weeks: tuple[WeekWork, ...] = ()
        self.measure = Segments(
            self.tr("What is shown"), ((SETS, self.tr("Sets")), (TENSION, self.tr("Time under tension")))
        )
        self.range = Segments(
            self.tr("Range"),
            (("12", self.tr("12 weeks")), ("52", self.tr("1 year")), ("all", self.tr("All"))),
        )
        for segments, value in ((self.measure, SETS), (self.range, "12")):
            segments.set_value(value)
            segments.chosen.connect(self._on_segments_chosen)
            self.choices.addWidget(segments)

    def show_overview(self, overview: Overview) -> None:
        self._weeks = overview.weeks
        self._show()

    def _on_segments_chosen(self) -> None:
        self._show()

    def _show(self) -> None:
        weeks = self._weeks[-RANGES[self.range.value] :]
        mondays = [week.monday for week in weeks]
        if self.measure.value == SETS:
            values = [float(week.sets) for week in weeks]
            self._bars.show_weeks(mondays, values, unit=self.tr("Sets"), label=count_text, whole=True)
        else:
            values = [week.tension_s / 60 for week in weeks]
            unit = self.tr("Minutes under tension")
            self._bars.show_weeks(mondays, values, unit=unit, label=minutes_text, whole=False)
        self.refresh()


def count_text(value: float) -> str:
    return f"{value:.0f}"


def minutes_text(value: float) -> str:
    return f"{value:.1f} min".replace(".0 ", " ")
