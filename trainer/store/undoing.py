"""Undo and redo over all that was journaled."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select

from trainer.store import journal
from trainer.store.entries import Entries


class UndoEntries(Entries):
    """The last 200 steps, kept over restarts; a new journaled write ends the redoing."""

    def undo(self) -> str | None:
        """Takes back the last step; its label, or None when there was none."""
        with self._db.write() as write:
            return journal.undo(write)

    def redo(self) -> str | None:
        """Does the step that was undone last again; its label, or None when there was none."""
        with self._db.write() as write:
            return journal.redo(write)

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back."""
        return self._label(journal.last_done())

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again."""
        return self._label(journal.first_undone())

    def _label(self, statement: Select[Any]) -> str | None:
        with self._db.read() as connection:
            row = connection.execute(statement).one_or_none()
        return None if row is None else row.label
