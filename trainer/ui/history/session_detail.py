"""One session of the log: when it was, how it was, its sets, and what can be done to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.exercise import Side
from trainer.domain.session import SetLog
from trainer.services.editing import SessionDetail
from trainer.ui.days import day_text
from trainer.ui.history.session_acts import SessionActs
from trainer.ui.history.set_model import SetModel
from trainer.ui.history.set_table import SetTable
from trainer.ui.numbers import number_text
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.text import Words


class DetailCard(QWidget):
    """What needs no question it has `acts` do; it asks to have the others asked."""

    change_requested = Signal()
    merge_requested = Signal()
    exercise_requested = Signal()

    def __init__(
        self, acts: SessionActs, load_unit: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self.detail: SessionDetail | None = None
        self.title = Words("", "body", strong=True, wrap=True)
        self.facts = Words(size="small", tone="muted", wrap=True)
        self.note = Words(size="small", wrap=True)
        self.model = SetModel(load_unit, self)
        self.model.edited.connect(acts.change_set)
        self.table = SetTable(self.model, self.tr("Sets of the session"))
        self.table.chosen.connect(self._on_table_chosen)
        self.table.delete_pressed.connect(self._on_table_delete_pressed)
        acts.set_added.connect(self._on_acts_set_added)
        self._added: SetLog | None = None
        self._make_buttons()
        self._hint = Words(
            self.tr("Double click or press Enter to correct a cell; Delete takes the set out."),
            "small",
            tone="muted",
            wrap=True,
        )
        self._lay_out()

    @property
    def chosen_set(self) -> tuple[SetLog, ...]:
        """The rows of the set that is chosen in the table, one a side."""
        current = self.table.current
        return (
            () if current is None else tuple(row for row in self.model.rows if row.set_id == current.set_id)
        )

    def show_detail(self, detail: SessionDetail) -> None:
        """Shows this session, and stays in the table where one was if it is the same."""
        self.detail = detail
        self.title.setText(detail.session.workout or self.tr("Session"))
        self.facts.setText(self._facts(detail))
        self.note.setText(detail.session.note)
        self.note.setVisible(bool(detail.session.note))
        self.table.show_rows(detail.rows, editable=detail.editable)
        if self._added is not None:
            self.table.choose(self._added)
            self._added = None
        self._hint.setVisible(detail.editable)
        self._enable()

    def _make_buttons(self) -> None:
        self.change_button = Button(self.tr("Move or change…"), icon="calendar-days")
        self.merge_button = Button(self.tr("Merge with…"), icon="fold-horizontal")
        self.delete_button = Button(self.tr("Delete session"), icon="trash-2")
        self.add_button = Button(self.tr("Add set"), icon="plus")
        self.exercise_button = Button(self.tr("Add exercise…"), icon="list-plus")
        self.delete_set_button = Button(self.tr("Delete set"), icon="trash-2")
        self.delete_side_button = Button(self.tr("Delete side"), icon="minus")
        self.change_button.clicked.connect(self.change_requested)
        self.merge_button.clicked.connect(self.merge_requested)
        self.exercise_button.clicked.connect(self.exercise_requested)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.delete_set_button.clicked.connect(self._on_delete_set_clicked)
        self.delete_side_button.clicked.connect(self._on_delete_side_clicked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for words in (self.title, self.facts, self.note):
            column.addWidget(words)
        column.addWidget(Flow([self.change_button, self.merge_button, self.delete_button]))
        column.addWidget(self.table)
        column.addWidget(
            Flow([self.add_button, self.exercise_button, self.delete_set_button, self.delete_side_button])
        )
        column.addWidget(self._hint)

    def _facts(self, detail: SessionDetail) -> str:
        entry, sets = detail.entry, len({row.set_id for row in detail.rows})
        parts = [f"{day_text(entry.begun.date(), 'ddd d MMM yyyy')}, {entry.begun:%H:%M}"]
        if entry.minutes is not None:
            parts.append(self.tr("{0} min").format(round(entry.minutes)))
        parts.append(self.tr("1 set") if sets == 1 else self.tr("{0} sets").format(sets))
        if entry.session_rpe is not None:
            parts.append(self.tr("effort {0} of 10").format(number_text(entry.session_rpe)))
        if not detail.editable:
            parts.append(self.tr("not over yet: go on with it or finish it on Today"))
        return " · ".join(parts)

    def _enable(self) -> None:
        open_ = self.detail is not None and self.detail.editable
        rows = self.chosen_set
        for button in (self.change_button, self.merge_button, self.delete_button, self.exercise_button):
            button.setEnabled(open_)
        self.add_button.setEnabled(open_ and bool(rows))
        self.delete_set_button.setEnabled(open_ and bool(rows))
        self.delete_side_button.setVisible(any(row.side is not Side.BOTH for row in self.model.rows))
        self.delete_side_button.setEnabled(open_ and len(rows) > 1)

    def _on_table_chosen(self) -> None:
        self._enable()

    def _on_table_delete_pressed(self, one_side: bool) -> None:
        button = self.delete_side_button if one_side else self.delete_set_button
        if button.isEnabled():
            button.click()

    def _on_acts_set_added(self, new: SetLog) -> None:
        self._added = new

    def _on_add_clicked(self) -> None:
        if self.table.current is not None:
            self._acts.add_again(self.table.current)

    def _on_delete_set_clicked(self) -> None:
        if self.chosen_set:
            self._acts.delete_rows(self.chosen_set)

    def _on_delete_side_clicked(self) -> None:
        if self.table.current is not None:
            self._acts.delete_rows((self.table.current,))

    def _on_delete_clicked(self) -> None:
        if self.detail is not None:
            self._acts.delete_session(self.detail.session.id)
