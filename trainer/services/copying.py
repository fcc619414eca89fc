"""A copy of the log wherever the user wants it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from trainer.errors import BackupError
from trainer.store import Store
from trainer.store.backups import hash_file_of


def copy_to(store: Store, out: Path) -> Path:
    """Writes a verified copy of the log as the file `out`, with its hash beside it, or into the folder `out`.

    An older file of that name is replaced once the copy is whole. Returns where it is. Raises BackupError.
    """
    if out.is_dir():
        return store.back_up(out, "hand")
    if out.exists() and out.samefile(store.path):
        raise BackupError(f"{out} is the log itself; choose another name for the backup.")
    try:
        with TemporaryDirectory(prefix=".stride-", dir=out.parent) as folder:
            made = store.back_up(Path(folder), "hand")
            digest = hash_file_of(made).read_text("utf-8").split()[0]
            hash_file_of(out).unlink(missing_ok=True)
            made.replace(out)
            hash_file_of(out).write_text(f"{digest}  {out.name}\n", "utf-8", newline="\n")
    except OSError as error:
        raise BackupError(f"No backup could be written to {out} ({error.strerror}).") from error
    return out
