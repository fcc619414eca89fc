"""One exercise: the figure left and large, the words right, ladder and evidence below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trainer.domain.vocabulary import EQUIPMENT, SITUATIONS
from trainer.services.library import Library
from trainer.settings import REDUCED_MOTION, UNITS, Settings
from trainer.ui.library.acts import ExerciseActs
from trainer.ui.library.detail_cards import cautions_card, dose_card, facts, how_card
from trainer.ui.library.evidence import EvidenceCard
from trainer.ui.library.figure_stage import FigureStage
from trainer.ui.library.ladder import LadderView
from trainer.ui.library.record import RecordCard
from trainer.ui.library.rung import Rung
from trainer.ui.library.star_button import StarButton
from trainer.ui.library.thumbnails import Thumbnails
from trainer.ui.theme import Theme, text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.flow import Flow
from trainer.ui.widgets.page import Page, card, set_stacked
from trainer.ui.widgets.text import Words

NARROW_PX = 720
NARROW_HEAD_PX = 960


class ExerciseDetail(Page):
    """Everything about one exercise; asks to go back, to open another one, or to try it now.

    With `acts`, it can be marked with a star, put into a workout, and made one's own.
    """

    back_requested = Signal()
    exercise_requested = Signal(str)
    try_requested = Signal(str)

    def __init__(
        self,
        library: Library,
        exercise_id: str,
        settings: Settings,
        theme: Theme,
        *,
        acts: ExerciseActs | None = None,
        can_try: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        exercise = library.exercise(exercise_id)
        super().__init__(exercise.name, parent=parent)
        self.exercise_id = exercise_id
        self.exercise = exercise
        self._library, self._acts = library, acts
        self._ladder = library.ladder(exercise_id)
        self._stage = FigureStage(exercise, theme, moving=not settings.get(REDUCED_MOTION))
        self._thumbnails = Thumbnails(theme.figure)
        self.record = RecordCard(settings.get(UNITS))
        self.title.setWordWrap(True)
        self._fill_head(can_try=can_try)
        self._fill()

    def take_focus(self) -> None:
        """Puts the keyboard on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        self._stage.set_theme(theme)
        self._thumbnails.set_colours(theme.figure)
        for rung in self.findChildren(Rung):
            rung.update()

    def show_star(self) -> None:
        """Reads again whether it is a favourite."""
        self.star.set_starred(self.exercise_id in self._library.favourites())

    def show_workouts(self) -> None:
        """Opens the menu of workouts to put it into."""
        if self._acts is not None:
            self._open(self._acts.workouts_menu(self.exercise_id, self), self.add_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Back):
            self.back_requested.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = text_scale()
        set_stacked(self._columns, self.width() < NARROW_PX * scale)
        narrow = self.width() < NARROW_HEAD_PX * scale
        self.set_head_below(narrow)
        self._back.setText("" if narrow else self._back.accessibleName())

    def _fill_head(self, *, can_try: bool) -> None:
        self._back = Button(self.tr("All exercises"), "quiet", icon="arrow-left")
        self._back.setToolTip(self._back.text())
        self._back.clicked.connect(self.back_requested)
        self.star = StarButton()
        self.star.clicked.connect(self._on_star_clicked)
        self.add_button = Button(self.tr("Add to workout"), icon="list-plus")
        self.add_button.clicked.connect(self.show_workouts)
        self.edit_button = Button(self.tr("Edit"), "icon", icon="pencil")
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.more_button = Button(self.tr("More"), "icon", icon="ellipsis")
        self.more_button.clicked.connect(self._on_more_clicked)
        self._try = Button(self.tr("Try it now"), "primary", icon="play")
        self._try.clicked.connect(self._on_try_clicked)
        icons = (self.star, self.edit_button, self.more_button)
        for button in (self._back, *icons, self.add_button, self._try):
            self.head.addWidget(button)
        self.head.addStretch(0)
        for button in (*icons, self.add_button):
            button.setVisible(self._acts is not None)
        self.edit_button.setVisible(self._acts is not None and self.exercise.own)
        self._try.setVisible(can_try)
        self.show_star()

    def _fill(self) -> None:
        exercise = self.exercise
        self.body.addWidget(Flow(facts(exercise)))
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(16)
        left = [self._stage] if self._stage.has_figure else []
        columns.addLayout(_column([*left, dose_card(exercise)]), 11)
        cautions = cautions_card(exercise) if exercise.cautions else None
        columns.addLayout(_column([how_card(exercise), cautions, self.record]), 10)
        self.body.addLayout(columns)
        if len(self._ladder.ranks) > 1 or self._ladder.harder_note:
            self.body.addWidget(self._ladder_card())
        if self._ladder.instead:
            self.body.addWidget(self._substitutes_card())
        library = self._library
        told = [(claim, library.references(claim)) for claim in library.claims(exercise)]
        self.body.addWidget(EvidenceCard(exercise, told, library.references(exercise)))
        self.body.addStretch(1)

    def _ladder_card(self) -> QFrame:
        frame, column = card()
        column.addWidget(Words(self.tr("The ladder"), "heading"))
        ladder = LadderView(self._ladder, self._thumbnails)
        ladder.exercise_requested.connect(self.exercise_requested)
        column.addWidget(ladder)
        return frame

    def _substitutes_card(self) -> QFrame:
        frame, column = card()
        column.addWidget(Words(self.tr("What to do instead"), "heading"))
        for without, other in self._ladder.instead:
            reason = SITUATIONS.get(without)
            if reason is None:
                missing = EQUIPMENT.get(without, without)
                reason = self.tr("Without: {0}").format(missing[:1].lower() + missing[1:])
            row = QHBoxLayout()
            row.addWidget(Words(reason, "small", tone="muted", wrap=True), 1)
            button = Button(other.name, "quiet", icon="chevron-right")
            button.setProperty("exercise", other.id)
            button.clicked.connect(self._on_substitute_clicked)
            row.addWidget(button)
            column.addLayout(row)
        return frame

    def _open(self, menu: QMenu, below: QWidget) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))

    def _on_try_clicked(self) -> None:
        self.try_requested.emit(self.exercise_id)

    def _on_star_clicked(self) -> None:
        if self._acts is not None:
            self._acts.toggle_star(self.exercise_id)

    def _on_edit_clicked(self) -> None:
        if self._acts is not None:
            self._acts.edit(self.exercise_id)

    def _on_more_clicked(self) -> None:
        if self._acts is not None:
            self._open(self._acts.own_menu(self.exercise_id, self), self.more_button)

    def _on_substitute_clicked(self) -> None:
        self.exercise_requested.emit(str(self.sender().property("exercise")))


def _column(parts: list[QFrame | FigureStage | None]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(16)
    for part in parts:
        if part is not None:
            column.addWidget(part)
    column.addStretch(1)
    return column
