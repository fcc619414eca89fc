"""Rows to a CSV file, a piece at a time: memory does not grow with the log."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from trainer.exchange.profile import PROFILE_COLUMN, SPREADSHEET, Profile, guard

Cell = str | int | float | None
_PIECE = 2_000


def write_csv(
    file: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[Cell]], profile: Profile
) -> int:
    """Writes header and rows by RFC 4180, UTF-8, lines ended by CRLF; returns how many rows there were."""
    if profile.guarded:
        file.write(b"\xef\xbb\xbf")
        columns = (*columns, PROFILE_COLUMN)
        rows = _guarded(rows)
    piece = io.StringIO()
    writer = csv.writer(piece, delimiter=profile.separator, lineterminator="\r\n")
    writer.writerow(columns)
    count = 0
    rows = iter(rows)
    while some := list(islice(rows, _PIECE)):
        writer.writerows(some)
        count += len(some)
        _flush(piece, file)
    _flush(piece, file)
    return count


def _flush(piece: io.StringIO, file: BinaryIO) -> None:
    text = piece.getvalue()
    if "\0" in text:  # no CSV reader takes it, ours neither
        text = text.replace("\0", "")
    file.write(text.encode())
    piece.seek(0)
    piece.truncate()


def _guarded(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Cell]]:
    for row in rows:
        yield [*(guard(cell) if isinstance(cell, str) else cell for cell in row), SPREADSHEET]
