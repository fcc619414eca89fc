"""The command line: every command of the program without its window, and without importing what draws it."""

from __future__ import annotations

from trainer.cli.main import main

__all__ = ["main"]
