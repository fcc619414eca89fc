"""Which exercise of the library each unknown name of an import stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.domain.exercise import Exercise
from trainer.services.search import SearchIndex
from trainer.services.unknown import UnknownName
from trainer.ui.numbers import number_text
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.dialog_foot import dialog_foot
from trainer.ui.widgets.search_field import SearchField
from trainer.ui.widgets.text import Words

WIDTH_PX, HEIGHT_PX = 820, 520
_ID = Qt.ItemDataRole.UserRole
OWN = ""


class MappingDialog(QDialog):
    """Names left, what the chosen one stands for right; `mapped` carries the exercise id by name.

    A name that is sure among the synonyms begins as that exercise, every other one as one of the user's own.
    """

    mapped = Signal(object)

    def __init__(
        self,
        names: Sequence[UnknownName],
        exercises: Mapping[str, Exercise],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names, self._exercises = names, exercises
        self._index: SearchIndex | None = None
        self._chosen = {one.name: one.suggestions[0] if one.sure else OWN for one in names}
        self.setWindowTitle(self.tr("Match exercises"))
        self.resize(WIDTH_PX, HEIGHT_PX)
        self.names = _list(self.tr("Names in the file"))
        self.names.currentRowChanged.connect(self._on_names_current_row_changed)
        self.search = SearchField(self.tr("Search the library"))
        self.search.textChanged.connect(self._on_search_text_changed)
        self.choices = _list(self.tr("Stands for"))
        self.choices.itemSelectionChanged.connect(self._on_choices_item_selection_changed)
        self._lay_out()
        for one in names:
            self.names.addItem(self._line(one))
        self.names.setCurrentRow(0)
        self.names.setFocus()

    def choices_made(self) -> dict[str, str]:
        """Exercise id by name, of those that do not stay one's own."""
        return {name: exercise_id for name, exercise_id in self._chosen.items() if exercise_id}

    def _lay_out(self) -> None:
        self.import_button = Button(self.tr("Import"), "primary", icon="check")
        self.import_button.clicked.connect(self._on_import_clicked)
        left, right, columns = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(Words(self.tr("In the file"), "small", tone="muted"))
        left.addWidget(self.names, 1)
        right.addWidget(Words(self.tr("Stands for"), "small", tone="muted"))
        right.addWidget(self.search)
        right.addWidget(self.choices, 1)
        columns.setSpacing(16)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        about = self.tr(
            "These names are not in the library. Say what they stand for; the others become your own."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Words(self.tr("Match exercises"), "heading"))
        column.addWidget(Words(about, "small", tone="muted", wrap=True))
        column.addLayout(columns, 1)
        column.addLayout(dialog_foot(self, self.import_button))

    def _line(self, one: UnknownName) -> str:
        sets = self.tr("1 set") if one.count == 1 else self.tr("{0} sets").format(number_text(one.count))
        exercise = self._exercises.get(self._chosen[one.name])
        stands_for = self.tr("your own") if exercise is None else exercise.name
        return f"{one.name} · {sets}\n→ {stands_for}"

    def _current(self) -> UnknownName | None:
        row = self.names.currentRow()
        return self._names[row] if 0 <= row < len(self._names) else None

    def _on_names_current_row_changed(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._offer()

    def _on_search_text_changed(self) -> None:
        self._offer()

    def _offer(self) -> None:
        """To keep it, what resembles it, then the library as the search has it.

        Nothing is marked where the search hides what was chosen: marked, it could not be chosen.
        """
        one = self._current()
        if one is None:
            return
        chosen = self._chosen[one.name]
        found = self._found()
        first = () if self.search.text().strip() else one.suggestions
        rest = [exercise.id for exercise in found if exercise.id not in first]
        self.choices.blockSignals(True)
        self.choices.clear()
        keep = QListWidgetItem(self.tr("Keep as an exercise of your own"))
        keep.setData(_ID, OWN)
        self.choices.addItem(keep)
        if chosen == OWN:
            self.choices.setCurrentItem(keep)
        for exercise_id in (*first, *rest):
            item = QListWidgetItem(self._exercises[exercise_id].name)
            item.setData(_ID, exercise_id)
            self.choices.addItem(item)
            if exercise_id == chosen:
                self.choices.setCurrentItem(item)
        self.choices.blockSignals(False)
        self.choices.setAccessibleDescription(one.name)
        self.choices.scrollToTop()

    def _found(self) -> list[Exercise]:
        if self._index is None:
            self._index = SearchIndex(list(self._exercises.values()))
        return self._index.find(self.search.text())

    def _on_choices_item_selection_changed(self) -> None:
        one, chosen = self._current(), self.choices.selectedItems()
        if one is not None and chosen:
            self._chosen[one.name] = chosen[0].data(_ID)
            self.names.currentItem().setText(self._line(one))

    def _on_import_clicked(self) -> None:
        self.mapped.emit(self.choices_made())
        self.accept()


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setProperty("offer", True)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made
