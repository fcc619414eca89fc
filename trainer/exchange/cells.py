"""One row of a file, read cell by cell; what a cell must not be is said in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo

from trainer.exchange.profile import PROFILE_COLUMN, SCHEMA_VERSION, SPREADSHEET, unguard

_WHOLE = re.compile(r"\d{1,9}")
_DECIMAL = re.compile(r"\d{1,9}(?:\.\d{1,15})?")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_SHOWN = 40
LONGEST_NAME = 500
LONGEST_NOTE = 100_000

Choice = TypeVar("Choice", bound=StrEnum)


class Wrong(ValueError):
    """A row that cannot be taken, with the reason."""


class NewerFile(Exception):
    """The row says that a newer version wrote it."""


class Cells:
    """A row and the header it stands under; columns that the file lacks are empty."""

    __slots__ = ("_decimal_point", "_places", "_row")

    def __init__(self, places: Mapping[str, int], row: Sequence[str], decimal_point: str) -> None:
        self._places = places
        self._decimal_point = decimal_point
        self._row = row
        if self.raw(PROFILE_COLUMN) == SPREADSHEET:
            self._row = [unguard(cell) for cell in row]

    def raw(self, column: str) -> str:
        place = self._places.get(column)
        return "" if place is None else self._row[place]

    def check_version(self) -> None:
        """Raises NewerFile for a row of a newer version, and Wrong for one without a version."""
        version = self.whole("schema_version", 1, 10**9)
        if version is None:
            raise Wrong("schema_version is missing")
        if version > SCHEMA_VERSION:
            raise NewerFile

    def text(self, column: str, longest: int = LONGEST_NAME) -> str:
        cell = self.raw(column)
        if len(cell) > longest:
            raise Wrong(f"{column} is longer than {longest:,} characters")
        return cell

    def needed(self, column: str) -> str:
        cell = self.text(column)
        if not cell.strip():
            raise Wrong(f"{column} is missing")
        return cell

    def choice(self, column: str, choices: type[Choice]) -> Choice:
        cell = self.needed(column).strip()
        try:
            return choices(cell)
        except ValueError:
            raise Wrong(f"{column} is {', '.join(choices)}, not {shown(cell)}") from None

    def whole(self, column: str, low: int, high: int) -> int | None:
        cell = self.raw(column).strip()
        if not cell:
            return None
        if not cell.isascii() or _WHOLE.fullmatch(cell) is None or not low <= int(cell) <= high:
            raise Wrong(f"{column} is a whole number from {low} to {high:,}, not {shown(cell)}")
        return int(cell)

    def number(self, column: str, low: float, high: float, step: float = 0.001) -> float | None:
        """A number in steps of `step`; finer ones are rounded to the thousandth."""
        cell = self.raw(column).strip()
        if not cell:
            return None
        plain = cell.replace(self._decimal_point, ".") if self._decimal_point != "." else cell
        if not plain.isascii() or _DECIMAL.fullmatch(plain) is None or not low <= float(plain) <= high:
            raise Wrong(f"{column} is a number from {low:g} to {high:,g}, not {shown(cell)}")
        value = round(float(plain), 3)
        if step > 0.001 and value % step:
            raise Wrong(f"{column} goes in steps of {step:g}, which {shown(cell)} is not")
        return value

    def flag(self, column: str) -> bool:
        cell = self.raw(column).strip().lower()
        if cell in ("", "0", "false"):
            return False
        if cell in ("1", "true"):
            return True
        raise Wrong(f"{column} is 0 or 1, not {shown(cell)}")

    def time(self, column: str) -> datetime | None:
        """A moment in UTC, to the second."""
        cell = self.raw(column).strip()
        return _moment(column, cell) if cell else None

    def needed_time(self, column: str) -> datetime:
        moment = self.time(column)
        if moment is None:
            raise Wrong(f"{column} is missing")
        return moment

    def zone(self, column: str) -> str:
        """The name of a time zone that is known here; empty when it is unknown where it happened."""
        cell = self.text(column)
        if cell and not _known_zone(cell):
            raise Wrong(f"{column} {shown(cell)} is no time zone that is known here")
        return cell


@lru_cache(maxsize=4096)
def _moment(column: str, cell: str) -> datetime:
    if not cell.isascii() or _TIME.fullmatch(cell) is None:
        raise Wrong(f"{column} is a time like 2026-01-31T06:30:00Z, not {shown(cell)}")
    try:
        moment = datetime.fromisoformat(cell).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        raise Wrong(f"{column} {shown(cell)} is no day or hour there is") from None
    if not 1900 <= moment.year < 2200:
        raise Wrong(f"{column} {shown(cell)} is not in our time")
    return moment


@lru_cache(maxsize=256)
def _known_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not found, not a name, a folder of zones
        return False
    return True


def shown(cell: str) -> str:
    """The cell as it may stand in a sentence: one line, not long."""
    short = cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…"
    return repr(short)
