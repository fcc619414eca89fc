"""Putting a backup in the place of the log."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from pathlib import Path

from trainer.domain.clock import Clock
from trainer.errors import BackupError, StoreError
from trainer.paths import Paths
from trainer.store.backups import back_up, copy_store, failures_told, sync_folder, unsound, verify
from trainer.store.lock import StoreLock
from trainer.store.opening import known_revision, make_folder
from trainer.store.sqlite import DRIVER_ERRORS, WRITER_SETTINGS, connect, looking_mode


def restore_backup(paths: Paths, file: Path, clock: Clock) -> Path | None:
    """Puts the backup `file` in the place of the log, which must not be open in this or another process.

    What was there is kept: as a backup (so this can be taken back), or, where it is damaged, as the bare
    files in a folder beside the backups. Returns where; None when there was nothing. An older file is brought
    up to date when it is next opened. Raises StoreLocked, StoreTooNew, NotAStore, BackupError; then
    nothing has changed.
    """
    verify(file)
    if known_revision(file) is None:
        raise BackupError(f"{file.name} holds no log; choose another backup.")
    make_folder(paths.data)
    lock = StoreLock(paths.lock)
    lock.take()
    try:
        with failures_told(f"{file.name} could not be restored"):
            return _replace(paths, file, clock)
    finally:
        lock.release()


def _replace(paths: Paths, file: Path, clock: Clock) -> Path | None:
    if not paths.store.exists():
        _put_beside_and_rename(paths, file)
        return None
    if _sound(paths.store):
        kept = back_up(paths.store, paths.backups, reason="restore", now=clock.utc_now())
        _overwrite(paths, file)
        return kept
    kept = _keep_damaged(paths, clock)
    _put_beside_and_rename(paths, file)
    return kept


def _sound(store: Path) -> bool:
    try:
        return known_revision(store) is not None and not unsound(store)
    except (StoreError, *DRIVER_ERRORS):
        return False


def _overwrite(paths: Paths, file: Path) -> None:
    """In one transaction of SQLite, so that a power cut leaves one or the other, and readers stay valid."""
    with (
        closing(connect(file, looking_mode(file))) as reading,
        closing(connect(paths.store, "mode=rw", WRITER_SETTINGS)) as writing,
    ):
        reading.backup(writing)


def _put_beside_and_rename(paths: Paths, file: Path) -> None:
    unfinished = paths.store.with_suffix(".restoring")
    try:
        copy_store(file, unfinished)
        for ending in ("-wal", "-shm"):
            paths.store.with_name(paths.store.name + ending).unlink(missing_ok=True)
        unfinished.replace(paths.store)
        sync_folder(paths.data)
    finally:
        unfinished.unlink(missing_ok=True)


def _keep_damaged(paths: Paths, clock: Clock) -> Path:
    folder = paths.backups / f"damaged-{clock.utc_now():%Y%m%dT%H%M%SZ}"
    folder.mkdir(parents=True, exist_ok=True)
    for ending in ("", "-wal"):
        source = paths.store.with_name(paths.store.name + ending)
        with suppress(FileNotFoundError):
            shutil.copy2(source, folder / source.name)
    return folder
