"""The exercise that is chosen in the builder: its figure, its ladder, and what it asks for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trainer.domain.exercise import Exercise, Kind
from trainer.domain.workout import WorkoutItem
from trainer.services.building import Building
from trainer.services.ladder import Ladder, Rank
from trainer.ui.builder.pace_fields import PaceFields
from trainer.ui.builder.set_fields import SetFields
from trainer.ui.theme import Theme
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.late_figure import LateFigure
from trainer.ui.widgets.text import Words, rule
from trainer.ui.wording import dose_text

FIGURE_PX = QSize(176, 136)


class ItemEditor(QFrame):
    """`edited` carries the item as it is now, what was done in words, and what makes it one step with more
    of the same; `swap_asked` the id of the exercise to do instead.
    """

    edited = Signal(object, str, str)
    swap_asked = Signal(str)

    def __init__(
        self, building: Building, theme: Theme, unit: str, *, moving: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._building, self._unit = building, unit
        self._ladder: Ladder | None = None
        self._shown: tuple[str, Kind] | None = None
        self.sets: SetFields | None = None
        self.pace: PaceFields | None = None
        self.figure = LateFigure(theme, moving=moving)
        self.figure.setFixedSize(FIGURE_PX)
        self.name = Words(size="heading", wrap=True)
        self.dose = Words(size="small", tone="muted", wrap=True)
        self.easier = Button(self.tr("Easier"), icon="chevron-down")
        self.easier.clicked.connect(self._on_easier_clicked)
        self.harder = Button(self.tr("Harder"), icon="chevron-up")
        self.harder.clicked.connect(self._on_harder_clicked)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.name)
        words.addWidget(self.dose)
        words.addWidget(Flow([self.easier, self.harder]))
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addWidget(rule())
        column.addLayout(self._fields)
        column.addStretch(1)

    def show_item(self, item: WorkoutItem) -> None:
        """Shows what it asks for; the fields of the same exercise stay, and the keyboard with them."""
        exercise = self._building.exercise_of(item)
        kind = item.sets[0].kind
        if self._shown != (item.exercise_id, kind):
            self._shown = (item.exercise_id, kind)
            self._show_exercise(item, exercise, kind)
        if self.sets is not None and self.pace is not None:
            self.sets.show_item(item)
            self.pace.show_item(item)

    def set_theme(self, theme: Theme) -> None:
        self.figure.set_theme(theme)

    def _show_exercise(self, item: WorkoutItem, exercise: Exercise | None, kind: Kind) -> None:
        self.name.setText(item.exercise)
        self.dose.setVisible(exercise is not None)
        self.figure.setVisible(exercise is not None)
        if exercise is not None:
            self.dose.setText(self.tr("On its page: {0}").format(dose_text(exercise)))
            self.figure.show_exercise(exercise, item.sets[0].tempo)
        self._ladder = self._building.ladder_of(item)
        self.easier.setEnabled(bool(self._ladder and self._ladder.easier))
        self.harder.setEnabled(bool(self._ladder and self._ladder.harder))
        for old in (self.sets, self.pace):
            if old is not None:
                self._fields.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.sets, self.pace = SetFields(kind, self._unit), PaceFields(kind)
        for fields in (self.sets, self.pace):
            fields.edited.connect(self.edited)
            self._fields.addWidget(fields)

    def _on_easier_clicked(self) -> None:
        if self._ladder is not None:
            self._offer(self._ladder.easier, self.easier)

    def _on_harder_clicked(self) -> None:
        if self._ladder is not None:
            self._offer(self._ladder.harder, self.harder)

    def _offer(self, rungs: Rank, under: Button) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for rung in rungs:
            menu.addAction(rung.name).triggered.connect(partial(self._swap, rung.id))
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def _swap(self, exercise_id: str, _checked: bool = False) -> None:
        self.swap_asked.emit(exercise_id)
