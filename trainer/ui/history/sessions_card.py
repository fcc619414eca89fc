"""The sessions that were done, newest first, and the sets of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.domain.exercise import Side
from trainer.domain.session import SetLog, SetStatus
from trainer.domain.stats import SessionHead
from trainer.ui.days import day_text
from trainer.ui.history.chart_card import plain_table
from trainer.ui.widgets.text import Words

_ID = Qt.ItemDataRole.UserRole
_HEIGHT_PX = 260
_ROW_PX = 36


class SessionsCard(QFrame):
    """`session_chosen` asks for a session's sets; `show_sets` answers."""

    session_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sessions"))
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(_HEIGHT_PX)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.currentItemChanged.connect(self._on_list_current_item_changed)
        self.table: QTableWidget = plain_table(self.tr("Sets of the session"))
        self.table.setFixedHeight(_HEIGHT_PX)
        self._headers = (
            self.tr("Exercise"),
            self.tr("Side"),
            self.tr("Done"),
            self.tr("Target"),
            self.tr("RPE"),
            self.tr("Pain"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(Words(self.tr("Sessions"), "body", strong=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 2)
        row.addWidget(self.table, 4)
        column.addLayout(row)

    def show_sessions(self, sessions: Sequence[SessionHead]) -> None:
        """Lists these sessions and chooses the one that was chosen, or else the first."""
        item = self.list.currentItem()
        chosen = item.data(_ID) if item is not None else None
        self.list.blockSignals(True)
        self.list.clear()
        for session in sessions:
            entry = QListWidgetItem(self._line(session))
            entry.setData(_ID, session.id)
            entry.setSizeHint(QSize(0, _ROW_PX))
            self.list.addItem(entry)
            if session.id == chosen:
                self.list.setCurrentItem(entry)
        if self.list.currentRow() < 0 and sessions:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        if sessions:
            self.session_chosen.emit(str(self.list.currentItem().data(_ID)))

    def choose(self, session_id: str) -> None:
        """Chooses a session, as a click on it would."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == session_id:
                self.list.setCurrentRow(row)
                self.list.scrollToItem(self.list.item(row))
                return

    def show_sets(self, sets: Sequence[SetLog]) -> None:
        """Shows what was done in the chosen session."""
        self.table.setColumnCount(len(self._headers))
        self.table.setHorizontalHeaderLabels(self._headers)
        self.table.setRowCount(len(sets))
        for row, done in enumerate(sets):
            for column, text in enumerate(self._cells(done)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        header = self.table.horizontalHeader()
        for column in range(1, len(self._headers)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _line(self, session: SessionHead) -> str:
        parts = [day_text(session.day), session.workout or self.tr("Session")]
        if session.session_rpe is not None:
            parts.append(self.tr("effort {0} of 10").format(f"{session.session_rpe:g}"))
        return " · ".join(parts)

    def _cells(self, done: SetLog) -> tuple[str, ...]:
        target = done.target
        return (
            done.exercise,
            self._side(done.side),
            self._result(done),
            self._amount(target.reps, target.hold_s, target.load_kg),
            "" if done.rpe is None else f"{done.rpe:g}",
            "" if done.pain is None else f"{done.pain} {done.pain_area}".strip(),
        )

    def _result(self, done: SetLog) -> str:
        if done.status is SetStatus.SKIPPED:
            return self.tr("skipped")
        text = self._amount(done.reps, done.hold_s, done.load_kg)
        return f"{text} · {done.lean_deg}°" if done.lean_deg is not None else text

    def _amount(self, reps: int | None, hold_s: float | None, load_kg: float | None) -> str:
        count = self.tr("1 rep") if reps == 1 else self.tr("{0} reps").format(reps)
        parts = [count] if reps is not None else []
        parts += [f"{hold_s:g} s"] if hold_s is not None else []
        parts += [f"{load_kg:g} kg"] if load_kg is not None else []
        return " · ".join(parts)

    def _side(self, side: Side) -> str:
        return {Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right"), Side.BOTH: ""}[side]

    def _on_list_current_item_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.session_chosen.emit(str(item.data(_ID)))
