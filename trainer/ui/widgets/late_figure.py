"""A moving figure whose code is loaded once the page around it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.domain.exercise import Exercise
from trainer.domain.tempo import Tempo
from trainer.ui.theme import Theme

if TYPE_CHECKING:
    from trainer.ui.widgets.figure_panel import FigurePanel

HOLD_TEMPO = Tempo(1, 0, 1, 0)


class LateFigure(QFrame):
    """Keeps the figure's place; the figure comes when the event loop is free after the first show."""

    def __init__(self, theme: Theme, *, moving: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("stage", True)
        self._theme, self._moving = theme, moving
        self._exercise: Exercise | None = None
        self._tempo: Tempo = HOLD_TEMPO
        self.panel: FigurePanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._load_timer_0_ms = QTimer(self, singleShot=True, interval=0)
        self._load_timer_0_ms.timeout.connect(self._load)

    def show_exercise(self, exercise: Exercise, tempo: Tempo | None) -> None:
        """Shows this exercise's figure in this tempo, or in the exercise's own."""
        self._exercise, self._tempo = exercise, tempo or exercise.tempo or HOLD_TEMPO
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Paints the figure in the theme's colours."""
        self._theme = theme
        if self.panel is not None:
            self.panel.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.panel is None:
            self._load_timer_0_ms.start()

    def _load(self) -> None:
        from trainer.ui.widgets.figure_panel import FigurePanel  # start-up: after the first page

        self.panel = FigurePanel(self._theme)
        self._column.addWidget(self.panel)
        self._refresh()

    def _refresh(self) -> None:
        if self.panel is None or self._exercise is None:
            return
        from trainer.ui.widgets.exercise_figure import figure_for  # start-up: after the first page

        self.panel.view.show_figure(figure_for(self._exercise), self._exercise.primary_muscles)
        if self._moving:
            self.panel.view.play(self._tempo)
        else:
            self.panel.view.set_phase(1.0)
