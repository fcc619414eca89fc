"""The stretch of time that the charts of a page look at together."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from trainer.domain.stats import monday_of

RANGES = {"4w": 28, "3m": 13 * 7, "1y": 53 * 7, "all": 0}
"""The ranges that have a button, in whole weeks up to the end; "all" is what there is."""
LEAST_DAYS = 14.0
_LEAST_WEEKS = 4


class TimeAxis(QObject):
    """From `start` to `end`, in days by their ordinals; never beyond what the log holds.

    The log's stretch is at least four weeks, so that one session alone has a place in them.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = 1.0, 1.0 + 7 * _LEAST_WEEKS
        self._start, self._end = self._low, self._high
        self._name = self._shown_name = "1y"

    @property
    def start(self) -> float:
        return self._start

    @property
    def end(self) -> float:
        return self._end

    @property
    def days(self) -> float:
        """How many days are in view."""
        return self._end - self._start

    @property
    def range_name(self) -> str:
        """The range that was chosen, "" once it was zoomed or moved by hand."""
        return self._name

    @property
    def first_day(self) -> date:
        """The first day in view."""
        return date.fromordinal(max(1, int(self._start)))

    def set_limits(self, first: date, last: date) -> None:
        """What there is to see: whole weeks from the first day's to the last's."""
        high = monday_of(last) + timedelta(days=7)
        low = min(monday_of(first), high - timedelta(weeks=_LEAST_WEEKS))
        self._low, self._high = float(low.toordinal()), float(high.toordinal())
        if self._name:
            self.set_range(self._name)
        else:
            self._show(self._start, self.days)

    def set_range(self, name: str) -> None:
        """Shows one of the `RANGES`, up to the end."""
        days = RANGES[name] or self._high - self._low
        self._name = name
        self._show(self._high - days, days)

    def zoom(self, factor: float, at: float) -> None:
        """Shows `factor` times as many days, the one at `at` staying where it is."""
        days = min(max(self.days * factor, LEAST_DAYS), self._high - self._low)
        part = (at - self._start) / self.days
        self._name = ""
        self._show(at - part * days, days)

    def pan(self, days: float) -> None:
        """Moves to later days, or earlier ones below zero."""
        self._name = ""
        self._show(self._start + days, self.days)

    def reveal(self, day: float) -> None:
        """Moves no further than it takes to have a day in view."""
        if day < self._start:
            self.pan(day - self._start - 0.1 * self.days)
        elif day >= self._end:
            self.pan(day - self._end + 0.1 * self.days)

    def _show(self, start: float, days: float) -> None:
        before = self._start, self._end, self._shown_name
        days = min(days, self._high - self._low)
        self._start = min(max(start, self._low), self._high - days)
        self._end, self._shown_name = self._start + days, self._name
        if before != (self._start, self._end, self._shown_name):
            self.changed.emit()
