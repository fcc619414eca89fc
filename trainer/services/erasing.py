"""Deleting everything that the program keeps, backups included."""

from __future__ import annotations

import shutil

from trainer.errors import StoreNotWritable
from trainer.paths import Paths


def erase(paths: Paths) -> None:
    """Deletes log, backups, spoken names and settings; the store must be closed. Raises StoreNotWritable.

    What the program did not make stays, and so does the folder.
    """
    files = [paths.store.with_name(paths.store.name + end) for end in ("", "-wal", "-shm", "-journal")]
    try:
        for file in (*files, paths.settings):
            file.unlink(missing_ok=True)
        for folder in (paths.backups, paths.names):
            if folder.is_dir():
                shutil.rmtree(folder)
    except OSError as error:
        raise StoreNotWritable(
            f"Not all data could be deleted from {paths.data} ({error.strerror}); delete the folder by hand."
        ) from error
