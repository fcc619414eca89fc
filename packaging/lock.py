"""Writes the two lock files from pyproject.toml: each file of each package by hash, for every system.

    python packaging/lock.py             keeps what is locked, adds and removes what pyproject.toml asks for
    python packaging/lock.py --upgrade   takes the newest of everything that pyproject.toml allows

It needs `uv`, which is looked for beside the running Python and on the PATH.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
RUN_LOCK = "packaging/requirements.lock"
TEST_LOCK = "packaging/requirements-test.lock"


def find_uv() -> str | None:
    """The `uv` of the running Python, else the one on the PATH."""
    beside = str(Path(sys.executable).parent)
    return shutil.which("uv", path=beside) or shutil.which("uv")


def compile_command(uv: str, sources: Sequence[str], output: str, extra: Sequence[str]) -> list[str]:
    """The call that locks `sources` into `output` for Python 3.11 and newer on every system."""
    return [
        uv,
        "pip",
        "compile",
        *sources,
        "--universal",
        "--python-version=3.11",
        "--generate-hashes",
        "--no-config",
        "--quiet",
        "--custom-compile-command=python packaging/lock.py",
        f"--output-file={output}",
        *extra,
    ]


def main(arguments: Sequence[str]) -> int:
    """Locks what the program needs, then what its tests need beside that."""
    if list(arguments) not in ([], ["--upgrade"]):
        sys.stderr.write("usage: lock.py [--upgrade]\n")
        return 2
    uv = find_uv()
    if uv is None:
        sys.stderr.write(
            "lock.py needs uv: install it with `python -m pip install uv`, then run this again.\n"
        )
        return 1
    run = compile_command(uv, ["pyproject.toml"], RUN_LOCK, arguments)
    test = compile_command(uv, ["--group=dev", f"--constraints={RUN_LOCK}"], TEST_LOCK, arguments)
    for command in (run, test):
        status = subprocess.run(command, cwd=CHECKOUT, check=False, stdout=subprocess.DEVNULL).returncode
        if status != 0:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
