"""What helps: the routine, what to hold back and until when, when to look again, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.domain.claim import Claim
from trainer.domain.plan import Statement
from trainer.domain.rule import Reason
from trainer.services.hurting import Hurting, Outcome
from trainer.services.library import Library
from trainer.ui.days import day_text
from trainer.ui.hurts.grounds import Grounded, said
from trainer.ui.hurts.routine_rows import RoutineRow
from trainer.ui.hurts.words import UNSIGNED, place_label, reason_text
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.theme import Theme
from trainer.ui.widgets.claim_row import ClaimRow, Sources
from trainer.ui.widgets.scrolled import BAR_PX
from trainer.ui.widgets.text import Words


class RoutinePage(QWidget):
    """Of tightness it says what may be said, and no more."""

    exercise_requested = Signal(str)

    def __init__(
        self,
        outcome: Outcome,
        hurting: Hurting,
        library: Library,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._outcome, self._hurting, self._library = outcome, hurting, library
        self._thumbnails = Thumbnails(theme.figure)
        self.rows: list[RoutineRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, BAR_PX, 0)
        self._column.setSpacing(12)
        hurt = outcome.hurt
        self._column.addWidget(Words(place_label(hurt.place_id, hurt.side), "title", wrap=True))
        if outcome.look_again_on is None:
            self._add_claims("tightness")
        else:
            self._add_help()
        self._add_claims("limits", UNSIGNED)
        self._column.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Paints the figures in the theme's colours."""
        self._thumbnails.set_colours(theme.figure)
        for row in self.rows:
            row.refresh()

    def _add_help(self) -> None:
        outcome = self._outcome
        why, *more = outcome.reasons
        self._add_said(self._told(why))
        self._add_statements(self.tr("First"), outcome.first)
        if more:
            self._add_title(self.tr("Exercises"))
            self._add_routine()
            self._add_said(*map(self._told, more), size="small")
        self._add_holding_back()
        self._add_statements(self.tr("What studies say"), outcome.notes)
        sources = self._hurting.references(outcome.references)
        if sources:
            self._add_title(self.tr("Sources for this place"))
            self._column.addWidget(Sources(sources, self.tr("The exercises chosen for this place")))

    def _add_routine(self) -> None:
        routine = self._outcome.routine
        if routine is None:
            self._column.addWidget(Words(self.tr("None of them can be done now."), wrap=True))
            return
        how = {one.exercise: one for one in self._outcome.how}
        for item in routine.items:
            exercise = self._library.exercise(item.exercise_id)
            row = RoutineRow(item, exercise, how.get(exercise.id), self._hurting, self._thumbnails)
            row.opened.connect(self.exercise_requested)
            self.rows.append(row)
            self._column.addWidget(row)

    def _add_holding_back(self) -> None:
        outcome = self._outcome
        if outcome.waiting:
            self._add_statements(self.tr("Hold back"), outcome.hold_back)
            names = ", ".join(exercise.name for exercise in outcome.waiting)
            self._column.addWidget(Words(self.tr("These wait: {0}.").format(names), wrap=True))
        if outcome.look_again_on is not None:
            self._add_title(self.tr("Look again"))
            rule = self._hurting.rule("hurts-look-again")
            day = day_text(outcome.look_again_on, "dddd, d MMMM")
            self._add_said((rule.text.format(day=day), rule))

    def _told(self, reason: Reason) -> tuple[str, Grounded]:
        rule = self._hurting.rule(reason.rule)
        return reason_text(rule, reason), rule

    def _add_statements(self, title: str, statements: Sequence[Statement]) -> None:
        if statements:
            self._add_title(title)
            self._add_said(*((one.text, one) for one in statements))

    def _add_said(self, *told: tuple[str, Grounded], size: str = "body") -> None:
        for widget in said(self._hurting, told, size=size):
            self._column.addWidget(widget)

    def _add_claims(self, place: str, key: str = "") -> None:
        claims: list[Claim] = self._library.claims_for(place)
        for claim in claims:
            if not key or claim.key == key:
                self._column.addWidget(ClaimRow(claim, self._library.references(claim)))

    def _add_title(self, title: str) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(Words(title, "heading", wrap=True))
