"""The way to the builder from pages and menus; it is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from trainer.domain.workout import Workout
from trainer.settings import REDUCED_MOTION, UNITS, Settings
from trainer.ui.appearance import Appearance
from trainer.ui.desk import Desk
from trainer.ui.main_window import MainWindow
from trainer.ui.theme import Theme

if TYPE_CHECKING:
    from trainer.ui.builder.builders import Builders
    from trainer.ui.history.pick_dialog import Offer


class Bench(QObject):
    """Opens the builder over the window, whose foot tells what came of it; `undo` takes a save back."""

    def __init__(
        self,
        window: MainWindow,
        appearance: Appearance,
        settings: Settings,
        desk: Desk,
        undo: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window, self._appearance, self._settings = window, appearance, settings
        self._desk, self._undo = desk, undo
        self._builders: Builders | None = None
        appearance.theme_changed.connect(self._on_theme_changed)

    def new(self, exercise_id: str = "") -> None:
        """A new workout, with this exercise in it where one is named."""
        if self._may_open():
            self._made().new(exercise_id)

    def edit(self, workout_id: str) -> None:
        """Opens a workout of one's own; of a shipped one, a copy."""
        if self._may_open():
            self._made().edit(workout_id)

    def copy(self, workout_id: str) -> None:
        """Opens a copy of a workout."""
        if self._may_open():
            self._made().copy(workout_id)

    def choose(self) -> None:
        """Asks which workout to open."""
        from trainer.ui.history.pick_dialog import PickDialog  # start-up: asked for later, if at all

        if not self._may_open():
            return
        about = self.tr("One of yours is changed; one that came with the app is copied.")
        title, action = self.tr("Edit or copy a workout"), self.tr("Open")
        dialog = PickDialog(title, about, action, self._workouts, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(self.edit)
        dialog.open()

    def _workouts(self, words: str) -> list[Offer]:
        wanted = words.casefold().split()
        workouts = sorted(self._desk.library.workouts(), key=_theirs)
        named = [(one.id, one.name) for one in workouts]
        return [(key, name) for key, name in named if all(word in name.casefold() for word in wanted)]

    def _may_open(self) -> bool:
        if self._window.covered:
            self._window.toast.say(self.tr("A session is running; finish or leave it first."))
        return not self._window.covered

    def _made(self) -> Builders:
        # Start-up: the builder is asked for later, if at all.
        from trainer.services.building import Building
        from trainer.services.planning import Planning
        from trainer.store import new_id
        from trainer.ui.builder.builders import Builders

        if self._builders is None:
            desk = self._desk
            planning = Planning(desk.store, desk.clock, desk.library, new_id)
            building = Building(desk.store, desk.clock, desk.library, new_id, planning.entries)
            self._builders = Builders(building, self._theme, self._unit, self._moving, self._window)
            self._builders.told.connect(self._window.toast.say)
            self._builders.offered.connect(self._window.toast.say)
            self._builders.done.connect(self._say_with_undo)
        return self._builders

    def _on_theme_changed(self) -> None:
        if self._builders is not None:
            self._builders.set_theme(self._appearance.theme)

    def _theme(self) -> Theme:
        return self._appearance.theme

    def _unit(self) -> str:
        return str(self._settings.get(UNITS))

    def _moving(self) -> bool:
        return not self._settings.get(REDUCED_MOTION)

    def _say_with_undo(self, text: str) -> None:
        self._window.toast.say(text, self.tr("Undo"), self._undo)


def _theirs(workout: Workout) -> bool:
    return not workout.own
