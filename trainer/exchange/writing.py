"""Rows to a CSV file, a piece at a time: memory does not grow with the log.

Written out here instead of through `csv.writer`, which would take longer than all the rest of an export.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from trainer.exchange.profile import PROFILE_COLUMN, SPREADSHEET, Profile, guard

Cell = str | int | None
_PIECE = 2_000
_REMEMBERED = 10_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class CellTexts(dict[Cell, str]):
    """Value to the text of its cell, each worked out once: names, sides and counts repeat a thousandfold.

    Cells are quoted by RFC 4180 where they must be, and guarded where the profile says so.
    """

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile

    def __missing__(self, value: Cell) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        text = self[value] = "" if value is None else self.once(str(value))
        return text

    def once(self, text: str) -> str:
        """The cell of a text that will hardly come again."""
        if "\0" in text:  # no CSV reader takes it, ours neither
            text = text.replace("\0", "")
        if self._profile.guarded:
            text = guard(text)
        if '"' in text:
            return '"' + text.replace('"', '""') + '"'
        if self._profile.separator in text or "\n" in text or "\r" in text:
            return f'"{text}"'
        return text


def lines_of(rows: Iterable[Sequence[Cell]], profile: Profile) -> Iterator[str]:
    """A line of each row."""
    cells = CellTexts(profile)
    for row in rows:
        yield profile.separator.join([cells[value] for value in row])


def write_lines(file: BinaryIO, columns: Sequence[str], lines: Iterable[str], profile: Profile) -> int:
    """Writes the header and the lines in UTF-8, each ended by CRLF; returns how many lines there were."""
    ending = "\r\n"
    if profile.guarded:
        file.write(_BYTE_ORDER_MARK)
        columns = (*columns, PROFILE_COLUMN)
        ending = f"{profile.separator}{SPREADSHEET}\r\n"
    file.write(profile.separator.join(columns).encode() + b"\r\n")
    count = 0
    lines = iter(lines)
    while some := list(islice(lines, _PIECE)):
        some.append("")
        file.write(ending.join(some).encode())
        count += len(some) - 1
    return count
