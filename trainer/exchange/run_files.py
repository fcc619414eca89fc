"""Other programs' files of runs: which kind one is, told by its first bytes, and how it is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from trainer.exchange.found_runs import RunsRead
from trainer.exchange.input import check_place

RunReader: TypeAlias = Callable[[Path, str, Callable[[int], None]], RunsRead]
"""Reads a file; the second is the zone of runs that name none, the third is told how far it has been read."""

_HEAD = 16 * 1024
_FIT_MARK = b".FIT"
_XML_SUFFIXES = (".gpx", ".tcx")


def run_reader_of(path: Path) -> RunReader | None:
    """What reads this file, or None where it is none of these kinds.

    Raises ExchangeError for what is no file, empty or too large, and OSError where it cannot be read.
    """
    check_place(path)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    # Start-up saving: each kind brings a library of its own.
    if head[8:12] == _FIT_MARK or path.suffix.lower() == ".fit":
        from trainer.exchange.fit_runs import fit_runs

        return fit_runs
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" or path.suffix.lower() in _XML_SUFFIXES:
        from trainer.exchange.xml_runs import xml_runs

        return xml_runs
    first_line = head.decode("utf-8-sig", "replace").partition("\n")[0]
    from trainer.exchange.strava import is_strava, strava_runs

    return strava_runs if is_strava(path, first_line) else None
