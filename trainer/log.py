"""The program's own log: what went wrong, for whoever mends it. Nothing of what the user did or wrote."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from pathlib import Path

LARGEST_BYTES = 512 * 1024
KEPT = 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(file: Path, level: int = logging.INFO) -> logging.Handler:
    """Has all messages of `trainer` written to `file` from now on, and returns what to give to `stop_log`.

    The file is made by the first message; at 512 KiB it is put aside, three of them are kept. A place that
    cannot be written costs the messages, never the program.
    """
    handler = _LateFile(file)
    formatter = _HomelessFormatter(_FORMAT, "%Y-%m-%dT%H:%M:%SZ")
    handler.setFormatter(formatter)
    logger = logging.getLogger("trainer")
    logger.setLevel(level)
    logger.addHandler(handler)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Ends what `start_log` began and closes its file."""
    logging.getLogger("trainer").removeHandler(handler)
    handler.close()


class _HomelessFormatter(logging.Formatter):
    """Times in UTC, and `~` for the home folder, which mostly names its owner."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        return super().format(record).replace(str(Path.home()), "~")


class _LateFile(logging.Handler):
    """A rotating file that is opened by its first message, and its module imported only then."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            if self._file is None:
                self._file = self._opened()
            self._file.handle(record)

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # start-up saving: most runs have nothing to log

        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(self._path, maxBytes=LARGEST_BYTES, backupCount=KEPT, encoding="utf-8")
        file.setFormatter(self.formatter)
        return file

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()
