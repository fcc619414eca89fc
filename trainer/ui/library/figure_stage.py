"""The exercise's figure, large, with what moves it: play, pause, scrub, speed, the other side."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from trainer.domain.exercise import Exercise
from trainer.ui.theme import Theme
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.exercise_figure import figure_for
from trainer.ui.widgets.figure_panel import FigurePanel
from trainer.ui.widgets.late_figure import HOLD_TEMPO
from trainer.ui.widgets.wheel import let_wheel_past

FIGURE_PX = 320
SCRUB_STEPS = 200
FOLLOW_MS = 50
SPEEDS = (("0.5", "½×"), ("1", "1×"), ("2", "2×"))


class FigureStage(QFrame):
    """A card with the moving figure; `has_figure` says whether there is one to show."""

    def __init__(
        self,
        exercise: Exercise,
        theme: Theme,
        *,
        moving: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._tempo = exercise.tempo or HOLD_TEMPO
        self.panel = FigurePanel(theme)
        self.panel.setMinimumHeight(FIGURE_PX)
        self.view = self.panel.view
        figure = figure_for(exercise)
        self.has_figure = figure is not None
        self.view.show_figure(figure, exercise.primary_muscles)
        self.play_button = Button(self.tr("Play"), "icon", icon="play", checkable=True)
        self.scrub = QSlider(Qt.Orientation.Horizontal)
        self.scrub.setRange(0, SCRUB_STEPS)
        self.scrub.setAccessibleName(self.tr("Moment of the movement"))
        let_wheel_past(self.scrub)
        self.speed = Segments(self.tr("Speed"), SPEEDS)
        self.speed.set_value("1")
        self.mirror_button = Button(
            self.tr("Show the other side"), "icon", icon="flip-vertical-2", checkable=True
        )
        self._views = (
            ("", self.tr("Seen from where it is clearest")),
            ("side", self.tr("Seen from the side")),
            ("front", self.tr("Seen from the front")),
        )
        self._seen_from = 0
        self.view_button = Button(self._views[0][1], "icon", icon="rotate-3d")
        self._follow_50_ms = QTimer(self)
        self._follow_50_ms.setInterval(FOLLOW_MS)
        self._lay_out()
        self._connect()
        self.play_button.setChecked(moving and self.has_figure)

    def set_theme(self, theme: Theme) -> None:
        self.panel.set_theme(theme)

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self.play_button)
        controls.addWidget(self.scrub, 1)
        controls.addWidget(self.speed)
        controls.addWidget(self.view_button)
        controls.addWidget(self.mirror_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.panel, 1)
        column.addLayout(controls)

    def _connect(self) -> None:
        self.play_button.toggled.connect(self._on_play_button_toggled)
        self.scrub.valueChanged.connect(self._on_scrub_value_changed)
        self.speed.chosen.connect(self._on_speed_chosen)
        self.mirror_button.toggled.connect(self.view.set_mirrored)
        self.view_button.clicked.connect(self._on_view_button_clicked)
        self._follow_50_ms.timeout.connect(self._on_follow_timeout)

    def _play(self) -> None:
        by = float(self.speed.value or "1")
        tempo = self._tempo
        self.view.play((tempo.lowering_s / by, tempo.bottom_s / by, tempo.lifting_s / by, tempo.top_s / by))
        self._follow_50_ms.start()

    def _on_play_button_toggled(self, playing: bool) -> None:
        self.play_button.set_icon_name("pause" if playing else "play")
        self.play_button.set_name(self.tr("Pause") if playing else self.tr("Play"))
        if playing:
            self._play()
        else:
            self._follow_50_ms.stop()
            self.view.pause()

    def _on_view_button_clicked(self) -> None:
        """Goes round: the figure's own view, its side, its front."""
        self._seen_from = (self._seen_from + 1) % len(self._views)
        view, name = self._views[self._seen_from]
        self.view.set_view(view)
        self.view_button.set_name(name)

    def _on_speed_chosen(self) -> None:
        if self.play_button.isChecked():
            self._play()

    def _on_scrub_value_changed(self, value: int) -> None:
        self.play_button.setChecked(False)
        self.view.set_phase(2.0 * value / SCRUB_STEPS)

    def _on_follow_timeout(self) -> None:
        self.scrub.blockSignals(True)
        self.scrub.setValue(round((self.view.phase % 2.0) / 2.0 * SCRUB_STEPS))
        self.scrub.blockSignals(False)
