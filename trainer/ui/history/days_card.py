"""Am I doing it: the calendar of what was planned and done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.domain.calendar import EntryKind
from trainer.domain.stats import EXPOSURE_FLAGS_D
from trainer.services.history import Overview
from trainer.ui.charts.heat_map import HeatMap
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.history.chart_card import ChartCard
from trainer.ui.saying import said
from trainer.ui.theme import Theme


class DaysCard(ChartCard):
    """`stretch_chosen` carries the first day of what was chosen, and that after its last."""

    stretch_chosen = Signal(object, object)

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        self.map = HeatMap(self.tr("Sessions by day"), theme, axis)
        super().__init__(self.tr("Am I doing it?"), self.map, parent)
        self.map.mark_chosen.connect(self._on_map_mark_chosen)

    def show_overview(self, overview: Overview) -> None:
        planned = [entry.day for entry in overview.entries if entry.kind is EntryKind.WORKOUT]
        self.map.show_days(overview.days, planned, overview.today)
        self.say(" ".join(self._words(overview, planned)))
        self.refresh()

    def _words(self, overview: Overview, planned: list[date]) -> list[str]:
        words = [self.tr("The stronger the colour, the more sets.")]
        if planned:
            words.append(self.tr("A frame is a planned session; filled it is done."))
        days = overview.exposure_d
        if days is not None and days >= EXPOSURE_FLAGS_D[0]:
            words.append(said("days-since-lengthening", days=days, flag=EXPOSURE_FLAGS_D[0]))
        return words

    def _on_map_mark_chosen(self, index: int) -> None:
        self.stretch_chosen.emit(*self.map.stretch_of(index))
