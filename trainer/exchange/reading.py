"""A CSV file as rows, one at a time: each is taken, or refused with its line and the reason."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TextIO, TypeVar

from trainer.errors import ExchangeError
from trainer.exchange.cells import Cells, NewerFile, Wrong
from trainer.exchange.profile import PROFILE_COLUMN, Records

MAX_ROWS = 200_000
_SEPARATORS = (",", ";", "\t")
_STRAY_QUOTE = "a quoted cell goes on after its closing quote"
_OPEN_QUOTE = "a quote is opened here and never closed; what follows it could not be read"

Record_co = TypeVar("Record_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was not taken; the first line is 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Taken(Generic[Record_co]):
    """A record and the line it began on."""

    line: int
    record: Record_co


@dataclass(frozen=True, slots=True)
class CsvFormat(Generic[Record_co]):
    """A kind of file: how it is known, what it must have, how a row is read.

    `new_parser` gives a function for one pass over one file; it raises Wrong for a row it cannot take.
    """

    records: Records
    columns: tuple[str, ...]
    known_by: frozenset[str]
    required: frozenset[str]
    new_parser: Callable[[], Callable[[Cells, int], Record_co]]


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: which separator it uses, and at which place each column stands."""

    separator: str
    columns: tuple[str, ...]

    @property
    def decimal_point(self) -> str:
        return "," if self.separator == ";" and PROFILE_COLUMN in self.columns else "."

    def unknown(self, known: Collection[str]) -> list[str]:
        """Columns that are not among the known ones of the format."""
        return [name for name in self.columns if name not in known and name != PROFILE_COLUMN]


def read_header(path: Path) -> Header:
    """The header of a CSV file; raises ExchangeError when there is none."""
    for separator in _SEPARATORS:
        with open_text(path) as file:
            row = _first_row(file, separator)
        columns = tuple(cell.strip().lower() for cell in row)
        if len(columns) > 1:
            return Header(separator, columns)
    raise ExchangeError(f"{path.name} has no line of column names, so it is not a CSV file of ours.")


def _first_row(file: TextIO, separator: str) -> list[str]:
    reader = csv.reader(file, delimiter=separator, strict=True)
    try:
        return next((row for row in reader if any(row)), [])
    except csv.Error:
        return []


def open_text(path: Path) -> TextIO:
    """The file as text, a byte order mark skipped and line breaks left alone."""
    try:
        return path.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise ExchangeError(f"{path} cannot be read: {error.strerror or error}.") from error


def read_rows(
    path: Path, header: Header, format_: CsvFormat[Record_co]
) -> Iterator[Taken[Record_co] | Refused]:
    """Every row of the file, in its order; blank lines are passed over.

    Raises ExchangeError for a file of a newer version, and beyond 200,000 rows.
    """
    places = {name: place for place, name in enumerate(header.columns)}
    parse = format_.new_parser()
    for count, (line, row) in enumerate(_raw_rows(path, header)):
        if count >= MAX_ROWS:
            raise ExchangeError(f"{path.name} has more than {MAX_ROWS:,} rows; divide it into smaller files.")
        if isinstance(row, str):
            yield Refused(line, row)
            continue
        try:
            cells = Cells(places, row, header.decimal_point)
            cells.check_version()
            yield Taken(line, parse(cells, line))
        except Wrong as wrong:
            yield Refused(line, str(wrong))
        except NewerFile:
            raise ExchangeError(
                f"{path.name} was written by a newer Stride Trainer; update this one, then import it again."
            ) from None


def _raw_rows(path: Path, header: Header) -> Iterator[tuple[int, list[str] | str]]:
    """Line and cells of each row after the header, or the reason why it has none."""
    with open_text(path) as file:
        reader = csv.reader(file, delimiter=header.separator, strict=True)
        seen_header = False
        while True:
            line = reader.line_num + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield line, _damage(str(error))
                continue
            if not any(row):
                continue
            if not seen_header:
                seen_header = True
                continue
            yield line, _right_length(row, len(header.columns))


def _right_length(row: list[str], width: int) -> list[str] | str:
    if len(row) == width:
        return row
    return f"it has {len(row)} cells where the header has {width}"


def _damage(error: str) -> str:
    if "end of data" in error:
        return _OPEN_QUOTE
    return _STRAY_QUOTE if "expected after" in error else f"it is not CSV ({error})"
