"""Where this user's files lie: the platform's places, or one folder given with `--data-dir`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

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
