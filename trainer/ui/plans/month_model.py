"""A month as a table: a row a week, a cell a day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.ui.numbers import long_day
from trainer.ui.plans.marks import Day
from trainer.ui.plans.month import Month, month_of

Index = QModelIndex | QPersistentModelIndex
DAY_ROLE = Qt.ItemDataRole.UserRole
_TOP = QModelIndex()
_SHOWN = Qt.ItemDataRole.DisplayRole
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class MonthModel(QAbstractTableModel):
    """Each cell says its day and what stands on it, for whoever cannot see it."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.month: Month = month_of(today.replace(day=1), today, ())

    def set_month(self, month: Month, today: date) -> None:
        """Shows this month."""
        same_days = month.start == self.month.start and len(month.days) == len(self.month.days)
        if same_days:  # the cursor stays where it is
            self.month, self.today = month, today
            self.dataChanged.emit(self.index(0, 0), self.index(month.weeks - 1, 6))
            return
        self.beginResetModel()
        self.month, self.today = month, today
        self.endResetModel()

    def day_at(self, index: Index) -> Day:
        """The day of a cell; of the first where there is no such cell."""
        number = index.row() * 7 + index.column() if index.isValid() else 0
        return self.month.days[self.month.start + timedelta(days=number)]

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day, an invalid one where it is not shown."""
        number = (day - self.month.start).days
        return self.index(*divmod(number, 7)) if 0 <= number < len(self.month.days) else QModelIndex()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else self.month.weeks

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _SHOWN) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < 7:
            return None
        weekday = (self.month.start + timedelta(days=section)).isoweekday()
        if role == _SHOWN:
            return QLocale().dayName(weekday, QLocale.FormatType.ShortFormat)
        return QLocale().dayName(weekday) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def data(self, index: Index, role: int = _SHOWN) -> object:
        if not index.isValid():
            return None
        day = self.day_at(index)
        if role == DAY_ROLE:
            return day
        if role == _SHOWN:
            return str(day.day.day)
        if role in _SPOKEN and (day.marks or role != Qt.ItemDataRole.ToolTipRole):
            return self._spoken(day)
        return None

    def _spoken(self, day: Day) -> str:
        name = long_day(day.day)
        name = self.tr("{0}, today").format(name) if day.day == self.today else name
        words = [mark.spoken for mark in day.marks]
        return "; ".join([name, *words]) if words else self.tr("{0}, nothing planned").format(name)
