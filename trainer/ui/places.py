"""Where the system's dialogs begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> str:
    """The user's documents; their home where there are none, which a dialog takes for a file's name."""
    kinds = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)
    folders = [QStandardPaths.writableLocation(kind) for kind in kinds]
    return next((folder for folder in folders if Path(folder).is_dir()), "")
