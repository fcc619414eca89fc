"""A plan week by week, as a table that the keyboard can work in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from trainer.domain.plan import Plan
from trainer.ui.plans.week_model import HOW, WeekModel
from trainer.ui.plans.week_rows import week_rows
from trainer.ui.theme import text_scale

_ROW_PX, _MOST_PX, _WIDEST_PX, _LEAST_PX = 34, 520, 260, 220


class WeekTable(QTableView):
    """As high as its rows, up to a limit; `exercise_requested` by Enter or a double click."""

    exercise_requested = Signal(str)

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weeks = WeekModel(names, self)
        self.setModel(self.weeks)
        self.setAccessibleName(self.tr("Week by week"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_plan(self, plan: Plan) -> None:
        """Shows the weeks of the plan; columns that say nothing are left out."""
        self.weeks.set_rows(week_rows(plan))
        for column in range(self.weeks.columnCount()):
            self.setColumnHidden(column, self.weeks.is_empty(column))
        self.setCurrentIndex(self.weeks.index(0, 0))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """Gives what is left of the width to the last column, and itself the height of its rows."""
        header, scale = self.horizontalHeader(), text_scale()
        shown = [c for c in range(self.weeks.columnCount()) if not self.isColumnHidden(c)]
        widest, least = round(_WIDEST_PX * scale), round(_LEAST_PX * scale)
        sizes = {c: min(max(self.sizeHintForColumn(c), header.sectionSizeHint(c)) + 8, widest) for c in shown}
        others = sum(sizes[c] for c in shown[:-1])
        sizes[shown[-1]] = max(self.viewport().width() - others, least if shown[-1] == HOW else 0)
        for column, size in sizes.items():
            header.resizeSection(column, max(size, header.sectionSizeHint(column)))
        self.verticalHeader().setMinimumSectionSize(round(_ROW_PX * scale))
        self.resizeRowsToContents()
        wanted = header.sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        if header.length() > self.viewport().width():
            wanted += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(min(wanted, round(_MOST_PX * scale)))

    def _open(self, index: QModelIndex) -> None:
        exercise_id = self.weeks.exercise_at(index.row())
        if exercise_id:
            self.exercise_requested.emit(exercise_id)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open(index)
