"""What hurts: where, how, the questions, and what follows, a step at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from trainer.domain.complaint import Complaint
from trainer.domain.exercise import Side
from trainer.domain.hurt import Hurt
from trainer.errors import TrainerError
from trainer.services.hurting import Hurting, Outcome
from trainer.services.library import Library
from trainer.ui.hurts.clinician_page import ClinicianPage
from trainer.ui.hurts.how_step import HowStep
from trainer.ui.hurts.open_complaints import OpenComplaints
from trainer.ui.hurts.questions_step import QuestionsStep
from trainer.ui.hurts.routine_page import RoutinePage
from trainer.ui.hurts.where_step import WhereStep
from trainer.ui.hurts.words import place_label
from trainer.ui.theme import Theme, text_scale
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.scrolled import BAR_PX, scrolled
from trainer.ui.widgets.text import Words

SIZE = QSize(760, 640)
MARGIN_PX = 24
WHERE, HOW, QUESTIONS, OUTCOME = range(4)


class HurtsDialog(QDialog):
    """What was told is kept as soon as it has an outcome; `done_with` then says so, as a step to take back.

    `start_requested` carries the routine, `exercise_requested` an exercise whose page is asked for. Both
    close the dialog.
    """

    start_requested = Signal(object)
    exercise_requested = Signal(str)
    done_with = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        hurting: Hurting,
        library: Library,
        theme: Theme,
        place_id: str = "",
        side: Side | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hurting, self._library, self._theme = hurting, library, theme
        self.outcome: Outcome | None = None
        self.setWindowTitle(self.tr("What hurts?"))
        self.heading = Words("", "heading", wrap=True)
        self.where, self.how = WhereStep(theme), HowStep()
        self.questions: QuestionsStep | None = None
        self.page: ClinicianPage | RoutinePage | None = None
        self.open_complaints = OpenComplaints()
        self._steps = QStackedWidget()
        self._areas: dict[int, QScrollArea] = {}
        self._lay_out()
        self._connect()
        self.show_open()
        if place_id:
            self.where.show_place(place_id, side)
        self._go_to(WHERE)
        wanted = SIZE * text_scale()
        self.resize(wanted if parent is None else wanted.boundedTo(parent.window().size()))

    @property
    def step(self) -> int:
        """Which of the steps is shown."""
        return self._steps.currentIndex()

    def show_open(self) -> None:
        """Reads again what is still open."""
        complaints = self._hurting.open()
        looked = [(one, self._hurting.look_again_on(one)) for one in complaints]
        self.open_complaints.show_complaints(looked, self._hurting.today())

    def set_theme(self, theme: Theme) -> None:
        """Paints body and figures in the theme's colours."""
        self._theme = theme
        self.where.set_theme(theme)
        if isinstance(self.page, RoutinePage):
            self.page.set_theme(theme)

    def _lay_out(self) -> None:
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, BAR_PX, 0)
        column.setSpacing(16)
        column.addWidget(self.open_complaints)
        column.addWidget(self.where, 1)
        for index, step in ((WHERE, first), (HOW, self.how), (QUESTIONS, QWidget()), (OUTCOME, QWidget())):
            self._areas[index] = area = scrolled(step)
            self._steps.addWidget(area)
        self.back_button = Button(self.tr("Back"), icon="arrow-left")
        self.close_button = Button(self.tr("Cancel"))
        self.next_button = Button(self.tr("Next"), "primary")
        self.start_button = Button(self.tr("Start"), "primary", icon="play")
        chips = [one for step in (self.where, self.how) for one in step.findChildren(Button)]
        for button in (self.back_button, self.close_button, *chips):
            button.setAutoDefault(False)  # Enter goes on from any of them
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        for button in (self.close_button, self.next_button, self.start_button):
            foot.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        outer.setSpacing(16)
        outer.addWidget(self.heading)
        outer.addWidget(self._steps, 1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.where.changed.connect(self._enable)
        self.how.changed.connect(self._enable)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        self.start_button.clicked.connect(self._on_start_clicked)
        self.close_button.clicked.connect(self.reject)
        self.open_complaints.again.connect(self._on_again)
        self.open_complaints.fine.connect(self._on_fine)

    def _go_to(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.heading.setText(self._heading(step))
        self.heading.setVisible(step != OUTCOME)
        over = step == OUTCOME
        self.back_button.setVisible(step != WHERE)
        self.back_button.setText(self.tr("Change the answers") if over else self.tr("Back"))
        self.next_button.setVisible(not over)
        self.close_button.setText(self.tr("Close") if over else self.tr("Cancel"))
        startable = over and self.outcome is not None and self.outcome.routine is not None
        self.start_button.setVisible(startable)
        (self.start_button if startable else self.close_button if over else self.next_button).setDefault(True)
        self._areas[step].verticalScrollBar().setValue(0)
        self._enable()
        self._focus(step)

    def _focus(self, step: int) -> None:
        targets: dict[int, QWidget | None] = {
            WHERE: self.next_button if self.where.complete else self.where.map,
            HOW: self.how.feelings.button("pain"),
            QUESTIONS: next(iter(self.questions.rows.values())) if self.questions else None,
            OUTCOME: self.close_button if self.start_button.isHidden() else self.start_button,
        }
        target = targets[step]
        if target is not None:
            target.setFocus()

    def _heading(self, step: int) -> str:
        if step == WHERE:
            return self.tr("Where is it?")
        place = place_label(self.where.place_id, self.where.side or Side.BOTH)
        return self.tr("First: does any of this apply?") if step == QUESTIONS else place

    def _enable(self) -> None:
        complete = {
            WHERE: self.where.complete,
            HOW: self.how.complete,
            QUESTIONS: self.questions is not None and self.questions.complete,
        }
        self.next_button.setEnabled(complete.get(self.step, False))

    def _on_back_clicked(self) -> None:
        self._go_to(max(WHERE, self.step - 1))

    def _on_next_clicked(self) -> None:
        if self.step == WHERE:
            self._go_to(HOW)
        elif self.step == HOW:
            self._ask()
        else:
            self._answer()

    def _ask(self) -> None:
        feeling = self.how.feeling
        if feeling is None:
            return
        flags = self._hurting.questions(self.where.place_id, feeling)
        self.questions = QuestionsStep(place_label(self.where.place_id), flags)
        self.questions.changed.connect(self._enable)
        self._areas[QUESTIONS].setWidget(self.questions)
        self._go_to(QUESTIONS)

    def _answer(self) -> None:
        feeling, level, questions = self.how.feeling, self.how.level, self.questions
        if feeling is None or level is None or questions is None:
            return
        hurt = Hurt(
            self.where.place_id,
            feeling,
            level,
            self.where.side or Side.BOTH,
            self.how.since_d,
            questions.ticked,
        )
        self.outcome = outcome = self._hurting.outcome(hurt)
        self._record(outcome)
        if outcome.page is not None:
            self.page = ClinicianPage(outcome, self._hurting, self._library)
        else:
            self.page = RoutinePage(outcome, self._hurting, self._library, self._theme)
            self.page.exercise_requested.connect(self._on_exercise_requested)
        self._areas[OUTCOME].setWidget(self.page)
        self._go_to(OUTCOME)

    def _record(self, outcome: Outcome) -> None:
        place = place_label(outcome.hurt.place_id, outcome.hurt.side)
        try:
            self._hurting.record(outcome, self.tr("Note {0}").format(place))
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.done_with.emit(self.tr("Noted: {0}.").format(place))

    def _on_start_clicked(self) -> None:
        if self.outcome is not None and self.outcome.routine is not None:
            self.accept()
            self.start_requested.emit(self.outcome.routine)

    def _on_exercise_requested(self, exercise_id: str) -> None:
        self.accept()
        self.exercise_requested.emit(exercise_id)

    def _on_again(self, complaint: Complaint) -> None:
        self.where.show_place(complaint.area, complaint.side)
        self._go_to(HOW)

    def _on_fine(self, complaint: Complaint) -> None:
        place = place_label(complaint.area, complaint.side)
        try:
            self._hurting.end(complaint.id, self.tr("{0} is fine").format(place))
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.show_open()
        self.done_with.emit(self.tr("{0} is fine again.").format(place))
