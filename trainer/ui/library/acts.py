"""What can be done with an exercise besides looking at it: its star, workouts, one's own version."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from trainer.domain.exercise import Exercise
from trainer.errors import TrainerError
from trainer.services.library import Library
from trainer.services.own import OwnLibrary
from trainer.services.own_checks import SHORT_NAME_LENGTH, free_name, workout_name_problem
from trainer.ui.widgets.name_dialog import NameDialog


class ExerciseActs(QObject):
    """Does it, and tells it; every change is one undo step.

    `told` carries a sentence, `done` one of something that Undo takes back; `form_requested` the exercise of
    one's own to fill in or to change.
    """

    told = Signal(str)
    done = Signal(str)
    form_requested = Signal(object)
    build_requested = Signal(str)
    """The id of an exercise to begin a workout with in the builder."""

    def __init__(self, library: Library, own: OwnLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._own = library, own

    def toggle_star(self, exercise_id: str) -> None:
        """Marks the exercise with a star, or takes it away."""
        on = exercise_id not in self._library.favourites()
        label = self.tr("Add {0} to favourites") if on else self.tr("Remove {0} from favourites")
        undo = label.format(self._library.exercise(exercise_id).name)
        self._try(partial(self._own.set_favourite, exercise_id, on, undo))

    def add(self, exercise_id: str, workout_id: str) -> None:
        """Puts the exercise at the end of a workout of one's own."""
        exercise, workout = self._library.exercise(exercise_id), self._library.workout(workout_id)
        undo = self.tr("Add {0} to {1}").format(exercise.name, workout.name)
        if self._try(partial(self._own.add_to_workout, workout_id, exercise, undo)):
            self.done.emit(self.tr("Added to {0}.").format(workout.name))

    def add_to_new(self, exercise_id: str) -> None:
        """Asks for a name and begins a workout with the exercise."""
        names = self._own.workout_names()
        dialog = NameDialog(
            self.tr("New workout"),
            self.tr("Make workout"),
            partial(_name_problem, names),
            free_name(self.tr("My workout"), names),
            self._window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.named.connect(partial(self._begin_workout, exercise_id))
        dialog.open()

    def new(self) -> None:
        """Asks for an exercise of one's own."""
        self.form_requested.emit(self._own.blank())

    def make_own(self, exercise_id: str) -> None:
        """Asks for one's own version of an exercise."""
        exercise = self._library.exercise(exercise_id)
        everything = self._library.exercises()
        name = free_name(self.tr("{0} (mine)").format(exercise.name), [one.name for one in everything])
        short = free_name(exercise.short_name, [one.short_name for one in everything])
        short = short if len(short) <= SHORT_NAME_LENGTH else exercise.short_name
        self.form_requested.emit(self._own.copy_of(exercise, name, short))

    def edit(self, exercise_id: str) -> None:
        """Opens an exercise of one's own to be changed; a shipped one is told to stay as it is."""
        exercise = self._library.exercise(exercise_id)
        if exercise.own:
            self.form_requested.emit(exercise)
        else:
            self.told.emit(self.tr("This one came with the app; make your own version to change it."))

    def save(self, exercise: Exercise) -> bool:
        """Keeps an exercise that was filled in or changed; False when that failed, and was told."""
        known = any(one.id == exercise.id for one in self._library.exercises())
        label = self.tr("Change {0}") if known else self.tr("Add {0}")
        saved = self._try(partial(self._own.save_exercise, exercise, label.format(exercise.name)))
        if saved:
            self.done.emit(self.tr("{0} saved.").format(exercise.name))
        return saved

    def delete(self, exercise_id: str) -> None:
        """Takes an exercise of one's own out of the library; shipped ones stay, and say so."""
        exercise = self._library.exercise(exercise_id)
        if not exercise.own:
            self.told.emit(self.tr("This one came with the app and stays."))
            return
        undo = self.tr("Delete {0}").format(exercise.name)
        if self._try(partial(self._own.delete_exercise, exercise_id, undo)):
            self.done.emit(self.tr("{0} deleted. What you logged of it stays.").format(exercise.name))

    def workouts_menu(self, exercise_id: str, parent: QWidget) -> QMenu:
        """The workouts of one's own to put the exercise into, and a new one."""
        menu = QMenu(self.tr("Add to workout"), parent)
        for workout in self._own.workouts():
            _add(menu, workout.name, partial(self.add, exercise_id, workout.id))
        if not menu.isEmpty():
            menu.addSeparator()
        _add(menu, self.tr("New workout…"), partial(self.add_to_new, exercise_id))
        _add(menu, self.tr("Build a workout with it…"), partial(self.build_requested.emit, exercise_id))
        return menu

    def own_menu(self, exercise_id: str, parent: QWidget) -> QMenu:
        """What makes an exercise one's own, or changes one that is."""
        menu = QMenu(parent)
        _add(menu, self.tr("Make my own version…"), partial(self.make_own, exercise_id))
        if self._library.exercise(exercise_id).own:
            _add(menu, self.tr("Edit…"), partial(self.edit, exercise_id))
            menu.addSeparator()
            _add(menu, self.tr("Delete"), partial(self.delete, exercise_id))
        return menu

    def card_menu(
        self,
        exercise_id: str,
        open_: Callable[[], object],
        try_: Callable[[], object] | None,
        parent: QWidget,
    ) -> QMenu:
        """All of it, with what opens the exercise and what tries it (None: it cannot be tried)."""
        menu = QMenu(parent)
        _add(menu, self.tr("Open"), open_)
        if try_ is not None:
            _add(menu, self.tr("Try it now"), try_)
        starred = exercise_id in self._library.favourites()
        star = self.tr("Remove from favourites") if starred else self.tr("Add to favourites")
        _add(menu, star, partial(self.toggle_star, exercise_id))
        menu.addMenu(self.workouts_menu(exercise_id, menu))
        menu.addSeparator()
        menu.addActions(self.own_menu(exercise_id, menu).actions())
        return menu

    def _window(self) -> QWidget | None:
        """Where dialogs open: over the page that these belong to."""
        page = self.parent()
        return page.window() if isinstance(page, QWidget) else None

    def _begin_workout(self, exercise_id: str, name: str) -> None:
        exercise = self._library.exercise(exercise_id)
        undo = self.tr("Make workout {0}").format(name)
        if self._try(partial(self._own.begin_workout, name, exercise, undo)):
            self.done.emit(self.tr("Added to {0}.").format(name))

    def _try(self, act: Callable[[], object]) -> bool:
        """Does it; a failure is told and changes nothing."""
        try:
            act()
        except TrainerError as error:
            self.told.emit(str(error))
            return False
        return True


def _add(menu: QMenu, text: str, do: Callable[[], object]) -> None:
    # An ampersand in a name is a letter, not the sign before a key.
    menu.addAction(text.replace("&", "&&")).triggered.connect(do)


def _name_problem(names: list[str], name: str) -> str:
    sentence = workout_name_problem(name, names)
    return QCoreApplication.translate("own", sentence) if sentence else ""
