"""What the preparation asks of the computer; tests pass a stand-in of the same shape."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol


class Result(NamedTuple):
    """How a tool ended, and all it said."""

    status: int
    output: str


class Machine(Protocol):
    """The questions and the one power: starting a tool, quietly, and waiting for its end."""

    def can_load(self, library: str) -> bool: ...

    def find_program(self, name: str) -> str | None: ...

    def has_module(self, name: str) -> bool: ...

    def is_root(self) -> bool: ...

    def run(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> Result: ...


class ThisMachine:
    """The computer at hand."""

    def can_load(self, library: str) -> bool:
        """Whether the loader finds it: that is what counts, whatever its package is called."""
        try:
            ctypes.CDLL(library)
        except OSError:
            return False
        return True

    def find_program(self, name: str) -> str | None:
        return shutil.which(name)

    def has_module(self, name: str) -> bool:
        return importlib.util.find_spec(name) is not None

    def is_root(self) -> bool:
        return hasattr(os, "geteuid") and os.geteuid() == 0

    def run(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> Result:
        """Runs the tool with nothing to read, its output kept; one that cannot start ends with status 127."""
        try:
            done = subprocess.run(
                command,
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                env={**os.environ, **(environment or {})},
            )
        except OSError as error:
            return Result(127, str(error))
        return Result(done.returncode, done.stdout)
