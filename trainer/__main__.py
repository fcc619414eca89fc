"""`python -m trainer`: the window, or a command; decided before anything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

DATA_DIR = "--data-dir"
_RARELY = 100_000
"""New objects between two looks for cycles: a command ends before they matter, and each look costs time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Opens the window when nothing but a data folder is asked for, else runs the command; the status."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    opens, folder = window_wanted(asked)
    # start-up saving: the window needs no command line, a command no window
    if opens:
        from trainer.screen import lacking_screen

        lacking = lacking_screen(os.environ)
        if lacking is not None:
            sys.stderr.write(f"{lacking}\n")
            return 1
        from trainer import app

        return app.main(folder)
    gc.set_threshold(_RARELY)
    from trainer import cli

    return cli.main(asked)


def window_wanted(arguments: list[str]) -> tuple[bool, Path | None]:
    """Whether the arguments ask for the window, and with which data folder."""
    match arguments:
        case []:
            return True, None
        case [option, folder] if option == DATA_DIR and folder:
            return True, Path(folder)
        case [option] if option.startswith(f"{DATA_DIR}=") and len(option) > len(DATA_DIR) + 1:
            return True, Path(option.partition("=")[2])
    return False, None


if __name__ == "__main__":
    sys.exit(main())
