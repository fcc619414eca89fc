"""The parts that the forms of runs and sessions share."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QTimeEdit, QWidget

from trainer.ui.widgets.number_edge import inset

EFFORTS = 10


class BegunFields:
    """A day and a time of the wall's clock; what is not changed keeps its seconds."""

    def __init__(self, begun: datetime) -> None:
        self._begun = begun
        self.day, self.time = QDateEdit(), QTimeEdit()
        self.day.setCalendarPopup(True)
        self.day.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        self.day.setDate(QDate(begun.year, begun.month, begun.day))
        self.time.setTime(QTime(begun.hour, begun.minute))
        inset(self.time)

    @property
    def value(self) -> datetime:
        """What stands there, without a zone."""
        day, time = self.day.date(), self.time.time()
        begun = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=UTC)
        shown = begun.replace(tzinfo=None)
        return self._begun if shown == self._begun.replace(second=0, microsecond=0) else shown


class EffortBox(QComboBox):
    """Not rated, or 0 to 10; a rating between two that was there before can stay."""

    def __init__(self, effort: float | None = None) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Effort, from 0 to 10"))
        self.addItem(self.tr("Not rated"), None)
        for step in range(EFFORTS + 1):
            self.addItem(self.tr("{0} of 10").format(step), step)
        if effort is not None:
            if self.findData(effort) < 0:
                self.addItem(self.tr("{0} of 10").format(f"{effort:g}"), effort)
            self.setCurrentIndex(self.findData(effort))

    @property
    def value(self) -> float | None:
        effort = self.currentData()
        return None if effort is None else float(effort)


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """The widgets in a row, as wide as each other."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
