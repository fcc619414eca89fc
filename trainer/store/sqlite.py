"""All that is SQLite's own: its settings, its files, its error codes, its backups."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, StaticPool, create_engine, event

from trainer.errors import NotAStore, StoreError, StoreLocked, StoreNotWritable

APPLICATION_ID = 0x53545244
"""`STRD` in the file's header: what tells our file from any other program's."""

DRIVER_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What the driver raises of itself; the second when a damaged file names things in no UTF-8."""

BUSY_MS = 5000

WRITER_SETTINGS = (
    f"PRAGMA busy_timeout={BUSY_MS}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",  # macOS: fsync alone leaves the data in the drive's cache
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
)

READER_SETTINGS = (
    f"PRAGMA busy_timeout={BUSY_MS}",
    "PRAGMA query_only=ON",
    "PRAGMA trusted_schema=OFF",
)


def connect(path: Path, how: str, settings: tuple[str, ...] = ()) -> sqlite3.Connection:
    """Opens `path` with the URI parameters `how`, in autocommit: every transaction is begun in words."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        for setting in settings:
            connection.execute(setting).close()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def writer_engine(path: Path) -> Engine:
    """One connection for all writes; creates the file."""
    make = partial(connect, path, "mode=rwc", WRITER_SETTINGS)
    return _engine(make, StaticPool, "BEGIN IMMEDIATE")


def reader_engine(path: Path) -> Engine:
    """Connections that cannot write; each sees the store as it was when its read began."""
    make = partial(connect, path, reading_mode(path), READER_SETTINGS)
    return _engine(make, QueuePool, "BEGIN")


def _engine(make: Callable[[], sqlite3.Connection], pool: type[Any], begin: str) -> Engine:
    engine = create_engine("sqlite://", creator=make, poolclass=pool)

    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", _on_begin)
    return engine


def wal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def reading_mode(path: Path) -> str:
    """`mode=ro`, or, where the folder cannot be written and nothing waits in the WAL, `immutable=1`.

    SQLite reads a WAL file only with a shared-memory file beside it, which it has to be able to make.
    """
    return (
        "immutable=1" if not _has_content(wal_of(path)) and not os.access(path.parent, os.W_OK) else "mode=ro"
    )


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def stored_revision(path: Path) -> str | None:
    """The schema's revision in the file; None when there is no file, or nothing in it yet.

    Writes nothing, so that a newer program's file is left as it is. The file is never opened but through
    SQLite: closing any other handle on it would drop the locks that this process holds (POSIX).
    Raises NotAStore.
    """
    if not path.exists():
        return None
    if not _has_content(path):
        if _has_content(wal_of(path)):
            raise damaged(path)
        return None
    try:
        with closing(connect(path, looking_mode(path))) as connection:
            return _revision(connection, path)
    except DRIVER_ERRORS as error:
        raise explained(error, path) or damaged(path) from error


def looking_mode(path: Path) -> str:
    """For a file that no one has open: reads it without leaving anything beside it."""
    if _has_content(path.with_name(f"{path.name}-journal")):
        return "mode=rw"  # only the making of a store leaves one: SQLite has to roll it back first
    return "mode=ro" if _has_content(wal_of(path)) else "immutable=1"


def _revision(connection: sqlite3.Connection, path: Path) -> str | None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (things,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application_id == 0 and things == 0:
        return None
    if application_id != APPLICATION_ID:
        raise NotAStore(
            f"{path} belongs to another program and was left alone; move it away, or choose another folder."
        )
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise damaged(path)
    return str(row[0])


def damaged(path: Path) -> NotAStore:
    return NotAStore(
        f"{path} is damaged or not a Stride Trainer log; restore a backup, the file is left as it is."
    )


def explained(error: BaseException | None, path: Path) -> StoreError | None:
    """What a failure of SQLite means to the user; None when it is a bug of ours."""
    # Text that is none: Python's own complaints, one of a value, one of SQLite's message about a name.
    if isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode to UTF-8"):
        return damaged(path)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_FULL:
            return StoreNotWritable(
                "The disk is full, so this was not saved; what was saved before is safe."
                " Make some room, then try again."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return StoreNotWritable(
                f"{path} cannot be written; make its folder writable, or choose another with --data-dir."
            )
        case sqlite3.SQLITE_IOERR:
            return StoreNotWritable(
                f"The disk did not take or give what was asked of {path}; check the disk, then try again."
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_TOOBIG:
            return damaged(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreLocked(f"Another program is using {path}; close it, then try again.")
        case _:
            return None


def integrity(connection: Connection) -> list[str]:
    """What SQLite's own checks find; empty when the file is sound."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    orphans = [
        f"{table} row {rowid} refers to a missing {parent} row"
        for table, rowid, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return [line for line in found if line != "ok"] + orphans
