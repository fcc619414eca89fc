"""One plan: whose it is, its weeks, and what is known of it, before one starts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.domain.plan import Footing, Plan, Statement
from trainer.services.library import Library
from trainer.ui.plans.statement_row import StatementRow
from trainer.ui.plans.week_table import WeekTable
from trainer.ui.plans.words import footing_note, footing_text, sessions_text, weeks_text
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.icon_label import IconLabel
from trainer.ui.widgets.page import card
from trainer.ui.widgets.text import Words, pill


class PlanDetail(QWidget):
    """Everything about one plan; those that are information only have no Start.

    The signals carry the plan; `plan_requested` the id of the one that follows, `exercise_requested` of one.
    """

    back_requested = Signal()
    start_requested = Signal(object)
    copy_requested = Signal(object)
    edit_requested = Signal(object)
    rename_requested = Signal(object)
    delete_requested = Signal(object)
    plan_requested = Signal(str)
    exercise_requested = Signal(str)

    def __init__(
        self, plan: Plan, library: Library, afterwards: Plan | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.plan, self._library, self._afterwards = plan, library, afterwards
        self.back_button = Button(self.tr("All plans"), "quiet", icon="arrow-left")
        self.back_button.clicked.connect(self.back_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._head())
        if plan.cautions:
            column.addWidget(self._cautions())
        column.addWidget(self._weeks())
        if any((plan.whose, plan.tried_in, plan.outcome, plan.uncertain, plan.seen)):
            column.addWidget(self._about())
        column.addStretch(1)

    def take_focus(self) -> None:
        """Gives Start the keyboard, or the way back where there is none."""
        first = self.start_button if self.plan.self_start else self.back_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QFrame:
        frame, column = card()
        plan = self.plan
        column.addWidget(Words(plan.name, "heading", wrap=True))
        if plan.source:
            column.addWidget(Words(plan.source, tone="muted", wrap=True))
        chip = pill(footing_text(plan.footing))
        chip.setToolTip(footing_note(plan.footing))
        facts: list[QWidget] = [
            chip,
            pill(weeks_text(len(plan.weeks))),
            pill(sessions_text(plan.session_count)),
        ]
        column.addWidget(Flow(facts))
        column.addWidget(Words(footing_note(plan.footing), "small", tone="muted", wrap=True))
        if not plan.self_start:
            column.addWidget(self._information_only())
        buttons = self._buttons()
        if buttons:
            column.addSpacing(4)
            column.addWidget(Flow(buttons, 12))
        return frame

    def _information_only(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel("info"), 0, Qt.AlignmentFlag.AlignTop)
        self.information_only = Words(
            self.tr("Shown as information only; it cannot be started here."), strong=True, wrap=True
        )
        line.addWidget(self.information_only, 1)
        return row

    def _buttons(self) -> list[QWidget]:
        plan, buttons = self.plan, list[QWidget]()
        self.start_button = Button(self.tr("Start…"), "primary", icon="play")
        self.start_button.setAccessibleName(self.tr("Start {0}").format(plan.name))
        self.start_button.clicked.connect(self._on_start_clicked)
        self.copy_button = Button(self.tr("Make my own copy"), icon="copy")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.edit_button = Button(self.tr("Edit…"), icon="pencil")
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.more_button = Button(self.tr("More about {0}").format(plan.name), "icon", icon="ellipsis")
        self.more_button.clicked.connect(self._on_more_clicked)
        if plan.self_start:
            buttons += [self.start_button, self.copy_button]
        if plan.footing is Footing.OWN:
            buttons += [self.edit_button, self.more_button]
        if self._afterwards is not None:
            follows = self.follows_button = Button(
                self.tr("Afterwards: {0}").format(self._afterwards.name), "quiet"
            )
            follows.clicked.connect(self._on_follows_clicked)
            buttons.append(follows)
        return buttons

    def _cautions(self) -> QFrame:
        frame, column = card("note")
        begins = self.plan.self_start
        column.addWidget(
            Words(self.tr("Before you begin") if begins else self.tr("Please note"), strong=True)
        )
        own_rules = all(one.own_rule and not one.references for one in self.plan.cautions)
        for statement in self.plan.cautions:
            column.addWidget(self._statement(statement, marked=not own_rules))
        if own_rules:
            signed = self.tr("The app's own cautions; no clinician has signed them yet.")
            column.addWidget(Words(signed, "caption", tone="muted", wrap=True))
        return frame

    def _weeks(self) -> QFrame:
        frame, column = card()
        column.addWidget(Words(self.tr("Week by week"), strong=True))
        names = {exercise.id: exercise.name for exercise in self._library.exercises()}
        self.table = WeekTable(names)
        self.table.show_plan(self.plan)
        self.table.exercise_requested.connect(self.exercise_requested)
        column.addWidget(self.table)
        if self._has_rm():
            note = self.tr("12RM is a load that can be lifted 12 times and no more; so for other numbers.")
            column.addWidget(Words(note, "small", tone="muted", wrap=True))
        return frame

    def _has_rm(self) -> bool:
        sessions = (session for week in self.plan.weeks for session in week.sessions)
        exercises = (exercise for session in sessions for exercise in session.exercises)
        return any(planned.load_rm for exercise in exercises for planned in exercise.sets)

    def _about(self) -> QFrame:
        frame, column = card()
        column.setSpacing(16)
        plan = self.plan
        parts = (
            (self.tr("Whose it is"), plan.whose),
            (self.tr("In whom it was tried"), plan.tried_in),
            (self.tr("What came out"), plan.outcome),
            (self.tr("What is uncertain"), plan.uncertain),
            (self.tr("What was seen of its source"), plan.seen),
        )
        for title, statements in parts:
            if statements:
                column.addWidget(self._part(title, statements))
        return frame

    def _part(self, title: str, statements: Sequence[Statement]) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Words(title, strong=True, wrap=True))
        for statement in statements:
            column.addWidget(self._statement(statement))
        return part

    def _statement(self, statement: Statement, *, marked: bool = True) -> StatementRow:
        claim = Claim("", statement.text, statement.references)
        return StatementRow(statement, self._library.references(claim), marked=marked)

    def _on_start_clicked(self) -> None:
        self.start_requested.emit(self.plan)

    def _on_copy_clicked(self) -> None:
        self.copy_requested.emit(self.plan)

    def _on_edit_clicked(self) -> None:
        self.edit_requested.emit(self.plan)

    def _on_rename_chosen(self) -> None:
        self.rename_requested.emit(self.plan)

    def _on_delete_chosen(self) -> None:
        self.delete_requested.emit(self.plan)

    def _on_follows_clicked(self) -> None:
        self.plan_requested.emit(self.plan.afterwards)

    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename…")).triggered.connect(self._on_rename_chosen)
        menu.addAction(self.tr("Delete")).triggered.connect(self._on_delete_chosen)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height() + 2)))
