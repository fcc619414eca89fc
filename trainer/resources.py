"""Where the shipped files lie: in a checkout, in an installed wheel, in a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath


def resources_root() -> Path:
    """The folder that holds `exercises/`, `workouts/`, `themes/` and the rest."""
    frozen = getattr(sys, "_MEIPASS", None)
    here = Path(__file__).resolve()
    # A wheel carries them inside the package: beside it there may be another program's `resources`.
    candidates = [here.parent / "resources", here.parent.parent / "resources"]
    if frozen is not None:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("the program's resources folder is missing; install it again")


def resource_path(name: str) -> Path:
    """The path of the shipped file or folder `name`, such as `"icons/play.svg"`.

    Raises ValueError for a name that is absolute or leaves the resources folder.
    """
    parts = PurePosixPath(name).parts
    if not parts or "\\" in name or ":" in name or name.startswith("/") or ".." in parts:
        raise ValueError(f"not a resource name: {name!r}")
    return resources_root().joinpath(*parts)
