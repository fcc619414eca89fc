"""The virtual environment beside the checkout, and the stamps that say what is installed in it.

This module is read at every start, so it imports next to nothing.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

RUN = "requirements"
TEST = "requirements-test"


def running_python() -> str:
    """What an environment is bound to: the kind and minor version of its Python, and the system."""
    return f"{sys.implementation.cache_tag} {sys.platform}"


class Environment:
    """The `.venv` of one checkout; `python_name` is what `running_python` says."""

    def __init__(self, checkout: Path, python_name: str) -> None:
        self.checkout = checkout
        self.python_name = python_name
        self.folder = checkout / ".venv"

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def lock(self, name: str) -> Path:
        """The lock file called `RUN` or `TEST`."""
        return self.checkout / "packaging" / f"{name}.lock"

    def is_made(self) -> bool:
        """Whether a whole environment is there, made with the running kind of Python."""
        return self._read(self._made_stamp) == self.python_name and self.python.exists()

    def is_ready(self, name: str) -> bool:
        """Whether the lock called `name` is installed, just as it reads now."""
        return self._read(self._stamp(name)) == self._wanted(name) and self.python.exists()

    def mark_made(self) -> None:
        self._made_stamp.write_text(self.python_name, encoding="utf-8")

    def mark_unmade(self) -> None:
        self._made_stamp.unlink(missing_ok=True)

    def mark_ready(self, name: str) -> None:
        self._stamp(name).write_text(self._wanted(name), encoding="utf-8")

    def mark_unready(self, name: str) -> None:
        self._stamp(name).unlink(missing_ok=True)

    @property
    def _made_stamp(self) -> Path:
        return self.folder / "made.stamp"

    def _stamp(self, name: str) -> Path:
        return self.folder / f"{name}.stamp"

    def _wanted(self, name: str) -> str:
        # The lock itself rather than a hash of it: exact, and hashlib would be the start's dearest import.
        return f"{self.python_name}\n{self.lock(name).read_text(encoding='utf-8')}"

    @staticmethod
    def _read(stamp: Path) -> str | None:
        try:
            return stamp.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None
