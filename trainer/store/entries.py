"""What the parts of the store share."""

from __future__ import annotations

from trainer.store.database import Database


class Entries:
    """The entries of one subject in an open database."""

    def __init__(self, database: Database) -> None:
        self._db = database
