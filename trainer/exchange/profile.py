"""What leaves, and dressed for whom: the plain data file, or one that a spreadsheet opens unharmed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SCHEMA_VERSION = 1
PROFILE_COLUMN = "profile"
SPREADSHEET = "spreadsheet"
_FORMULA_STARTS = frozenset("=+-@＝＋－＠\t\r\n'")


class Records(StrEnum):
    """The three kinds of records that have a CSV of their own."""

    LOG = "log"
    CHECKINS = "checkins"
    RUNS = "runs"


@dataclass(frozen=True, slots=True)
class Profile:
    """How a file is dressed; `guarded` cells cannot be taken for formulas, and say so in a column."""

    separator: str = ","
    decimal_point: str = "."
    guarded: bool = False


DATA = Profile()


def spreadsheet(decimal_point: str = ".") -> Profile:
    """For a spreadsheet in a locale with this decimal point; where it is a comma, semicolons separate."""
    if decimal_point == ",":
        return Profile(separator=";", decimal_point=",", guarded=True)
    return Profile(guarded=True)


def guard(text: str) -> str:
    """The cell behind an apostrophe where a spreadsheet might calculate it, or where it begins with one."""
    return f"'{text}" if text.lstrip(" \u00a0")[:1] in _FORMULA_STARTS else text


def unguard(text: str) -> str:
    """What `guard` was given."""
    return text.removeprefix("'")
