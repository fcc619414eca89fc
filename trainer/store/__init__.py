"""The log: one SQLite file behind `Store`. Domain values go in and out; rows and SQL stay in here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from trainer.domain.clock import Clock
from trainer.paths import Paths
from trainer.store import sqlite
from trainer.store.backups import back_up
from trainer.store.coaching import CoachEntries
from trainer.store.complaints import ComplaintEntries
from trainer.store.database import Database, Listener
from trainer.store.export import ExportEntries
from trainer.store.history import HistoryEntries
from trainer.store.ids import new_id
from trainer.store.imports import ImportEntries
from trainer.store.log import LogEntries
from trainer.store.opening import open_for_reading, open_for_writing
from trainer.store.own import OwnEntries
from trainer.store.personal import PersonalEntries
from trainer.store.planning import PlanEntries
from trainer.store.telling import TellingEntries
from trainer.store.undoing import UndoEntries

__all__ = ["Store", "new_id"]


class Store(
    LogEntries,
    ExportEntries,
    PersonalEntries,
    OwnEntries,
    ImportEntries,
    UndoEntries,
    HistoryEntries,
    TellingEntries,
    PlanEntries,
    CoachEntries,
    ComplaintEntries,
):
    """An open log; each subject is a class of its own, all on one `Database`. Safe to use from any thread.

    Every write is a transaction of its own: when the method returns it is on disk and listeners were told.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)

    @classmethod
    def open(cls, paths: Paths, *, clock: Clock, new_id: Callable[[], str] = new_id) -> Store:
        """Opens the log for reading and writing, making or migrating it as needed, and holds its lock.

        Raises StoreLocked, StoreTooNew, NotAStore, StoreNotWritable, and BackupError before a migration.
        """
        return cls(open_for_writing(paths, clock, new_id))

    @classmethod
    def open_read_only(cls, paths: Paths, *, clock: Clock) -> Store:
        """Opens the log beside whoever writes it; writes raise StoreLocked.

        Raises NoSuchEntry when there is no log yet, StoreTooNew, NotAStore, StoreNotWritable.
        """
        return cls(open_for_reading(paths, clock))

    @property
    def path(self) -> Path:
        return self._db.path

    def close(self) -> None:
        """Ends all connections and lets the lock go; a second time does nothing."""
        self._db.close()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Has `listener` told of each committed write, on the thread that wrote; returns what ends that."""
        return self._db.subscribe(listener)

    def read(self) -> AbstractContextManager[Connection]:
        """A read-only connection on one moment of the log, for modules of this package."""
        return self._db.read()

    def integrity(self) -> list[str]:
        """What SQLite's own checks find; empty when the log is sound."""
        with self._db.read() as connection:
            return sqlite.integrity(connection)

    def back_up(self, folder: Path, reason: str) -> Path:
        """Writes a verified, hashed copy of the whole log into `folder`. Raises BackupError."""
        return back_up(self.path, folder, reason=reason, now=self._db.clock.utc_now())
