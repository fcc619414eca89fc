"""Numbers, durations, weights and distances as other programs write them."""

from __future__ import annotations

import re
from functools import lru_cache

from trainer.exchange.cells import Wrong, shown
from trainer.exchange.contents import Unit

KG_A_POUND = 0.45359237  # the international pound, by definition
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,20})?")
_FEW_DECIMALS = re.compile(r"-?\d{1,9},\d{1,2}")
_DECIMALS = re.compile(r"-?\d{1,9},\d{1,20}")
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d\d(?:\.\d{1,6})?)")
_WORDS = re.compile(
    r"(?:(\d{1,5}) ?(?:h|hrs?|hours?|std|stunden?)\b\.?)? ?"
    r"(?:(\d{1,6}) ?(?:m|mins?|minutes?|minuten?)\b\.?)? ?"
    r"(?:(\d{1,7}) ?(?:s|secs?|seconds?|sek|sekunden?|seg)\b\.?)?"
)
_KILOMETRES = {
    "km": 1.0,
    "kms": 1.0,
    "kilometers": 1.0,
    "kilometres": 1.0,
    "m": 0.001,
    "meter": 0.001,
    "meters": 0.001,
    "metres": 0.001,
    "cm": 0.00001,
    "mi": 1.609344,
    "mile": 1.609344,
    "miles": 1.609344,
    "yd": 0.0009144,
    "yards": 0.0009144,
    "ft": 0.0003048,
    "feet": 0.0003048,
    "in": 0.0000254,
}
_UNITS = {"kg": Unit.KG, "kgs": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB}


@lru_cache(maxsize=4096)
def number(what: str, cell: str, low: float, high: float, *, comma: bool) -> float | None:
    """A number, None for an empty cell; `comma` says that the file may write decimal commas.

    Where cells are parted by commas, `12,5` is a number all the same; `1,000` is none: it has two readings.
    """
    plain = cell.strip()
    if not plain:
        return None
    if (_DECIMALS if comma else _FEW_DECIMALS).fullmatch(plain):
        plain = plain.replace(",", ".")
    if not plain.isascii() or _NUMBER.fullmatch(plain) is None or not low <= float(plain) <= high:
        raise Wrong(f"{what} is a number from {low:g} to {high:,g}, not {shown(cell)}")
    return float(plain)


def whole(what: str, cell: str, low: int, high: int, *, comma: bool) -> int | None:
    """A whole number, which may be written `8.0`."""
    value = number(what, cell, low, high, comma=comma)
    if value is not None and value != round(value):
        raise Wrong(f"{what} is a whole number, not {shown(cell)}")
    return None if value is None else round(value)


def half_steps(what: str, cell: str, *, comma: bool) -> float | None:
    """An RPE, to the nearest half; none is written as nothing or as 0."""
    value = number(what, cell, 0, 10, comma=comma)
    return max(1.0, round(value * 2) / 2) if value else None


@lru_cache(maxsize=4096)
def seconds(what: str, cell: str, longest: float) -> float | None:
    """`1h 3m`, `45h 56m`, `11s`, `0:30:00`, `1:30` (minutes and seconds) or plain seconds."""
    plain = cell.strip().lower()
    if not plain:
        return None
    value: float | None = None
    if plain.isascii():
        if clock := _CLOCK.fullmatch(plain):
            value = int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + float(clock[3])
        elif words := _WORDS.fullmatch(plain):
            hours, minutes, rest = (int(part or 0) for part in words.groups())
            value = hours * 3600.0 + minutes * 60 + rest
        elif _NUMBER.fullmatch(plain) or _DECIMALS.fullmatch(plain):
            value = float(plain.replace(",", "."))
    if value is None or not 0 <= value <= longest:
        raise Wrong(f"{what} is a duration such as 1h 3m or 90, not {shown(cell)}")
    return round(value, 3)


def kilograms(weight: float, unit: Unit) -> float:
    """To the gram."""
    return round(weight * KG_A_POUND if unit is Unit.LB else weight, 3)


def unit_of(cell: str) -> Unit | None:
    """What a cell or the end of a column's name says of the unit of weight."""
    return _UNITS.get(cell.strip().lower().rstrip("."))


def kilometres_in(unit: str) -> float | None:
    """How many kilometres one of this unit is; None for a unit that is not known."""
    return _KILOMETRES.get(unit.strip().lower().rstrip("."))
