"""From a folder to an open database: the lock, the file's nature, its revision."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from trainer.domain.clock import Clock
from trainer.errors import NoSuchEntry, NotAStore, StoreError, StoreNotWritable, StoreTooNew
from trainer.paths import Paths
from trainer.store.backups import back_up, backups_in
from trainer.store.database import Database, failures_explained
from trainer.store.lock import StoreLock
from trainer.store.revisions import CURRENT, KNOWN
from trainer.store.sqlite import stored_revision


def open_for_writing(paths: Paths, clock: Clock, new_id: Callable[[], str]) -> Database:
    """Makes the folder and the file where they are missing and brings an older file up to date.

    Raises StoreLocked, StoreTooNew, NotAStore, StoreNotWritable, BackupError (before a migration).
    """
    make_folder(paths.data)
    lock = StoreLock(paths.lock)
    lock.take()
    database = None
    try:
        bring_up_to_date(paths, clock, new_id)
        database = Database(paths.store, clock=clock, new_id=new_id, lock=lock)
        with database.write():
            pass  # opens the writing connection now, so that a place that cannot be written is told at once
    except BaseException:
        if database is not None:
            database.close()
        lock.release()
        raise
    return database


def open_for_reading(paths: Paths, clock: Clock) -> Database:
    """Opens what is there, without the lock. Raises NoSuchEntry (nothing yet), StoreTooNew, NotAStore."""
    revision = known_revision(paths.store)
    if revision is None:
        raise NoSuchEntry(
            f"There is no log in {paths.data} yet; it begins with the first start of Stride Trainer."
        )
    if revision != CURRENT:
        raise StoreError(
            f"{paths.store} is of an older version; start Stride Trainer once to bring it up to date."
        )
    database = Database(paths.store, clock=clock, new_id=_no_id, lock=None)
    with database.read() as connection:
        connection.exec_driver_sql("SELECT 1 FROM alembic_version").close()
    return database


def _no_id() -> str:
    raise RuntimeError("a store that is open for reading needs no ids")


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreNotWritable(
            f"The folder {folder} cannot be made ({error.strerror}); choose another with --data-dir."
        ) from error


def known_revision(path: Path) -> str | None:
    """The file's revision, None when nothing is there yet. Raises StoreTooNew, NotAStore; changes nothing."""
    revision = stored_revision(path)
    if revision is not None and revision not in KNOWN:
        raise StoreTooNew(
            f"{path} was written by a newer Stride Trainer and was left as it is;"
            " install that version to use it."
        )
    return revision


def bring_up_to_date(paths: Paths, clock: Clock, new_id: Callable[[], str]) -> None:
    """Runs the migrations that are missing, behind a verified backup; needs the lock."""
    revision = known_revision(paths.store)
    if revision == CURRENT:
        return
    if revision is None:
        _refuse_lost_content(paths)
    else:
        back_up(paths.store, paths.backups, reason="migration", now=clock.utc_now())
    from trainer.store.migrating import migrate  # start-up saving: Alembic takes a quarter of a second

    with failures_explained(paths.store):
        migrate(paths.store, now=clock.utc_now(), new_id=new_id, empty=revision is None)


def _refuse_lost_content(paths: Paths) -> None:
    if paths.store.exists() and backups_in(paths.backups):
        raise NotAStore(f"{paths.store} is empty although there are backups of it; restore one of them.")
