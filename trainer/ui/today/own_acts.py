"""What Today does with the workouts of one's own; every change is one undo step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.domain.workout import Workout
from trainer.errors import TrainerError
from trainer.services.own import OwnLibrary
from trainer.services.own_checks import workout_name_problem
from trainer.ui.widgets.name_dialog import NameDialog


class WorkoutActs(QObject):
    """Renames, thins out and deletes; `told` carries what failed, `done` what Undo takes back."""

    told = Signal(str)
    done = Signal(str)

    def __init__(self, own: OwnLibrary, page: QWidget) -> None:
        super().__init__(page)
        self._own, self._page = own, page

    def rename(self, workout_id: str) -> None:
        """Asks for another name."""
        workout = self._find(workout_id)
        if workout is None:
            return
        others = [name for name in self._own.workout_names() if name != workout.name]
        title, action = self.tr("Rename {0}").format(workout.name), self.tr("Rename")
        dialog = NameDialog(title, action, partial(_problem, others), workout.name, self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.named.connect(partial(self._rename, workout))
        dialog.open()

    def remove_item(self, workout_id: str, place: int) -> None:
        """Takes an exercise out; the workout goes with its last one."""
        workout = self._find(workout_id)
        if workout is None:
            return
        if len(workout.items) == 1:
            self.delete(workout_id)
            return
        exercise = workout.items[place].exercise
        undo = self.tr("Take {0} out of {1}").format(exercise, workout.name)
        self._do(
            partial(self._own.remove_item, workout_id, place, undo),
            self.tr("{0} taken out of {1}.").format(exercise, workout.name),
        )

    def delete(self, workout_id: str) -> None:
        """Deletes the workout; what was logged of it stays."""
        workout = self._find(workout_id)
        if workout is not None:
            undo = self.tr("Delete {0}").format(workout.name)
            told = self.tr("{0} deleted. What you logged of it stays.").format(workout.name)
            self._do(partial(self._own.delete_workout, workout_id, undo), told)

    def _find(self, workout_id: str) -> Workout | None:
        return next((one for one in self._own.workouts() if one.id == workout_id), None)

    def _rename(self, workout: Workout, name: str) -> None:
        if name != workout.name:
            undo = self.tr("Rename {0}").format(workout.name)
            told = self.tr("Renamed to {0}.").format(name)
            self._do(partial(self._own.rename_workout, workout.id, name, undo), told)

    def _do(self, act: Callable[[], object], done: str) -> None:
        try:
            act()
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.done.emit(done)


def _problem(others: list[str], name: str) -> str:
    sentence = workout_name_problem(name, others)
    return QCoreApplication.translate("own", sentence) if sentence else ""
