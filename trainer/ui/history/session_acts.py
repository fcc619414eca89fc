"""What can be done to past sessions, each as one step with a name, and told in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from trainer.domain.exercise import Exercise
from trainer.domain.session import SetLog
from trainer.domain.workout import Workout
from trainer.errors import TrainerError
from trainer.services.editing import Editing, SessionEntry
from trainer.services.past_session import PastSessions

T = TypeVar("T")


class SessionActs(QObject):
    """`done` carries what was done and can be undone, `told` a sentence about what failed.

    `failed` comes after it: what is shown may not be what is in the log. `set_added` and `session_kept` carry
    the set and the id of the session to go to.
    """

    done = Signal(str)
    told = Signal(str)
    failed = Signal()
    set_added = Signal(object)
    session_kept = Signal(str)

    def __init__(self, editing: Editing, past: PastSessions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editing, self.past = editing, past

    def change_set(self, row: SetLog) -> None:
        """Corrects one side of a set."""
        act = partial(self.editing.change_set, row, self.tr("Change set"))
        self._do(act, self.tr("Set changed: {0}.").format(row.exercise))

    def add_again(self, row: SetLog) -> None:
        """Adds a set like the last of this one's exercise."""
        new = self._do(
            partial(self.editing.add_again, row, self.tr("Add set")),
            self.tr("Set added: {0}.").format(row.exercise),
        )
        if new is not None:
            self.set_added.emit(new)

    def add_exercise(self, session_id: str, exercise: Exercise) -> None:
        """Adds a set of another exercise."""
        new = self._do(
            partial(self.editing.add_exercise, session_id, exercise, self.tr("Add set")),
            self.tr("Set added: {0}.").format(exercise.name),
        )
        if new is not None:
            self.set_added.emit(new)

    def delete_rows(self, rows: Sequence[SetLog]) -> None:
        """Takes a set out, or a side of it."""
        act = partial(self.editing.delete_rows, rows, self.tr("Delete set"))
        self._do(act, self.tr("Set deleted: {0}.").format(rows[0].exercise))

    def change_session(self, session_id: str, entry: SessionEntry) -> None:
        """Moves a session, or says anew how it was."""
        act = partial(self.editing.change_session, session_id, entry, self.tr("Change session"))
        self._do(act, self.tr("Session changed."))

    def merge(self, session_id: str, other_id: str) -> None:
        """Makes one session of two."""
        act = partial(self.editing.merge, session_id, other_id, self.tr("Merge sessions"))
        kept = self._do(act, self.tr("Two sessions merged."))
        if kept is not None:
            self.session_kept.emit(kept)

    def delete_session(self, session_id: str) -> None:
        """Takes a session out with its sets."""
        act = partial(self.editing.delete, session_id, self.tr("Delete session"))
        self._do(act, self.tr("Session deleted."))

    def log_past(self, workout: Workout, entry: SessionEntry) -> None:
        """Logs a session that was done without the app."""
        act = partial(self.past.add, workout, entry, self.tr("Log session"))
        session = self._do(act, self.tr("Session logged: {0}.").format(workout.name))
        if session is not None:
            self.session_kept.emit(session.id)

    def _do(self, act: Callable[[], T], done: str) -> T | None:
        try:
            result = act()
        except TrainerError as error:
            self.told.emit(str(error))
            self.failed.emit()
            return None
        self.done.emit(done)
        return result
