"""Undo and redo over all that was journaled."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select

from trainer.domain.transfer import Pulse, unheard
from trainer.store import journal
from trainer.store.entries import Entries


class UndoEntries(Entries):
    """The last 200 steps, kept over restarts; a new journaled write ends the redoing."""

    def undo(self, pulse: Pulse = unheard) -> str | None:
        """Takes back the last step; its label, or None when there was none.

        `pulse` is told how far it is; what it raises leaves the step as it was.
        """
        with self._db.write() as write:
            return journal.undo(write, pulse)

    def redo(self, pulse: Pulse = unheard) -> str | None:
        """Does the step that was undone last again; its label, or None when there was none."""
        with self._db.write() as write:
            return journal.redo(write, pulse)

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back."""
        return self._label(journal.last_done())

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again."""
        return self._label(journal.first_undone())

    @property
    def undo_rows(self) -> int:
        """How many rows `undo` would turn."""
        return self._rows(journal.last_done())

    @property
    def redo_rows(self) -> int:
        """How many rows `redo` would turn."""
        return self._rows(journal.first_undone())

    def _label(self, statement: Select[Any]) -> str | None:
        with self._db.read() as connection:
            row = connection.execute(statement).one_or_none()
        return None if row is None else row.label

    def _rows(self, statement: Select[Any]) -> int:
        with self._db.read() as connection:
            row = connection.execute(statement).one_or_none()
            return 0 if row is None else journal.row_count(connection, row.id)
