"""Where this user's files lie: the platform's places, or one folder given with `--data-dir`."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from trainer.errors import StoreError

APP_NAME = "stride-trainer"


@dataclass(frozen=True, slots=True)
class Paths:
    """All places the program writes to. Nothing is created by making one."""

    data: Path
    log: Path

    @property
    def store(self) -> Path:
        return self.data / "stride.db"

    @property
    def lock(self) -> Path:
        return self.data / "stride.lock"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def names(self) -> Path:
        """The spoken names of one's own exercises, as the platform's voice says them."""
        return self.data / "names"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def log_file(self) -> Path:
        return self.log / "stride-trainer.log"


def paths_for(data_dir: Path | None = None) -> Paths:
    """The platform's places, or everything below `data_dir` (the safe way to try a build)."""
    if data_dir is not None:
        root = data_dir.expanduser().absolute()
        return Paths(data=root, log=root / "log")
    dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
    return Paths(data=dirs.user_data_path, log=dirs.user_log_path)


def refuse_unusable(folder: Path) -> None:
    """Raises StoreError when `folder` is, or lies in, a file, or may not be looked into; else nothing.

    A folder that does not exist yet is fine.
    """
    for place in (folder, *folder.parents):
        try:
            mode = place.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise _unreadable(folder, error.strerror or str(error)) from error
        if not stat.S_ISDIR(mode):
            raise StoreError(f"{place} is a file, not a folder; choose another with --data-dir.")
        if place == folder and not os.access(folder, os.R_OK | os.X_OK):
            raise _unreadable(folder, "Permission denied")
        return


def _unreadable(folder: Path, why: str) -> StoreError:
    return StoreError(
        f"The folder {folder} cannot be read ({why}); make it readable, or choose another with --data-dir."
    )
