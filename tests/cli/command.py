"""The command line as a user has it: another process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(data: Path, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """`python -m trainer --data-dir data …`, with `more` in its environment."""
    command = [sys.executable, "-m", "trainer", "--data-dir", str(data), *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | more
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=data.parent)


def assert_one_sentence(done: subprocess.CompletedProcess[str], status: int = 1) -> None:
    assert done.returncode == status
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(".\n")
    assert "Traceback" not in done.stderr
