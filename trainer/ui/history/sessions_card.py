"""The sessions that were done, newest first, and the one that is chosen, to be looked at and corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.domain.stats import SessionHead
from trainer.errors import NoSuchEntry, TrainerError
from trainer.services.editing import SessionDetail, SessionEntry
from trainer.services.library import Library
from trainer.services.past_session import planned_minutes
from trainer.ui.background import Background
from trainer.ui.days import day_text
from trainer.ui.history.pick_dialog import Offer, PickDialog
from trainer.ui.history.session_acts import SessionActs
from trainer.ui.history.session_detail import DetailCard
from trainer.ui.history.session_dialog import SessionDialog
from trainer.ui.theme import text_scale
from trainer.ui.widgets.text import Words, rule

_ID = Qt.ItemDataRole.UserRole
_ROW_PX, _ROWS_SHOWN = 36, 5


class SessionsCard(QFrame):
    """Reads the chosen session on the worker; the list comes from whoever reads the overview.

    `done` carries what was done and can be undone, `told` a sentence about what failed.
    """

    done = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        acts: SessionActs,
        library: Library,
        background: Background,
        load_unit: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._acts, self._library, self._background = acts, library, background
        self._wanted = ""
        self._shown: tuple[SessionHead, ...] = ()
        self.dialog: QDialog | None = None
        acts.setParent(self)
        acts.done.connect(self.done)
        acts.told.connect(self.told)
        acts.failed.connect(self.refresh)
        acts.session_kept.connect(self.choose)
        self.list = _SessionList(self.tr("Sessions"))
        self.list.currentItemChanged.connect(self._on_list_current_item_changed)
        self.detail = DetailCard(acts, load_unit)
        self.list.opened.connect(self.detail.table.setFocus)
        self.detail.change_requested.connect(self._on_detail_change_requested)
        self.detail.merge_requested.connect(self._on_detail_merge_requested)
        self.detail.exercise_requested.connect(self._on_detail_exercise_requested)
        self.detail.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(Words(self.tr("Sessions"), "body", strong=True))
        for part in (self.list, rule(), self.detail):
            column.addWidget(part)

    @property
    def chosen(self) -> str:
        """The id of the session that is chosen, "" for none."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_ID))

    def show_sessions(self, sessions: Sequence[SessionHead]) -> None:
        """Lists these and reads the one that was chosen or asked for, or else the first."""
        if tuple(sessions) == self._shown and not self._wanted:  # a set was changed: what is listed stays
            self.refresh()
            return
        self._shown = tuple(sessions)
        wanted, self._wanted = self._wanted or self.chosen, ""
        row = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for session in sessions:
            entry = QListWidgetItem(self._line(session))
            entry.setData(_ID, session.id)
            entry.setSizeHint(QSize(0, round(_ROW_PX * text_scale())))
            self.list.addItem(entry)
            if session.id == wanted:
                self.list.setCurrentItem(entry)
        if self.list.currentRow() < 0 and sessions:
            self.list.setCurrentRow(min(row, len(sessions) - 1) if wanted else 0)
        self.list.blockSignals(False)
        self.refresh()

    def refresh(self) -> None:
        """Reads the chosen session anew, ahead of the figures that take longer."""
        if self.chosen:
            read = partial(self._acts.editing.detail, self.chosen)
            self._background.submit(read, self._on_read, self._on_read_failed)
        self.detail.setVisible(bool(self.chosen) and self.detail.detail is not None)

    def choose(self, session_id: str) -> None:
        """Chooses a session, as a click on it would; one that is not listed yet, once it is."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == session_id:
                self.list.setCurrentRow(row)
                self.list.scrollToItem(self.list.item(row))
                return
        self._wanted = session_id

    def log_past(self) -> None:
        """Asks for a session that was done without the app."""
        workouts = self._library.workouts()
        longest = timedelta(minutes=max(planned_minutes(workout) for workout in workouts))
        entry = SessionEntry(self._acts.past.now() - longest, None)  # any of them would be over by now
        dialog = SessionDialog(self._acts.editing.wrong, entry, workouts, self.window())
        dialog.entered.connect(partial(self._on_past_entered, dialog))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _line(self, session: SessionHead) -> str:
        parts = [day_text(session.day), session.workout or self.tr("Session")]
        if session.session_rpe is not None:
            parts.append(self.tr("effort {0} of 10").format(f"{session.session_rpe:g}"))
        return " · ".join(parts)

    def _find_session(self, heads: Sequence[SessionHead], words: str) -> list[Offer]:
        lines = ((head.id, self._line(head)) for head in heads)
        wanted = words.casefold().split()
        return [(key, line) for key, line in lines if all(word in line.casefold() for word in wanted)]

    def _find_exercise(self, words: str) -> list[Offer]:
        return [(exercise.id, exercise.name) for exercise in self._library.search(words)]

    def _on_read(self, detail: SessionDetail) -> None:
        if detail.session.id == self.chosen:
            self.detail.show_detail(detail)
            self.detail.show()

    def _on_read_failed(self, error: TrainerError) -> None:
        if not isinstance(error, NoSuchEntry):  # taken out in the meantime: the list that comes is without it
            self.told.emit(str(error))

    def _on_list_current_item_changed(self, _item: QListWidgetItem | None) -> None:
        self.refresh()

    def _on_past_entered(self, dialog: SessionDialog, entry: SessionEntry) -> None:
        if dialog.chosen_workout is not None:
            self._acts.log_past(dialog.chosen_workout, entry)

    def _on_detail_change_requested(self) -> None:
        detail = self.detail.detail
        if detail is None:
            return
        wrong = partial(self._acts.editing.wrong, session=detail.session)
        dialog = SessionDialog(wrong, detail.entry, (), self.window())
        dialog.entered.connect(partial(self._acts.change_session, detail.session.id))
        self._open(dialog)

    def _on_detail_merge_requested(self) -> None:
        try:
            heads = self._acts.editing.neighbours(self.chosen)
        except TrainerError as error:
            self.told.emit(str(error))
            return
        about = self.tr(
            "The sets of both become one session, under the name of the earlier one. "
            "A pause between them is left out."
        )
        find = partial(self._find_session, heads)
        dialog = PickDialog(self.tr("Merge with"), about, self.tr("Merge"), find, self.window())
        dialog.picked.connect(partial(self._acts.merge, self.chosen))
        self._open(dialog)

    def _on_detail_exercise_requested(self) -> None:
        about = self.tr("A set of it is added at the end, by its least dose; correct there what was done.")
        dialog = PickDialog(
            self.tr("Add an exercise"), about, self.tr("Add set"), self._find_exercise, self.window()
        )
        dialog.picked.connect(partial(self._on_exercise_picked, self.chosen))
        self._open(dialog)

    def _on_exercise_picked(self, session_id: str, exercise_id: str) -> None:
        self._acts.add_exercise(session_id, self._library.exercise(exercise_id))


class _SessionList(QListWidget):
    """`opened` by Enter."""

    opened = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("offer", True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setFixedHeight(round(_ROW_PX * _ROWS_SHOWN * text_scale()) + 2 * self.frameWidth())
