"""Names that no shipped voice can say, rendered ahead by the platform's own speech program, and kept.

Standard library alone: the window asks, another process renders (`speaking`).
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from trainer.audio.voices import clip_name, further_clip

MAX_BYTES = 20_000_000
"""Of all kept clips together: some two hundred names of two seconds."""
WITHIN_S = 20.0
_GRACE_S = 15.0
"""Longer than one program may take: the process that renders ends in time by itself."""

_ROOT = Path(__file__).parents[2]
_SPEAKING = (sys.executable, "-m", "trainer.audio.speaking")

_log = logging.getLogger(__name__)


def render(
    units: Sequence[str],
    folder: Path,
    *,
    max_bytes: int = MAX_BYTES,
    within_s: float = WITHIN_S,
    command: Sequence[str] = _SPEAKING,
) -> None:
    """Has a clip in `folder` for each unit that the platform can say; the oldest go when it grows too large.

    Blocks for `within_s` and a little: for a background thread. It raises nothing that the world causes:
    where there is no program, no room or no leave to write, the clips are missing and the log says why.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        missing = [unit for unit in dict.fromkeys(units) if not _kept(folder, unit)]
        if missing:
            _log.info("the system's voice: %s", _told(missing, folder, within_s, command))
        prune(folder, max_bytes)
    except (OSError, subprocess.SubprocessError) as error:
        _log.warning("the system's voice cannot be used: %s", error)


def prune(folder: Path, max_bytes: int) -> None:
    """Deletes what an interrupted run left, and the clips not asked for longest, until the rest fits."""
    for part in folder.glob("*.part"):
        part.unlink(missing_ok=True)
    clips = [(file.stat(), file) for file in folder.glob("*.wav")]
    size = sum(state.st_size for state, _ in clips)
    for state, file in sorted(clips, key=lambda clip: clip[0].st_mtime_ns):
        if size <= max_bytes:
            return
        file.unlink(missing_ok=True)
        size -= state.st_size


def _kept(folder: Path, unit: str) -> bool:
    """Whether there is a clip already; it then counts as asked for now."""
    if further_clip(folder, unit) is None:
        return False
    os.utime(folder / clip_name(unit))
    return True


def _told(units: Sequence[str], folder: Path, within_s: float, command: Sequence[str]) -> str:
    """Runs the renderer; what it says of itself. Raises OSError or SubprocessError."""
    done = subprocess.run(
        [*command, "--into", str(folder.absolute()), "--within", str(within_s)],
        input=json.dumps(units).encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        timeout=within_s + _GRACE_S,
        check=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return done.stdout.decode(errors="replace")
