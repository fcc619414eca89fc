"""The connections behind a store: one that writes, some that read, and the one road that a write takes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from trainer.domain.change import Change
from trainer.domain.clock import Clock
from trainer.domain.transfer import Pulse, unheard
from trainer.errors import StoreLocked
from trainer.store import journal
from trainer.store.lock import StoreLock
from trainer.store.sqlite import DRIVER_ERRORS, explained, reader_engine, writer_engine
from trainer.store.writing import Write

Listener = Callable[[Change], None]


class Database:
    """An open store's connections. Safe to use from any thread; made by `opening`."""

    def __init__(
        self, path: Path, *, clock: Clock, new_id: Callable[[], str], lock: StoreLock | None
    ) -> None:
        self.path = path
        self.clock = clock
        self.new_id = new_id
        self._lock = lock
        self._writer: Engine | None = None if lock is None else writer_engine(path)
        self._reader: Engine | None = reader_engine(path)
        self._one_write = threading.Lock()
        self._listeners: list[Listener] = []

    @contextmanager
    def write(self, label: str = "", pulse: Pulse = unheard) -> Iterator[Write]:
        """One transaction: committed when the block ends well, else nothing of it stays.

        With a label it becomes one undo step, `pulse` told how far the writing of that is. The listeners are
        told after COMMIT returned, on this thread. Raises StoreLocked when the store was opened for reading,
        StoreNotWritable or NotAStore when the disk fails, ValueError for a row that the schema refuses.
        """
        with self._one_write, failures_explained(self.path), self._writing_engine().begin() as connection:
            write = Write(connection, journaled=bool(label))
            yield write
            if label:
                journal.record(write, label, self.clock.utc_now(), pulse)
        if write.kinds:
            change = Change(frozenset(write.kinds))
            for listener in tuple(self._listeners):
                listener(change)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that cannot write and sees one moment of the store, however long the block takes."""
        if self._reader is None:
            raise RuntimeError("the store is closed")
        with failures_explained(self.path), self._reader.connect() as connection:
            yield connection

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def close(self) -> None:
        """Ends all connections, the last one folding the WAL in, then lets the lock go. Twice is once."""
        with self._one_write:
            reader, self._reader = self._reader, None
            writer, self._writer = self._writer, None
            lock, self._lock = self._lock, None
        if reader is not None:
            reader.dispose()
        if writer is not None:
            writer.dispose()
        if lock is not None:
            lock.release()

    def _writing_engine(self) -> Engine:
        if self._reader is None:
            raise RuntimeError("the store is closed")
        if self._writer is None:
            raise StoreLocked("The log is open for reading only; close the Stride Trainer window first.")
        return self._writer


@contextmanager
def failures_explained(path: Path) -> Iterator[None]:
    """Turns what SQLite says of the world into a StoreError, a refused row into ValueError."""
    try:
        yield
    except IntegrityError as error:
        raise ValueError(f"the schema refuses this row: {error.orig}") from error
    except (DBAPIError, *DRIVER_ERRORS) as error:
        world = explained(error.orig if isinstance(error, DBAPIError) else error, path)
        if world is None:
            raise
        raise world from error
