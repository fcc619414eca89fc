"""Numbers and days as the system's locale writes them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def number_text(value: float, most_decimals: int = 1) -> str:
    """A number with as many decimals as it has, `most_decimals` at most."""
    rounded = round(value, most_decimals)
    shortest = f"{rounded:.{most_decimals}f}".rstrip("0") if most_decimals else ""
    decimals = len(shortest.partition(".")[2])
    return QLocale().toString(float(rounded), "f", decimals)


def short_day(day: date) -> str:
    """A day in figures, or as short as the locale has it, for tables."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def long_day(day: date) -> str:
    """A day with its names, for words."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
