"""A CSV file as rows, one at a time: each is taken, or refused with its line and the reason."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Generic, TextIO, TypeVar

from trainer.domain.transfer import Pulse, unheard
from trainer.errors import ExchangeError
from trainer.exchange.cells import Cells, NewerFile, Wrong
from trainer.exchange.contents import Refused
from trainer.exchange.profile import PROFILE_COLUMN, Records

MAX_ROWS = 200_000
MAX_COLUMNS = 1_000
MAX_LINE = 1_000_000
MAX_LINES = 10 * MAX_ROWS  # notes have lines of their own, and blank ones count too
HEADER_WITHIN = 1_000
SAMPLE_ROWS = 200
_SEPARATORS = (",", ";", "\t")
_BEAT = 256
_STRAY_QUOTE = "a quoted cell goes on after its closing quote"
_OPEN_QUOTE = "a quote is opened here and never closed; what follows it could not be read"

Record_co = TypeVar("Record_co", covariant=True)
Row = list[str]


@dataclass(frozen=True, slots=True)
class Taken(Generic[Record_co]):
    """A record and the line it began on."""

    line: int
    record: Record_co


@dataclass(frozen=True, slots=True)
class CsvFormat(Generic[Record_co]):
    """A kind of file of ours: how it is known, what it must have, how a row is read.

    `new_parser` gives a function for one pass over one file; it raises Wrong for a row it cannot take.
    """

    records: Records
    columns: tuple[str, ...]
    known_by: frozenset[str]
    required: frozenset[str]
    new_parser: Callable[[], Callable[[Cells, int], Record_co]]


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: which separator it uses, and at which place each column stands, in small letters."""

    separator: str
    columns: tuple[str, ...]

    @property
    def decimal_point(self) -> str:
        return "," if self.separator == ";" and PROFILE_COLUMN in self.columns else "."

    def unknown(self, known: Collection[str]) -> list[str]:
        """Columns that are not among the known ones of the format."""
        return [name for name in self.columns if name not in known and name != PROFILE_COLUMN]


def read_header(path: Path) -> Header:
    """The header of a CSV file; raises ExchangeError when there is none, or one beyond measure."""
    for separator in _SEPARATORS:
        with open_text(path) as file:
            row = _first_row(path, file, separator)
        if len(row) > MAX_COLUMNS:
            raise ExchangeError(f"{path.name} has {len(row):,} columns, so it is no log of training.")
        if len(row) > 1:
            return Header(separator, tuple(cell.strip().lower() for cell in row))
    raise ExchangeError(f"{path.name} has no line of column names, so it is not a CSV file of ours.")


def _first_row(path: Path, file: TextIO, separator: str) -> Row:
    reader = csv.reader(islice(_lines(path, file), HEADER_WITHIN), delimiter=separator, strict=True)
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


def _lines(path: Path, file: TextIO) -> Iterator[str]:
    """Lines, not endlessly many, and none so long that its cells alone would fill the memory."""
    number = 1
    while line := file.readline(MAX_LINE):
        if len(line) == MAX_LINE:
            raise ExchangeError(f"Line {number} of {path.name} is longer than {MAX_LINE:,} characters.")
        if number > MAX_LINES:
            raise ExchangeError(
                f"{path.name} has more than {MAX_LINES:,} lines; divide it into smaller files."
            )
        yield line
        number += 1


def sample_of(path: Path, header: Header) -> list[Row]:
    """The first rows after the header that have its length."""
    width = len(header.columns)
    rows = (row for _, row in islice(raw_rows(path, header), SAMPLE_ROWS) if not isinstance(row, str))
    return [row for row in rows if len(row) == width]


def read_rows(
    path: Path, header: Header, format_: CsvFormat[Record_co], pulse: Pulse = unheard
) -> Iterator[Taken[Record_co] | Refused]:
    """Every row of a file of ours, in its order; blank lines are passed over.

    Raises ExchangeError for a file of a newer version, and beyond 200,000 rows.
    """
    places = {name: place for place, name in enumerate(header.columns)}
    parse = format_.new_parser()
    width = len(header.columns)
    for line, row in raw_rows(path, header, pulse):
        if isinstance(row, str):
            yield Refused(line, row)
        elif len(row) != width:
            yield Refused(line, wrong_length(row, width))
        else:
            yield _parsed(path, line, Cells(places, row, header.decimal_point), parse)


def _parsed(
    path: Path, line: int, cells: Cells, parse: Callable[[Cells, int], Record_co]
) -> Taken[Record_co] | Refused:
    try:
        cells.check_version()
        return Taken(line, parse(cells, line))
    except Wrong as wrong:
        return Refused(line, str(wrong))
    except NewerFile:
        raise ExchangeError(
            f"{path.name} was written by a newer Stride Trainer; update this one, then import it again."
        ) from None


def raw_rows(path: Path, header: Header, pulse: Pulse = unheard) -> Iterator[tuple[int, Row | str]]:
    """Line and cells of each row after the header, or the reason why it has none; blank lines left out.

    Raises ExchangeError beyond 200,000 rows.
    """
    size = path.stat().st_size or 1
    with open_text(path) as file:
        counted = enumerate(_rows_with_header(path, file, header.separator))
        next(counted, None)
        for count, (line, row) in counted:
            if count > MAX_ROWS:
                raise ExchangeError(
                    f"{path.name} has more than {MAX_ROWS:,} rows; divide it into smaller files."
                )
            if not count % _BEAT:
                pulse(min(1.0, file.buffer.tell() / size))
            yield line, row


def _rows_with_header(path: Path, file: TextIO, separator: str) -> Iterator[tuple[int, Row | str]]:
    reader = csv.reader(_lines(path, file), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, _damage(str(error))
            continue
        if any(row):
            yield line, row


def wrong_length(row: Row, width: int) -> str:
    """The reason to refuse a row that is longer or shorter than the header."""
    return f"it has {len(row)} cells where the header has {width}"


def _damage(error: str) -> str:
    if "end of data" in error:
        return _OPEN_QUOTE
    return _STRAY_QUOTE if "expected after" in error else f"it is not CSV ({error})"
