"""What next: the plan ahead."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer.services.history import Overview
from trainer.ui.charts.agenda import Agenda
from trainer.ui.history.chart_card import ChartCard
from trainer.ui.theme import Theme


class NextCard(ChartCard):
    """Four weeks of the calendar, or what will stand there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.agenda = Agenda(self.tr("The coming four weeks"), theme)
        super().__init__(self.tr("What next?"), self.agenda, parent)

    def show_overview(self, overview: Overview) -> None:
        self.agenda.show_entries(overview.entries, overview.today)
        planned = bool(self.agenda.entries)
        self.set_empty(not planned)
        self.say(
            self.tr("A disc is a workout, a triangle a hard run, a diamond a race.")
            if planned
            else self.tr(
                "Nothing is planned for the coming four weeks. Workouts, hard runs and races "
                "stand here once they are on the calendar."
            )
        )
        self.refresh()
