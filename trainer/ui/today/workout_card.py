"""The next workout: its figure, its targets, which version, and Start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.domain.workout import Workout, WorkoutItem
from trainer.engine.timeline import build_timeline
from trainer.services.library import Library
from trainer.ui.theme import Theme
from trainer.ui.today.item_row import ItemRow
from trainer.ui.today.versions import LEVELS, has_no_anchor_version, level_of
from trainer.ui.widgets.buttons import Button, Segments
from trainer.ui.widgets.late_figure import LateFigure
from trainer.ui.widgets.page import clear, set_stacked
from trainer.ui.widgets.text import Words, rule
from trainer.ui.wording import minutes_text, sets_text

FIGURE_PX = 260


class WorkoutCard(QFrame):
    """Shows one workout; a row that is pressed shows its figure, its arrow opens the exercise."""

    start_requested = Signal()
    sound_requested = Signal()
    version_chosen = Signal(str)
    without_anchor_chosen = Signal(bool)
    exercise_requested = Signal(str)

    def __init__(
        self, library: Library, theme: Theme, *, moving: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._library = library
        self._rows: list[ItemRow] = []
        self.name = Words(size="heading", wrap=True)
        self.facts = Words(size="small", tone="muted")
        self.note = Words(size="small", tone="muted", wrap=True)
        labels = {"easy": self.tr("Easy"), "middle": self.tr("Middle"), "full": self.tr("Full")}
        self.versions = Segments(self.tr("Version"), tuple((level, labels[level]) for level in LEVELS))
        self.versions.chosen.connect(self.version_chosen)
        self.no_anchor = QCheckBox(self.tr("No ankle anchor"))
        self.no_anchor.toggled.connect(self.without_anchor_chosen)
        self.start_button = Button(self.tr("Start"), "primary", icon="play")
        self.start_button.setDefault(True)
        self.start_button.clicked.connect(self.start_requested)
        self.sound_button = Button(self.tr("Sound of this workout"), "icon", icon="volume-2")
        self.sound_button.clicked.connect(self.sound_requested)
        self.figure = LateFigure(theme, moving=moving)
        self.figure.setMinimumWidth(FIGURE_PX)
        self._items = QVBoxLayout()
        self._items.setSpacing(0)
        self._lay_out()

    def show_workout(self, workout: Workout, workouts: Sequence[Workout], *, without_anchor: bool) -> None:
        """Shows this workout with its first exercise's figure."""
        timeline = build_timeline(workout)
        level = level_of(workout.id)
        self.name.setText(
            self.tr("Hamstrings for runners") if workout.id.startswith("hamstrings") else workout.name
        )
        sets = sets_text(timeline.set_count)
        self.facts.setText(f"{minutes_text(timeline.duration_s)} · {sets}")
        self.note.setText(workout.note)
        self.versions.set_value(level)
        self.no_anchor.blockSignals(True)
        self.no_anchor.setChecked(without_anchor)
        self.no_anchor.blockSignals(False)
        self.no_anchor.setVisible(has_no_anchor_version(level, workouts))
        self._show_items(workout.items)

    def set_narrow(self, narrow: bool) -> None:
        """Puts figure and targets one below the other."""
        for box in (self._top, self._middle, self._foot):
            set_stacked(box, narrow)

    def set_figure_height(self, height_px: int) -> None:
        """Gives the figure as much room as the page has."""
        self.figure.setFixedHeight(height_px)

    def set_theme(self, theme: Theme) -> None:
        self.figure.set_theme(theme)

    def _lay_out(self) -> None:
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        top.addLayout(words, 1)
        top.addWidget(self.versions, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._middle = middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        middle.setSpacing(16)
        middle.addWidget(self.figure, 5)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(self._items)
        right.addWidget(self.no_anchor)
        right.addStretch(1)
        middle.addLayout(right, 6)
        self._foot = foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setSpacing(16)
        starting = QHBoxLayout()
        starting.setSpacing(8)
        starting.addWidget(self.start_button)
        starting.addWidget(self.sound_button)
        starting.addStretch(0)
        foot.addLayout(starting)
        foot.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(rule())
        column.addLayout(foot)

    def _show_items(self, items: Sequence[WorkoutItem]) -> None:
        clear(self._items)
        self._rows = []
        for item in items:
            row = ItemRow(item)
            row.chosen.connect(self._on_row_chosen)
            row.opened.connect(self.exercise_requested)
            self._items.addWidget(row)
            self._rows.append(row)
        if items:
            self._on_row_chosen(items[0])

    def _on_row_chosen(self, item: WorkoutItem) -> None:
        for row in self._rows:
            row.set_on(row.item is item)
        self.figure.show_exercise(self._library.exercise(item.exercise_id), item.sets[0].tempo)
