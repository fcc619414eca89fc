"""The neutral panel with the moving figure."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.domain.exercise import Kind, Side
from trainer.domain.tempo import Tempo
from trainer.domain.workout import WorkoutItem
from trainer.engine.runner import View
from trainer.engine.timeline import Step, StepKind
from trainer.figure.figure import Figure
from trainer.ui.theme import Theme
from trainer.ui.widgets.exercise_figure import figure_for
from trainer.ui.widgets.figure_colours import FigureColours
from trainer.ui.widgets.figure_view import FigureView

FRAME_MS = 33  # as often as the session itself is drawn; twice as often would cost twice as much

Lit = Mapping[str, tuple[str, ...]]
"""The muscles that are lit, by exercise id; an exercise that is not among them has none."""

HELD = Tempo(1.0, 2.0, 1.0, 0.0)  # a hold's figure breathes by itself; the numbers only make it play


class FigureStand(QFrame):
    """Shows a step's exercise: in work at the very moment that is called, else as a quiet preview."""

    def __init__(
        self, theme: Theme, *, lit: Lit, reduced_motion: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lit = lit
        self.setProperty("card", True)
        self._reduced_motion = reduced_motion
        self._figure: Figure | None = None
        self._exercise_id = ""
        self._driven = False
        self._tempo = HELD
        self.view = FigureView(FigureColours.from_table(theme.figure), self, FRAME_MS)
        self.view.set_reduced_motion(reduced_motion)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.view)

    def set_theme(self, theme: Theme) -> None:
        self.view.set_colours(FigureColours.from_table(theme.figure))

    def show_step(self, step: Step) -> None:
        """Takes the step's exercise and side."""
        if step.item.exercise_id != self._exercise_id:
            self._exercise_id = step.item.exercise_id
            self._figure = figure_for(step.item)
            self.view.show_figure(self._figure, self._lit.get(self._exercise_id, ()))
        self.view.set_mirrored(step.side is Side.LEFT)
        self._tempo = step.target.tempo or HELD
        working = step.kind is StepKind.WORK
        goes_round = self._figure is not None and self._figure.kind == "cycle"
        timed = step.target.called or step.target.kind is Kind.HOLD
        self._driven = working and timed and not goes_round
        if self._driven:
            self.view.pause()
        elif self._figure is not None:
            self.view.play(self._tempo)

    def show_view(self, view: View) -> None:
        """Shows the moment of the rep that is called."""
        if not self._driven or self._figure is None:
            return
        rep_s = view.elapsed_s
        if view.step.target.tempo is not None and view.step.target.called:
            rep_s %= view.step.target.tempo.rep_s
        phase = self._figure.phase_at(rep_s, self._tempo)
        if self._reduced_motion:
            phase = 1.0 if 0.5 <= phase < 1.5 or view.step.target.kind is Kind.HOLD else 0.0
        if phase != self.view.phase:
            self.view.set_phase(phase)

    def set_paused(self, paused: bool) -> None:
        """Stands still with the session."""
        if paused:
            self.view.pause()
        elif not self._driven and self._figure is not None:
            self.view.play(self._tempo)


def figure_at_lean(item: WorkoutItem, lean_deg: int | None) -> Figure | None:
    """The figure that turns at this lean; None where the exercise has no figure that is measured so."""
    figure = figure_for(item)
    if figure is None or figure.lean_deg is None or lean_deg is None:
        return None
    return figure.with_lean(lean_deg)
