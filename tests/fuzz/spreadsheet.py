"""The profile for spreadsheets in LibreOffice itself: no cell of it may be calculated.

    python -m tests.fuzz.spreadsheet [HISTORIES] [--seed N]

Needs `soffice` (Debian: libreoffice-calc). Wild histories are exported for both decimal points, opened by a
LibreOffice without a screen, saved as flat XML, and the formulas in it counted; the same rows without the
guard are the control that formulas would be found. The exit status is 1 when a guarded cell is one.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.exchange import wild
from trainer.exchange import csv_log
from trainer.exchange.profile import DATA, Profile, spreadsheet
from trainer.exchange.writing import write_lines

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
# Separator, quote, UTF-8, from line 1, columns as they come, any language, quoted cells not as text, numbers
# and dates recognised, formulas calculated where there are some: all that could go wrong.
FILTER = "CSV:{separator},34,76,1,,0,false,true,false,false,false,-1,true"


def histories(count: int, seed_: int) -> list[Any]:
    found: list[Any] = []

    @seed(seed_)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(wild.logs())
    def collect(log: Any) -> None:
        found.append(log)

    collect()
    return found


def write(path: Path, logs: list[Any], profile: Profile) -> int:
    rows = itertools.chain.from_iterable(wild.flat(log) for log in logs)
    with path.open("wb") as file:
        return write_lines(file, csv_log.COLUMNS, csv_log.log_lines(rows, profile), profile)


def opened(soffice: str, path: Path, separator: str) -> ET.Element:
    """The sheet as LibreOffice has it."""
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(path.parent / 'profile').as_uri()}",
            "--headless",
            f"--infilter={FILTER.format(separator=ord(separator))}",
            "--convert-to",
            "fods",
            "--outdir",
            str(path.parent),
            str(path),
        ],
        check=True,
        capture_output=True,
    )
    return ET.parse(path.with_suffix(".fods")).getroot()  # noqa: S314  LibreOffice wrote it just now


def cells(sheet: ET.Element) -> Iterator[ET.Element]:
    return sheet.iter(f"{TABLE}table-cell")


def formulas(sheet: ET.Element) -> list[str]:
    found = (cell.get(f"{TABLE}formula") for cell in cells(sheet))
    return [formula for formula in found if formula is not None]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("histories", type=int, nargs="?", default=1_000)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    soffice = shutil.which("soffice")
    if soffice is None:
        sys.exit("LibreOffice is missing; install libreoffice-calc.")
    logs = histories(options.histories, options.seed)
    status = 0
    with tempfile.TemporaryDirectory(prefix="stride-sheet-") as name:
        folder = Path(name)
        for what, profile in (
            ("guarded, commas", spreadsheet(".")),
            ("guarded, semicolons", spreadsheet(",")),
            ("control without guard", DATA),
        ):
            path = folder / f"{what.replace(', ', '-').replace(' ', '-')}.csv"
            rows = write(path, logs, profile)
            sheet = opened(soffice, path, profile.separator)
            found = formulas(sheet)
            count = sum(1 for _ in cells(sheet))
            print(f"{what:22} {rows:6,} rows, {count:8,} cells, {len(found):5,} formulas {found[:2] or ''}")
            if profile.guarded and found:
                status = 1
            if not profile.guarded and not found:
                print("The control found none either, so this says nothing.")
                status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
