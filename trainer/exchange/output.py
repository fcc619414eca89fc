"""A file that is either there whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from trainer.errors import ExchangeError

_SQLITE = b"SQLite format 3\x00"


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write beside `target`, which takes its place when the block ends well.

    Until then an older file of that name stays as it is. Pipes and devices are written as they come.
    Raises ExchangeError when the place cannot be written, or holds a database.
    """
    try:
        if target.exists() and not target.is_file():
            with _stream(target) as stream:
                yield stream
        else:
            real = Path(os.path.realpath(target))  # a link stays a link
            _refuse_database(real)
            with _beside(real) as part:
                yield part
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExchangeError(_sentence(target, error)) from error


def write_whole(data: bytes, target: Path) -> None:
    """Puts `data` there as `whole_file` does, and raises as it does."""
    with whole_file(target) as file:
        file.write(data)


def _stream(target: Path) -> BinaryIO:
    if target.is_dir():
        raise ExchangeError(f"{target} is a folder; name a file in it.")
    return target.open("wb")


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _keep_name(target.parent)


def _keep_name(folder: Path) -> None:
    """Makes the new name itself outlast a power cut, where the platform lets a folder be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refuse_database(target: Path) -> None:
    """An export must never take the place of somebody's log."""
    if target.exists():
        with target.open("rb") as file:
            if file.read(len(_SQLITE)) == _SQLITE:
                raise ExchangeError(f"{target} is a database and was left as it is; choose another name.")


def _sentence(target: Path, error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"There is no room left to write {target}; free some space, or choose another disk."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"{target} cannot be written there: the place is read-only; choose another folder."
        case errno.ENOENT | errno.ENOTDIR:
            return f"There is no folder {target.parent}; make it, or choose another."
        case errno.ENAMETOOLONG:
            return f"The name {target.name[:40]}… is too long for this disk; choose a shorter one."
    return f"{target} could not be written: {error.strerror or error}."
