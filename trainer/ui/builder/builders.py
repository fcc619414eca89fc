"""Opens the builder, saves what comes of it, and keeps what was not saved within reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.domain.draft import Draft
from trainer.errors import TrainerError
from trainer.services.building import Building
from trainer.ui.builder.dialog import BuilderDialog
from trainer.ui.theme import Theme


class Builders(QObject):
    """`told` carries a sentence, `done` one of something that Undo takes back, `offered` a sentence, the name
    of what may be done about it, and what does it.
    """

    told = Signal(str)
    done = Signal(str)
    offered = Signal(str, str, object)

    def __init__(
        self,
        building: Building,
        theme: Callable[[], Theme],
        unit: Callable[[], str],
        moving: Callable[[], bool],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._building, self._window = building, window
        self._theme, self._unit, self._moving = theme, unit, moving

    def new(self, exercise_id: str = "") -> None:
        """A new workout, with this exercise in it where one is named."""
        draft = self._building.blank(self.tr("My workout"))
        if exercise_id:
            self._try(partial(self._begin_with, draft, exercise_id))
        else:
            self._open(draft, self.tr("New workout"))

    def edit(self, workout_id: str) -> None:
        """Opens a workout of one's own; of a shipped one, a copy."""
        self._try(partial(self._edit, workout_id))

    def copy(self, workout_id: str) -> None:
        """Opens a copy of a workout, to be changed and saved as one's own."""
        self._try(partial(self._copy, workout_id))

    def set_theme(self, theme: Theme) -> None:
        """Paints what is open in the theme's colours."""
        for dialog in self._window.findChildren(BuilderDialog):
            dialog.set_theme(theme)

    def _begin_with(self, draft: Draft, exercise_id: str) -> None:
        self._open(replace(draft, items=(self._building.item_of(exercise_id),)), self.tr("New workout"))

    def _edit(self, workout_id: str) -> None:
        workout = self._building.library.workout(workout_id)
        if not workout.own:
            self._copy(workout_id)
            return
        self._open(self._building.opened(workout_id), self.tr("Edit workout"))

    def _copy(self, workout_id: str) -> None:
        workout = self._building.library.workout(workout_id)
        copy = self._building.copy_of(workout, self.tr("{0} (mine)").format(workout.name))
        self._open(copy, self.tr("Copy of {0}").format(workout.name))

    def _open(self, draft: Draft, title: str, begun: Draft | None = None) -> None:
        dialog = BuilderDialog(
            self._building,
            draft,
            self._theme(),
            self._unit(),
            title=title,
            begun=begun,
            moving=self._moving(),
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.save_asked.connect(partial(self._save, dialog))
        dialog.closed_unsaved.connect(partial(self._on_closed_unsaved, title))
        dialog.open()

    def _save(self, dialog: BuilderDialog, draft: Draft) -> None:
        known = any(one.id == draft.id for one in self._building.library.workouts())
        label = self.tr("Change {0}") if known else self.tr("Make {0}")
        try:
            self._building.save(draft, label.format(draft.name.strip()))
        except TrainerError as error:
            dialog.toast.say(str(error))
            return
        dialog.accept()
        self.done.emit(self.tr("{0} saved.").format(draft.name.strip()))

    def _on_closed_unsaved(self, title: str, begun: Draft, draft: Draft) -> None:
        name = draft.name.strip() or self.tr("The workout")
        back = partial(self._open, draft, title, begun)
        self.offered.emit(self.tr("{0} was not saved.").format(name), self.tr("Bring back"), back)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except TrainerError as error:
            self.told.emit(str(error))
