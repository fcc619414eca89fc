"""The four figures on top of the history."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from trainer.services.history import Overview
from trainer.ui.days import day_text
from trainer.ui.numbers import number_text
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
    """Weeks in a row, what was done of what was planned, sessions in all, the latest lean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weeks = Figure(self.tr("weeks in a row kept"))
        self.weeks.setToolTip(self.tr("A week is kept by a session, or by planned rest."))
        self.adherence = Figure(self.tr("of the planned sessions done in 28 days"))
        self.sessions = Figure(self.tr("sessions in all"))
        self.lean = Figure(self.tr("latest lean in a Nordic"))
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
        figures = (self.weeks, self.adherence, self.sessions, self.lean)
        for number, figure in enumerate(figures):
            self._grid.addWidget(figure, number // columns, number % columns)
        for column in range(len(figures)):
            self._grid.setColumnStretch(column, int(column < columns))

    def show_overview(self, overview: Overview) -> None:
        weeks, sessions = overview.weeks_in_a_row, overview.sessions
        week = self.tr("week in a row kept")
        self.weeks.show_number(number_text(weeks), week if weeks == 1 else self.tr("weeks in a row kept"))
        one = self.tr("session in all")
        self.sessions.show_number(number_text(sessions), one if sessions == 1 else self.tr("sessions in all"))
        self._show_adherence(overview)
        if overview.lean is None:
            self.lean.show_number("–", self.tr("lean in a Nordic: none was logged lately"))
        else:
            lean, day = overview.lean
            caption = self.tr("latest lean in a Nordic, {0}").format(day_text(day))
            self.lean.show_number(f"{lean}°", caption)

    def _show_adherence(self, overview: Overview) -> None:
        done = overview.adherence
        if done.percent is None:
            self.adherence.show_number("–", self.tr("nothing was planned in the last 28 days"))
            return
        caption = self.tr("{0} of {1} planned sessions done in 28 days")
        percent = self.tr("{0} %").format(number_text(done.percent, 0))
        self.adherence.show_number(percent, caption.format(done.done, done.planned))
