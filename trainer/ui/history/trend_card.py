"""Am I getting stronger: one exercise over time, across all plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from trainer.domain.exercise import Side
from trainer.domain.stats import RECORDED, SMALLEST_CHANGE, Measure, Recent, TrendPoint, recent
from trainer.services.history import ExerciseHistory
from trainer.ui.charts.time_axis import TimeAxis
from trainer.ui.charts.trend_lines import TrendLines
from trainer.ui.history.exercise_card import ExerciseCard
from trainer.ui.history.measures import headed, label_of, shown_part
from trainer.ui.saying import said
from trainer.ui.theme import Theme


class TrendCard(ExerciseCard):
    """The trend, its records, and what the last four weeks were beside the four before."""

    def __init__(
        self,
        theme: Theme,
        axis: TimeAxis,
        today: Callable[[], date],
        load_unit: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        self._lines = TrendLines(self.tr("One exercise over time"), theme, axis)
        self._today = today
        super().__init__(self.tr("Am I getting stronger?"), self._lines, load_unit, parent)

    @property
    def points(self) -> tuple[TrendPoint, ...]:
        """The points, in the order of the chart's marks."""
        return self._lines.points

    def measures(self, history: ExerciseHistory) -> Iterable[Measure]:
        return history.points

    def show_measure(self, history: ExerciseHistory, measure: Measure | None) -> None:
        unit = self.load_unit()
        self.set_empty(measure is None)
        if measure is None:
            self._lines.show_points((), unit="", label=str)
            self.say(self.tr("Nothing was measured in this exercise yet."))
            return
        points, part = history.points[measure], shown_part(measure, unit)
        shown = points if part == 1 else tuple(replace(p, value=p.value * part) for p in points)
        label = label_of(measure, unit)
        self._lines.show_points(shown, unit=headed(measure, unit), label=label)
        weeks = recent(points, history.exercise_id, measure, self._today())
        told = [self._recent_words(one, part, label) for one in weeks]
        if any(one.told_apart is False for one in weeks):
            told.append(said("heel-raise-chance", reps=label(SMALLEST_CHANGE[history.exercise_id, measure])))
        self.say(" ".join([*told, *self._legend(shown, measure)]))

    def _recent_words(self, one: Recent, part: float, label: Callable[[float], str]) -> str:
        side = {Side.BOTH: "", Side.LEFT: self.tr("Left: "), Side.RIGHT: self.tr("Right: ")}[one.side]
        text = self.tr("{0}best of the last four weeks {1}, of the four before {2}.")
        words = text.format(side, label(one.now * part), label(one.before * part))
        return words[:1].upper() + words[1:]

    def _legend(self, points: Iterable[TrendPoint], measure: Measure) -> list[str]:
        parts = []
        if any(point.side is not Side.BOTH for point in points):
            parts.append(self.tr("Green and round is left, orange, dashed and square is right."))
        if measure in RECORDED:
            parts.append(self.tr("A ring marks a record: the first time that a best was reached."))
        if measure is Measure.LEAN:
            parts.append(self.tr("Lean is a home measure, good for one's own trend only."))
        if measure is Measure.TENSION:
            parts.append(
                self.tr("Reps × the seconds of their tempo, and seconds held; of one session in all.")
            )
        return parts
