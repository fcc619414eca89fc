from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

NAMES = """
from trainer.ui.application import make_application
app = make_application()
print(app.arguments()[0], app.applicationName(), app.desktopFileName())
"""


def test_the_program_is_called_what_its_desktop_entry_is_called() -> None:
    """However it was started: the window's class on X comes from the first two."""
    done = subprocess.run(
        [sys.executable, "-c", NAMES],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.split() == ["stride-trainer"] * 3
