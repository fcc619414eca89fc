"""Days as the system's locale writes them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def day_text(day: date, form: str = "d MMM yyyy") -> str:
    """The day in Qt's date format `form`, with the locale's names."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
