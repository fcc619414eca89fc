"""One process at a time writes to a store."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from trainer.errors import StoreLocked, StoreNotWritable


class StoreLock:
    """An exclusive lock of the operating system on a file beside the store.

    It ends with the process, however that ends. The file itself stays and means nothing.
    """

    def __init__(self, path: Path) -> None:
        # Taken on a worker, released from the window's thread. A lock that is only a file's presence would
        # outlive a killed program, so there is no falling back to one.
        self._lock = FileLock(path, thread_local=False, fallback_to_soft=False, preserve_lock_file=True)

    def take(self) -> None:
        """Raises StoreLocked when another process has it, StoreNotWritable when there can be no lock."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreLocked(
                "Stride Trainer is already open with this log; use that window, or close it first."
            ) from error
        except OSError as error:
            raise StoreNotWritable(
                f"The folder {Path(self._lock.lock_file).parent} cannot be written ({error.strerror});"
                " make it writable or choose another with --data-dir."
            ) from error

    def release(self) -> None:
        self._lock.release()
