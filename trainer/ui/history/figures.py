"""The four figures on top of the history."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from trainer.services.history import Overview
from trainer.ui.widgets.text import Words

_FOUR_BESIDE_PX = 720


class Figure(QFrame):
    """One number and what it counts."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(0)
        self.number = Words("–", "title").set_tabular()
        self.caption = Words(caption, "small", tone="muted", wrap=True)
        column.addWidget(self.number)
        column.addWidget(self.caption)
        self.setAccessibleName(caption)

    def show_number(self, text: str, caption: str = "") -> None:
        """Shows a number, and what it counts where that is worded by the number."""
        self.number.setText(text)
        self.setAccessibleDescription(text)
        if caption:
            self.caption.setText(caption)
            self.setAccessibleName(caption)


class Figures(QWidget):
    """Weeks in a row, sessions lately and in all, time under tension."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weeks = Figure(self.tr("weeks in a row with a session"))
        self.recent = Figure(self.tr("sessions in the last 28 days"))
        self.sessions = Figure(self.tr("sessions in all"))
        self.tension = Figure(self.tr("time under tension in all"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._columns = 0
        self._arrange(4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        text_px = max(self.font().pixelSize(), 16)
        self._arrange(4 if self.width() >= _FOUR_BESIDE_PX * text_px / 16 else 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        figures = (self.weeks, self.recent, self.sessions, self.tension)
        for number, figure in enumerate(figures):
            self._grid.addWidget(figure, number // columns, number % columns)
        for column in range(len(figures)):
            self._grid.setColumnStretch(column, int(column < columns))

    def show_overview(self, overview: Overview) -> None:
        weeks, recent, sessions = overview.weeks_in_a_row, overview.recent_sessions, overview.sessions
        week = self.tr("week in a row with a session")
        self.weeks.show_number(str(weeks), week if weeks == 1 else self.tr("weeks in a row with a session"))
        one = self.tr("session in the last 28 days")
        self.recent.show_number(str(recent), one if recent == 1 else self.tr("sessions in the last 28 days"))
        all_one = self.tr("session in all")
        text = QLocale().toString(sessions)
        self.sessions.show_number(text, all_one if sessions == 1 else self.tr("sessions in all"))
        self.tension.show_number(duration_text(overview.tension_s))


def duration_text(seconds: float) -> str:
    """`45 s`, `12 min`, `3 h 05 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02} min" if hours < 100 else f"{QLocale().toString(hours)} h"
