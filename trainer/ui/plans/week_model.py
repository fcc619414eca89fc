"""The rows of the table that shows a plan week by week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.ui.plans.week_rows import WeekRow
from trainer.ui.plans.words import sessions_text, sets_words, spoken_sets
from trainer.ui.wording import range_text, seconds_text, tempo_words

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_SHOWN, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
TWICE = 2
WEEK, SESSION, EXERCISE, SETS, TEMPO, REST, HOW = range(7)


class WeekModel(QAbstractTableModel):
    """A row an exercise; what a row shares with the one above is left blank on screen, and spoken."""

    def __init__(self, names: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._rows: tuple[WeekRow, ...] = ()
        self._headers = (
            self.tr("Week"),
            self.tr("Each week"),
            self.tr("Exercise"),
            self.tr("Sets × reps"),
            self.tr("Tempo"),
            self.tr("Rest"),
            self.tr("How"),
        )

    def set_rows(self, rows: Sequence[WeekRow]) -> None:
        """Shows these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def exercise_at(self, row: int) -> str:
        """The id of the exercise in a row, "" where there is none."""
        exercise = self._rows[row].exercise if 0 <= row < len(self._rows) else None
        return "" if exercise is None else exercise.exercise_id

    def is_empty(self, column: int) -> bool:
        """Whether no row says anything in that column."""
        return all(not self._text(row, column) for row in self._rows)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _SHOWN) -> str | None:
        if role != _SHOWN or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._headers[section] if 0 <= section < len(self._headers) else None

    def data(self, index: Index, role: int = _SHOWN) -> str | None:
        if not index.isValid() or role not in (_SHOWN, _SPOKEN):
            return None
        row, column = self._rows[index.row()], index.column()
        if role == _SHOWN and self._repeats(index.row(), column):
            return ""
        if role == _SPOKEN and column == SETS and row.exercise is not None:
            return spoken_sets(row.exercise.sets)
        return self._text(row, column)

    def _repeats(self, number: int, column: int) -> bool:
        row = self._rows[number]
        if column == WEEK or number == 0:
            return not row.begins
        before = self._rows[number - 1]
        return column == SESSION and not row.begins and self._session(before) == self._session(row)

    def _text(self, row: WeekRow, column: int) -> str:
        if column == WEEK:
            return range_text(row.weeks)
        if column == SESSION:
            return self._session(row)
        exercise = row.exercise
        if exercise is None:
            return self.tr("Rest week") if column == EXERCISE else ""
        if column == EXERCISE:
            return self._names.get(exercise.exercise_id, exercise.exercise_id)
        if column == SETS:
            return sets_words(exercise.sets)
        if column == TEMPO:
            return tempo_words(exercise.tempo) if exercise.tempo else ""
        if column == REST:
            return seconds_text(exercise.rest_s) if len(exercise.sets) > 1 else ""
        return exercise.note

    def _session(self, row: WeekRow) -> str:
        if row.sessions == 0:
            return ""
        if row.number is not None:
            text = self.tr("Session {0} of {1}").format(row.number, row.sessions)
        elif row.count == row.sessions:
            text = sessions_text(row.sessions)
        else:
            text = self.tr("{0} of {1} sessions").format(row.count, row.sessions)
        if row.per_day == TWICE:
            return self.tr("{0}, twice a day").format(text)
        return self.tr("{0}, {1} times a day").format(text, row.per_day) if row.per_day > 1 else text
