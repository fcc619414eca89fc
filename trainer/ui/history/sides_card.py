"""Left and right: both sides of one exercise and the gap between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from trainer.domain.stats import SESSIONS_NEEDED, Measure, SidePair
from trainer.services.history import ExerciseHistory
from trainer.ui.charts.side_lines import SideLines
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.history.exercise_card import ExerciseCard
from trainer.ui.history.measures import headed, label_of, shown_part
from trainer.ui.saying import said
from trainer.ui.theme import Theme


class SidesCard(ExerciseCard):
    """Shows nothing before there are three sessions with both sides."""

    def __init__(
        self, theme: Theme, axis: TimeAxis, load_unit: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        self._lines = SideLines(self.tr("Both sides over time"), theme, axis)
        self.pairs: tuple[SidePair, ...] = ()
        super().__init__(self.tr("Left and right?"), self._lines, load_unit, parent)

    def measures(self, history: ExerciseHistory) -> Iterable[Measure]:
        return history.pairs

    def show_measure(self, history: ExerciseHistory, measure: Measure | None) -> None:
        unit = self.load_unit()
        self.pairs = () if measure is None else history.pairs[measure]
        if measure is None:
            self._lines.show_pairs((), unit="", label=str)
            self.say(
                self.tr(
                    "Left and right are compared once {0} sessions have both sides; "
                    "one or two say too little."
                ).format(SESSIONS_NEEDED)
            )
        else:
            part = shown_part(measure, unit)
            shown = [replace(p, left=p.left * part, right=p.right * part) for p in self.pairs]
            self._lines.show_pairs(shown, unit=headed(measure, unit), label=label_of(measure, unit))
            sides = self.tr("Green and round is left, orange, dashed and square is right.")
            self.say(f"{sides} {said('gap-left-right')}")
        self.set_empty(measure is None)
