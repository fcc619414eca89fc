"""Copies icons out of Lucide (npm package `lucide-static`, ISC) into resources/icons.

Run by hand, with `npm` at hand: `python3 packaging/fetch_icons.py [NAME …]` renews those that are there and
adds those named.
The chevrons and the tick of each theme are coloured copies, because a style sheet cannot colour a picture.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

PACKAGE = "lucide-static@1.62.0"
ROOT = Path(__file__).resolve().parent.parent
ICONS_FOLDER = ROOT / "resources" / "icons"
THEMES_FOLDER = ROOT / "resources" / "themes"
THEMED = {"chevron-down": "muted", "chevron-up": "muted", "check": "on_accent"}


def main() -> None:
    names = {path.stem for path in ICONS_FOLDER.glob("*.svg")} | set(THEMED) | set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["npm", "pack", PACKAGE], cwd=folder, check=True, capture_output=True, text=True
        )
        archive = Path(folder) / done.stdout.split()[-1]
        with tarfile.open(archive) as package:
            texts = {name: member_text(package, f"icons/{name}.svg") for name in sorted(names)}
            licence = member_text(package, "LICENSE")
    for name, text in texts.items():
        (ICONS_FOLDER / f"{name}.svg").write_text(text, encoding="utf-8")
    (ICONS_FOLDER / "LICENSE").write_text(licence, encoding="utf-8")
    colour_themed(texts)
    print(f"{len(texts)} icons")


def member_text(package: tarfile.TarFile, name: str) -> str:
    member = package.extractfile(f"package/{name}")
    if member is None:
        raise FileNotFoundError(name)
    return member.read().decode("utf-8")


def colour_themed(texts: dict[str, str]) -> None:
    for path in THEMES_FOLDER.glob("*.toml"):
        theme = tomllib.loads(path.read_text(encoding="utf-8"))
        for name, token in THEMED.items():
            text = texts[name].replace("currentColor", theme["colours"][token])
            (THEMES_FOLDER / f"{theme['name']}-{name}.svg").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
