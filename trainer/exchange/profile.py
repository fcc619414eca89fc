"""What leaves, and dressed for whom: the plain data file, or one that a spreadsheet opens unharmed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

SCHEMA_VERSION = 1
PROFILE_COLUMN = "profile"
SPREADSHEET = "spreadsheet"
# Whitespace of every kind, controls and marks that are not seen may stand before a formula.
_CALCULABLE = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+\-@＝＋－＠']|[\t\r\n]"
)


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
    return f"'{text}" if _CALCULABLE.match(text) else text


def unguard(text: str) -> str:
    """What `guard` was given."""
    return text.removeprefix("'")
