"""A card about one exercise, in the measure that says most about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from trainer.domain.stats import Measure
from trainer.services.history import ExerciseHistory, TrainedExercise
from trainer.ui.charts.chart import Chart
from trainer.ui.history.chart_card import ChartCard
from trainer.ui.history.measures import measure_name
from trainer.ui.widgets.wheel import let_wheel_past


class ExerciseCard(ChartCard):
    """Choosing an exercise asks for its history; `show_history` answers. Subclasses show it."""

    exercise_chosen = Signal(str)

    def __init__(
        self, title: str, chart: Chart, load_unit: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, chart, parent)
        self.load_unit = load_unit
        self.history: ExerciseHistory | None = None
        self.exercise = self._combo(self.tr("Exercise"), 22)
        self.exercise.activated.connect(self._on_exercise_activated)
        self.measure = self._combo(self.tr("What is shown"), 16)
        self.measure.activated.connect(self._on_measure_activated)
        for choice in (self.exercise, self.measure):
            self.choices.addWidget(choice)

    @property
    def chosen(self) -> str:
        """The exercise that is chosen, "" for none."""
        return str(self.exercise.currentData() or "")

    def show_exercises(self, exercises: Sequence[TrainedExercise]) -> None:
        """Offers these exercises; the one that was chosen stays so, else the first is."""
        chosen = self.exercise.currentData()
        self.exercise.clear()
        for exercise in exercises:
            self.exercise.addItem(exercise.name, exercise.id)
        self.exercise.setCurrentIndex(max(0, self.exercise.findData(chosen)))

    def show_history(self, history: ExerciseHistory) -> None:
        """Shows an exercise's history, unless another was chosen since it was asked for."""
        if history.exercise_id != self.chosen:
            return
        self.history = history
        chosen = self.measure.currentData()
        self.measure.clear()
        for measure in self.measures(history):
            self.measure.addItem(measure_name(measure), measure)
        self.measure.setCurrentIndex(max(0, self.measure.findData(chosen)))
        self.measure.setVisible(self.measure.count() > 0)
        self.show_measure(history, self.chosen_measure)
        self.refresh()

    @property
    def chosen_measure(self) -> Measure | None:
        data = self.measure.currentData()
        return None if data is None else Measure(data)

    def measures(self, history: ExerciseHistory) -> Iterable[Measure]:
        """The measures that there is something to show of."""
        raise NotImplementedError

    def show_measure(self, history: ExerciseHistory, measure: Measure | None) -> None:
        """Shows one of them; None where there is none."""
        raise NotImplementedError

    def _combo(self, name: str, letters: int) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setMinimumContentsLength(letters)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        let_wheel_past(combo)
        return combo

    def _on_exercise_activated(self) -> None:
        self.exercise_chosen.emit(self.chosen)

    def _on_measure_activated(self) -> None:
        if self.history is not None:
            self.show_measure(self.history, self.chosen_measure)
            self.refresh()
