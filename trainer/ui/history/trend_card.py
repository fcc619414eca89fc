"""One exercise over time, in the measure that says most about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from trainer.domain.exercise import Side
from trainer.domain.stats import Measure, Performance, TrendPoint, measures_of, trend
from trainer.services.history import TrainedExercise
from trainer.ui.charts.trend_lines import TrendLines
from trainer.ui.history.chart_card import ChartCard
from trainer.ui.theme import Theme
from trainer.ui.widgets.buttons import Segments

RANGES = {"90": 90, "365": 365, "all": 0}


class TrendCard(ChartCard):
    """Choosing an exercise asks for its performances; `show_performances` answers."""

    exercise_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        lines = TrendLines(self.tr("One exercise over time"), theme)
        super().__init__(self.tr("Am I getting stronger?"), lines, parent)
        self._lines = lines
        self._performances: list[Performance] = []
        self._today = date.max
        self.exercise = QComboBox()
        self.exercise.setAccessibleName(self.tr("Exercise"))
        self.exercise.setMinimumContentsLength(14)
        self.exercise.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.exercise.activated.connect(self._on_exercise_activated)
        self.measure = QComboBox()
        self.measure.setAccessibleName(self.tr("What is shown"))
        self.measure.setMinimumContentsLength(16)
        self.measure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.measure.activated.connect(self._on_measure_activated)
        self.range = Segments(
            self.tr("Range"),
            (("90", self.tr("90 days")), ("365", self.tr("1 year")), ("all", self.tr("All"))),
        )
        self.range.set_value("365")
        self.range.chosen.connect(self._on_range_chosen)
        for choice in (self.exercise, self.measure, self.range):
            self.choices.addWidget(choice)

    @property
    def points(self) -> tuple[TrendPoint, ...]:
        """The points that are shown, in the order of the chart's marks."""
        return self._lines.points

    def show_exercises(self, exercises: Sequence[TrainedExercise], today: date) -> str:
        """Offers these exercises and returns the one that stays or becomes chosen, "" for none."""
        self._today = today
        chosen = self.exercise.currentData()
        self.exercise.clear()
        for exercise in exercises:
            self.exercise.addItem(exercise.name, exercise.id)
        self.exercise.setCurrentIndex(max(0, self.exercise.findData(chosen)))
        return str(self.exercise.currentData() or "")

    def show_performances(self, performances: Sequence[Performance]) -> None:
        """Shows the chosen exercise's performances."""
        self._performances = list(performances)
        chosen = self.measure.currentData()
        self.measure.clear()
        for measure in measures_of(self._performances):
            self.measure.addItem(self._name(measure), measure)
        self.measure.setCurrentIndex(max(0, self.measure.findData(chosen)))
        self._show()

    def _on_exercise_activated(self) -> None:
        self.exercise_chosen.emit(str(self.exercise.currentData() or ""))

    def _on_measure_activated(self) -> None:
        self._show()

    def _on_range_chosen(self) -> None:
        self._show()

    def _show(self) -> None:
        data = self.measure.currentData()
        if data is None:
            self._lines.show_points((), unit="", label=str)
            self.say(self.tr("Nothing was measured in this exercise yet."))
            return
        measure = Measure(data)
        days = RANGES[self.range.value]
        since = self._today - timedelta(days=days) if days else date.min
        points = [point for point in trend(self._performances, measure) if point.day >= since]
        self._lines.show_points(points, unit=self._name(measure), label=LABELS[measure])
        self.say(self._legend(points, measure))
        self.refresh()

    def _legend(self, points: Sequence[object], measure: Measure) -> str:
        if not points:
            return self.tr("Nothing in this range; choose a longer one.")
        parts = [self.tr("A ring marks a record: the first time that a best was reached.")]
        if {Side.LEFT, Side.RIGHT} & {performance.side for performance in self._performances}:
            parts.insert(0, self.tr("Green and round is left, orange and square is right."))
        if measure is Measure.LEAN:
            parts.append(self.tr("Lean is a home measure, good for one's own trend only."))
        return " ".join(parts)

    def _name(self, measure: Measure) -> str:
        return {
            Measure.REPS: self.tr("Most reps in a set"),
            Measure.HOLD: self.tr("Longest hold"),
            Measure.LOAD: self.tr("Heaviest load"),
            Measure.LEAN: self.tr("Furthest lean"),
            Measure.TENSION: self.tr("Time under tension"),
        }[measure]


def _reps_text(value: float) -> str:
    return f"{value:g}"


def _seconds_text(value: float) -> str:
    return f"{value:g} s"


def _load_text(value: float) -> str:
    return f"{value:g} kg"


def _lean_text(value: float) -> str:
    return f"{value:g}°"


LABELS: dict[Measure, Callable[[float], str]] = {
    Measure.REPS: _reps_text,
    Measure.HOLD: _seconds_text,
    Measure.LOAD: _load_text,
    Measure.LEAN: _lean_text,
    Measure.TENSION: _seconds_text,
}
