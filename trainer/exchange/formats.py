"""The files that can be read, and which one a file is. A new format gets a line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import ExchangeError
from trainer.exchange import fitnotes, hevy, own_csv, run_files, strong
from trainer.exchange.contents import Answers, Contents, UnsureProgram
from trainer.exchange.input import MAX_BYTES, MAX_OWN_BYTES, check_size, check_text_file, first_bytes
from trainer.exchange.reading import Header, read_header, sample_of


@dataclass(frozen=True, slots=True)
class Table:
    """A program's CSV file, known by its header (in small letters) and a sample of its rows.

    `fits` says whether it is one; `resembles` whether it may be one, so that the user is asked.
    """

    program: str
    fits: Callable[[Header, Sequence[Sequence[str]]], bool]
    read: Callable[[Path, Header, Answers], Contents]
    resembles: Callable[[Header, Sequence[Sequence[str]]], bool] | None = None


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A file that is no table, known by its name and its first bytes (4 kB).

    `read` gets a path whose place and size were checked, and looks at all else itself.
    """

    program: str
    fits: Callable[[Path, bytes], bool]
    read: Callable[[Path, Answers], Contents]


TABLES: tuple[Table, ...] = (
    Table(own_csv.PROGRAM, own_csv.fits, own_csv.read),
    Table(hevy.PROGRAM, hevy.fits, hevy.read),
    Table(fitnotes.PROGRAM, fitnotes.fits, fitnotes.read),
    Table(strong.PROGRAM, strong.fits, strong.read, strong.resembles),
)
OTHER_FILES: tuple[OtherFile, ...] = (
    OtherFile("FIT", run_files.is_fit, run_files.read_fit),
    OtherFile("GPX or TCX", run_files.is_xml, run_files.read_xml),
    OtherFile("Strava", run_files.is_strava, run_files.read_strava),
)
KNOWN = "Stride Trainer, Strong, Hevy, FitNotes and Strava as CSV"


def read_file(path: Path, answers: Answers) -> Contents:
    """All that a file of any known kind holds.

    Raises ExchangeError, one sentence, for every other file; UnsureProgram where the user has to say what it
    is; and what `answers.pulse` raises.
    """
    answers.pulse(0.0)
    head = first_bytes(path)
    for kind in OTHER_FILES:
        if kind.fits(path, head):
            check_size(path)
            return kind.read(path, answers)
    check_text_file(path, MAX_OWN_BYTES if own_csv.begins(head) else MAX_BYTES)
    answers.pulse(0.0)
    header = read_header(path)
    return table_of(path, header, answers.program).read(path, header, answers)


def table_of(path: Path, header: Header, program: str = "") -> Table:
    """The table that a header belongs to; `program` decides where only the user can know.

    Raises ExchangeError when there is none, UnsureProgram when the user has to say.
    """
    if len(set(header.columns)) < len(header.columns):
        raise ExchangeError(f"{path.name} names a column twice in its first line.")
    sample = sample_of(path, header)
    for table in TABLES:
        if table.fits(header, sample):
            return table
    for table in TABLES:
        if table.resembles is not None and table.resembles(header, sample):
            if program.casefold() == table.program.casefold():
                return table
            raise UnsureProgram(
                f"{path.name} may be an export of {table.program} in another language; say so with --format "
                f"{table.program.lower()}, or set that app to English and export again.",
                table.program,
            )
    raise ExchangeError(
        f"{path.name} has none of the headers that are known here ({KNOWN}), so nothing was taken from it."
    )
