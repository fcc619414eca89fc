"""Copies of the whole store that were opened again, checked and hashed before they count."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from trainer.errors import BackupError, NotAStore
from trainer.store.sqlite import APPLICATION_ID, DRIVER_ERRORS, connect, explained, looking_mode, reading_mode

_NAME = re.compile(r"stride-(\d{8}T\d{6}Z)-([a-z][a-z-]*?)(?:-\d+)?\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file by its name: when it was made, and why."""

    path: Path
    at: datetime
    reason: str

    @property
    def hash_file(self) -> Path:
        return hash_file_of(self.path)


def hash_file_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def backups_in(folder: Path) -> list[Backup]:
    """The backups that count, newest first: those whose hash was written."""
    found = [
        Backup(path, datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC), match[2])
        for path in folder.glob("stride-*.db")
        if (match := _NAME.fullmatch(path.name)) and hash_file_of(path).exists()
    ]
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def remove(backup: Backup) -> None:
    """Takes a backup away for good. Raises BackupError."""
    with failures_told("An old backup could not be removed"):
        backup.hash_file.unlink(missing_ok=True)
        backup.path.unlink(missing_ok=True)


def remove_unfinished(folder: Path, *, older_than: datetime) -> None:
    """Clears away what a backup that was cut short has left. Raises BackupError."""
    with failures_told("The rest of a backup could not be removed"):
        for path in folder.glob("stride-*.part"):
            if datetime.fromtimestamp(path.stat().st_mtime, UTC) < older_than:
                path.unlink(missing_ok=True)


def back_up(store: Path, folder: Path, *, reason: str, now: datetime) -> Path:
    """Copies the store into `folder` and verifies the copy; `reason` is a word such as `session`.

    The store may be open and written meanwhile: the copy is of one moment. On BackupError nothing
    is left behind.
    """
    slug = re.sub(r"[^a-z]+", "-", reason.lower()).strip("-") or "backup"
    with failures_told("No backup could be made"):
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, f"stride-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{slug}")
        unfinished = target.with_suffix(".part")
        try:
            copy_store(store, unfinished)
            found = unsound(unfinished)
            if found:
                raise BackupError(f"No backup could be made: the log itself is not sound ({found[0]}).")
            unfinished.replace(target)
            _write_hash(target)
            sync_folder(folder)
        finally:
            unfinished.unlink(missing_ok=True)
    return target


def copy_store(source: Path, target: Path) -> None:
    """Writes all of `source`, as it is at one moment, into `target` as a single file on disk."""
    with (
        closing(connect(source, reading_mode(source))) as reading,
        closing(connect(target, "mode=rwc")) as writing,
    ):
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE").close()
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def unsound(path: Path) -> list[str]:
    """What SQLite's checks find in a file that no one has open; empty when it is a sound store."""
    with closing(connect(path, looking_mode(path))) as connection:
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            return ["not a Stride Trainer log"]
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [line for line in found if line != "ok"] + [
        f"{row[0]} row {row[1]} lacks its parent" for row in orphans
    ]


def verify(path: Path) -> None:
    """Raises BackupError, saying why, unless `path` is a sound store with the very bytes that were hashed.

    A file without a hash beside it, brought from another computer perhaps, is judged by its content alone.
    """
    with failures_told(f"{path.name} cannot be used"):
        if not path.is_file():
            raise BackupError(f"There is no file {path}.")
        hash_file = hash_file_of(path)
        if hash_file.exists() and hash_file.read_text("utf-8").split()[:1] != [sha256_of(path)]:
            raise BackupError(f"{path.name} has changed since it was made; choose another backup.")
        try:
            found = unsound(path)
        except DRIVER_ERRORS as error:
            found = [str(error)]
        if found:
            raise BackupError(f"{path.name} cannot be used ({found[0]}); choose another backup.")


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Makes new names in a folder outlast a power cut, where the platform has a way to say so."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _free_name(folder: Path, stem: str) -> Path:
    def names() -> Iterator[Path]:
        yield folder / f"{stem}.db"
        number = 2
        while True:
            yield folder / f"{stem}-{number}.db"
            number += 1

    return next(path for path in names() if not path.exists())


def _write_hash(path: Path) -> None:
    unfinished = path.with_suffix(".hash")
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{sha256_of(path)}  {path.name}\n")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(hash_file_of(path))


@contextmanager
def failures_told(what: str) -> Iterator[None]:
    """Turns failures of the disk and of SQLite into one BackupError that begins with `what`."""
    try:
        yield
    except NotAStore as error:
        raise BackupError(f"{what}: {error}") from error
    except OSError as error:
        raise BackupError(f"{what}: {error.strerror or error}.") from error
    except DRIVER_ERRORS as error:
        world = explained(error, Path(what))
        raise BackupError(f"{what}: {error}.") from world or error
