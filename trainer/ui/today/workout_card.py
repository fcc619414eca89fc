"""The next workout: its figure, its targets and why, what speaks against it, and Start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from trainer.domain.proposal import ItemProposal, Verdict
from trainer.domain.workout import Workout
from trainer.engine.timeline import build_timeline
from trainer.errors import NoSuchEntry
from trainer.services.library import Library
from trainer.services.today import Offer
from trainer.ui.theme import Theme
from trainer.ui.today.item_row import ItemRow, Tell
from trainer.ui.today.verdict_note import PlainPage, VerdictNote
from trainer.ui.today.version_bar import VersionBar
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.late_figure import LateFigure
from trainer.ui.widgets.page import clear, set_stacked
from trainer.ui.widgets.text import Words, rule
from trainer.ui.wording import minutes_text, sets_text

FIGURE_PX = 260


class WorkoutCard(QFrame):
    """Shows one offer; a row that is pressed shows its figure, its arrow opens the exercise.

    `tell` puts a reason into words. `other_requested` asks for the workout beside the plan, or the plan's.
    """

    start_requested = Signal()
    sound_requested = Signal()
    other_requested = Signal()
    exercise_requested = Signal(str)
    choice_requested = Signal(object)

    def __init__(
        self, library: Library, theme: Theme, tell: Tell, *, moving: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._library, self._tell = library, tell
        self.rows: list[ItemRow] = []
        self.when = Words(size="small", tone="accent", strong=True, wrap=True)
        self.name = Words(size="heading", wrap=True)
        self.facts = Words(size="small", tone="muted", wrap=True)
        self.note = Words(size="small", tone="muted", wrap=True)
        self.verdict = VerdictNote()
        self.version_bar = VersionBar()
        self.versions, self.no_anchor = self.version_bar.versions, self.version_bar.no_anchor
        self.start_button = Button(self.tr("Start"), "primary", icon="play")
        self.start_button.setDefault(True)
        self.start_button.clicked.connect(self.start_requested)
        self.sound_button = Button(self.tr("Sound of this workout"), "icon", icon="volume-2")
        self.sound_button.clicked.connect(self.sound_requested)
        self.why_button = Button(self.tr("Why these?"), "quiet", icon="chevron-down", checkable=True)
        self.why_button.toggled.connect(self._on_why_toggled)
        self.other_button = Button("", "quiet")
        self.other_button.clicked.connect(self.other_requested)
        self.figure = LateFigure(theme, moving=moving)
        self.figure.setMinimumWidth(FIGURE_PX)
        self._items = QVBoxLayout()
        self._items.setSpacing(0)
        self._lay_out()

    def show_offer(
        self, offer: Offer, unit: str, *, when: str = "", other: str = "", page: PlainPage | None = None
    ) -> None:
        """Shows this offer with its first exercise's figure.

        `when` is its day where that is not today, `other` what the button says that shows another workout,
        `page` what is read where no workout is offered.
        """
        proposal, workout = offer.proposal, offer.workout
        self.when.setText(when)
        self.when.setVisible(bool(when))
        self.name.setText(_name(offer))
        self.facts.setText(_facts(workout) if workout else "")
        self.facts.setVisible(workout is not None)
        self.note.setText(offer.template.note)
        told = [self._tell(reason) for reason in proposal.reasons]
        self.verdict.show_proposal(proposal, told, page, movable=offer.entry is not None)
        other = "" if proposal.verdict is Verdict.CLINICIAN else other
        self.other_button.setText(other)
        self.other_button.setAccessibleName(other)
        self.other_button.setVisible(bool(other))
        self._show_items(proposal.items if proposal.verdict is not Verdict.CLINICIAN else (), unit)
        self._show_ways(startable=workout is not None, later=proposal.verdict is Verdict.LATER)

    def set_narrow(self, narrow: bool) -> None:
        """Puts figure and targets one below the other."""
        for box in (self._top, self._middle):
            set_stacked(box, narrow)

    def set_figure_height(self, height_px: int) -> None:
        """Gives the figure as much room as the page has."""
        self.figure.setFixedHeight(height_px)

    def set_theme(self, theme: Theme) -> None:
        self.figure.set_theme(theme)

    def choice_button(self, item: ItemProposal) -> Button | None:
        """The button that asked for something else than this item."""
        return next((row.choice_button for row in self.rows if row.item is item), None)

    def _show_ways(self, *, startable: bool, later: bool) -> None:
        """Start as it fits: none without a workout, a quieter one where it had better wait."""
        self.start_button.setText(self.tr("Start all the same") if later else self.tr("Start"))
        self.start_button.setAccessibleName(self.start_button.text())
        self.start_button.set_kind("" if later else "primary")
        for part in (self.start_button, self.sound_button, self.why_button, self.figure, self._rule):
            part.setVisible(startable)
        self.note.setVisible(startable and bool(self.note.text()))
        self._foot.setVisible(startable or bool(self.other_button.text()))
        self.why_button.setChecked(False)

    def _lay_out(self) -> None:
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self.when, self.name, self.facts):
            words.addWidget(part)
        top.addLayout(words, 1)
        top.addWidget(self.versions, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._middle = middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        middle.setSpacing(16)
        middle.addWidget(self.figure, 5, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(self._items)
        right.addWidget(self.no_anchor)
        right.addStretch(1)
        middle.addLayout(right, 6)
        self._foot = Flow([self.start_button, self.sound_button, self.why_button, self.other_button])
        self._rule = rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(top)
        column.addWidget(self.verdict)
        column.addLayout(middle, 1)
        column.addWidget(self._rule)
        column.addWidget(self._foot)
        column.addWidget(self.note)

    def _show_items(self, items: Sequence[ItemProposal], unit: str) -> None:
        opened = {row.item.template.exercise_id for row in self.rows if row.why_button.isChecked()}
        clear(self._items)
        self.rows = []
        for item in items:
            row = ItemRow(item, self._tell, unit)
            row.chosen.connect(self._on_row_chosen)
            row.opened.connect(self.exercise_requested)
            row.choice_requested.connect(self.choice_requested)
            self._items.addWidget(row)
            row.show()
            self.rows.append(row)
            row.why_button.setChecked(item.template.exercise_id in opened)
        first = next((item for item in items if item.proposed is not None), None)
        if first is not None:
            self._on_row_chosen(first)

    def _on_row_chosen(self, item: ItemProposal) -> None:
        for row in self.rows:
            row.set_on(row.item is item)
        shown = item.proposed or item.template
        try:
            exercise = self._library.exercise(shown.exercise_id)
        except NoSuchEntry:  # one of one's own that was deleted
            return
        self.figure.show_exercise(exercise, shown.sets[0].tempo)

    def _on_why_toggled(self, wanted: bool) -> None:
        self.why_button.set_icon_name("chevron-up" if wanted else "chevron-down")
        for row in self.rows:
            row.why_button.setChecked(wanted)


def _name(offer: Offer) -> str:
    """The name without its level, which the versions show."""
    if offer.entry is None and offer.template.id.startswith("hamstrings"):
        return offer.template.name.partition(",")[0]
    return offer.template.name


def _facts(workout: Workout) -> str:
    timeline = build_timeline(workout)
    return f"{minutes_text(timeline.duration_s)} · {sets_text(timeline.set_count)}"
