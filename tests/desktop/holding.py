"""A program of its own: keeps the screen awake until it is killed. `python -m tests.desktop.holding`."""

from __future__ import annotations

import sys

from trainer.desktop.awake import Awake

if __name__ == "__main__":
    Awake().hold()
    sys.stdin.read()
