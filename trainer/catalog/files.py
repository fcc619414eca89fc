"""Reading the TOML files below the content root."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from trainer.catalog.problems import Problems

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def stems(folder: str, problems: Problems) -> list[str]:
    """The ids in `folder`: the names of its TOML files without their ending, sorted."""
    path = problems.root / folder
    try:
        found = sorted(entry.stem for entry in path.iterdir() if entry.suffix == ".toml")
    except OSError as error:
        problems.add(folder, "", f"cannot be read ({error.strerror})")
        return []
    for stem in found:
        if not SLUG.fullmatch(stem):
            problems.add(
                f"{folder}/{stem}.toml", "", "a file's name is small letters, digits and single hyphens"
            )
    return found


def read_table(file: str, problems: Problems) -> dict[str, Any] | None:
    """The whole file as a table; None when it cannot be read, which is noted with the line where it broke."""
    path: Path = problems.root / file
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        problems.add(file, "", f"cannot be read ({error.strerror})")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problems.add(file, f"line {line}", "is not UTF-8 text")
    except tomllib.TOMLDecodeError as error:
        problems.add(file, *_where(error))
    return None


def _where(error: tomllib.TOMLDecodeError) -> tuple[str, str]:
    """The line and the words of a syntax error; tomllib of Python 3.11 tells both in one text."""
    text = str(error)
    match = re.search(r"\(at (?:line (\d+), column \d+|end of document)\)", text)
    line = f"line {match[1]}" if match and match[1] else "the last line"
    said = text[: match.start()].strip() if match else text
    return line, f"is not TOML: {said[:1].lower()}{said[1:]}"
