"""Today: the next workout and why, how it is this morning, what was cut off, and the week."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.domain.change import Change, Changed
from trainer.domain.complaint import Complaint
from trainer.domain.workout import Workout
from trainer.errors import SettingsError
from trainer.services.today import Today
from trainer.settings import CAUTIONS_SEEN, REDUCED_MOTION, Settings
from trainer.ui.days import day_text
from trainer.ui.desk import Desk
from trainer.ui.hurts.open_complaints import OpenComplaints
from trainer.ui.theme import Theme, text_scale
from trainer.ui.today.cards import CautionsCard, RecoveryCard, WeekCard
from trainer.ui.today.checkin_card import CheckInCard
from trainer.ui.today.checking_in import CheckingIn
from trainer.ui.today.following import Following
from trainer.ui.today.intake_gate import IntakeGate
from trainer.ui.today.next_workout import NextWorkout
from trainer.ui.today.recovering import Recovering
from trainer.ui.today.rescheduling import Rescheduling
from trainer.ui.today.week_strip import week_start
from trainer.ui.today.workout_card import WorkoutCard
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.page import Page, set_stacked
from trainer.ui.widgets.text import Words

if TYPE_CHECKING:
    from trainer.ui.today.own_workouts import OwnWorkoutsCard

SIDE_PX = 320
NARROW_PX = 960
NARROWER_PX = 600
OTHER_PX = 340
FIGURE_PX = (210, 320)
QWIDGETSIZE_MAX = 16777215
ALL = frozenset(
    {
        Changed.SESSIONS,
        Changed.SETS,
        Changed.CHECKINS,
        Changed.CALENDAR,
        Changed.PLANS,
        Changed.RUNS,
        Changed.COMPLAINTS,
        Changed.OVERRULINGS,
        Changed.WORKOUTS,
        Changed.EXERCISES,
    }
)
"""What changes any of it."""


class TodayPage(Page):
    """Offers the next workout; asks the window to start it, to resume one, or to show an exercise.

    `told` carries a sentence for the foot of the window.
    """

    start_requested = Signal(object, object)
    """A workout that may begin, and the occasion it is done for."""
    resume_requested = Signal(object)
    exercise_requested = Signal(str)
    listen_requested = Signal(object)
    safety_requested = Signal()
    hurts_requested = Signal(str)
    """*What hurts?*, of a place or of none yet."""
    fine_requested = Signal(object)
    """A complaint that is over."""
    plan_requested = Signal(str)
    """The id of a plan to look at."""
    undo_requested = Signal()
    edit_requested = Signal(str)
    """The id of a workout of one's own to change in the builder."""
    copy_requested = Signal(str)
    told = Signal(str)
    done = Signal(str)
    """A sentence of something that Undo takes back."""

    def __init__(self, desk: Desk, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title.setText(self.tr("Today"))
        self.setAccessibleName(self.tr("Today"))
        self._desk, self._settings = desk, settings
        self._today = Today(desk.store, desk.clock, desk.coach, desk.planning, day_text)
        self._day: date | None = None
        self._stopped = False
        tell = partial(desk.coach.told, say_day=day_text)
        self.own_card: OwnWorkoutsCard | None = None
        self._date = Words(tone="muted")
        self.hurts_button = Button(self.tr("What hurts?"), icon="person-standing")
        self.hurts_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.workout_card = WorkoutCard(desk.library, theme, tell, moving=not settings.get(REDUCED_MOTION))
        self.checkin_card = CheckInCard(theme)
        self.cautions_card = CautionsCard(desk.library.claims_for("first-run"))
        self.cautions_card.setVisible(not settings.get(CAUTIONS_SEEN))
        self.complaints = OpenComplaints()
        self.week_card = WeekCard()
        self._lay_out()
        self.next = NextWorkout(desk, self._today, settings, self.workout_card)
        self.checking_in = CheckingIn(desk.coach, self._today, settings, self.checkin_card)
        self.recovering = Recovering(desk.training, self._above, self)
        self.rescheduling = Rescheduling(self._today, tell, self._above, self)
        self.following = Following(self._today, self._above, self)
        self._connect()

    @property
    def workout(self) -> Workout | None:
        """What Start begins."""
        return self.next.workout

    @property
    def recovery_card(self) -> RecoveryCard | None:
        return self.recovering.card

    def refresh(self) -> None:
        """Reads all of it again."""
        self._day = self._today.day()
        self._date.setText(day_text(self._day, "dddd d MMMM"))
        had_keyboard = self.recovery_card is not None and self.recovery_card.isAncestorOf(self.focusWidget())
        self.recovering.refresh()
        self.rescheduling.refresh()
        self.next.refresh()
        self.following.refresh(planned=self.next.planned)
        self.checking_in.refresh()
        self._show_complaints()
        self.week_card.show_week(self._day, self._today.week(week_start(self._day)))
        self._show_own_workouts()
        if had_keyboard:
            self._first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def on_shown(self) -> None:
        """Looks again at the day, and gives Resume the keyboard, or else Start."""
        self.refresh()
        self._first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def on_session_left(self, session_id: str) -> None:
        """Remembers that this session was left on purpose and is no accident."""
        self.recovering.remember_left(session_id)

    def on_change(self, change: Change) -> None:
        """Follows what was written."""
        if not self.isVisible():
            return
        if not change.kinds.isdisjoint(ALL):
            self.refresh()

    def set_theme(self, theme: Theme) -> None:
        self.workout_card.set_theme(theme)
        self.checkin_card.set_theme(theme)

    def start(self) -> None:
        """Starts the workout shown; before heavy work the questions come first."""
        self.next.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._first_button().click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Looks again when the window comes to the front on another day."""
        super().changeEvent(event)
        came = event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow()
        if came and self._day not in (None, self._today.day()):
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _first_button(self) -> Button:
        card = self.recovery_card
        if card is not None and not self._stopped:
            return card.first_button
        start = self.workout_card.start_button
        return self.hurts_button if start.isHidden() else start

    def _lay_out(self) -> None:
        self.head.addWidget(self._date)
        self.head.addSpacing(8)
        self.head.addWidget(self.hurts_button)
        self._above = QVBoxLayout()
        self._above.setSpacing(16)
        self.body.addLayout(self._above)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._main = QVBoxLayout()
        self._main.setSpacing(16)
        self._main.addWidget(self.workout_card)
        self._main.addStretch(1)
        self._columns.addLayout(self._main, 1)
        self._side = QWidget()
        self._side_column = side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        for card in (self.checkin_card, self.complaints, self.cautions_card, self.week_card):
            side.addWidget(card)
        side.addStretch(1)
        self._columns.addWidget(self._side)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)

    def _fit(self) -> None:
        """Two columns where there is room, and a figure that leaves Start in sight."""
        scale = text_scale()
        narrow = self.width() < NARROW_PX * scale
        set_stacked(self._columns, narrow)
        self._place_checkin(narrow=narrow)
        self.checkin_card.set_low(low=narrow and not self._narrower())
        self.set_head_below(self.width() < NARROWER_PX * scale)
        self.workout_card.set_narrow(self._narrower())
        if self.own_card is not None:
            self.own_card.set_narrow(self._narrower())
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(QWIDGETSIZE_MAX)
        else:
            self._side.setFixedWidth(round(SIDE_PX * scale))
        room_px = self.height() - round(OTHER_PX * scale)
        for card in self._cards_above(narrow=narrow):
            room_px -= card.sizeHint().height() + 16
        self.workout_card.set_figure_height(max(FIGURE_PX[0], min(FIGURE_PX[1], room_px)))

    def _cards_above(self, *, narrow: bool) -> list[QWidget]:
        """The cards that stand above the workout."""
        cards: list[QWidget | None] = [self.recovering.card, self.rescheduling.card, self.following.card]
        if narrow and not self.checkin_card.isHidden():
            cards.append(self.checkin_card)
        return [card for card in cards if card is not None]

    def _place_checkin(self, *, narrow: bool) -> None:
        """In one column the morning's question comes before the workout that depends on it."""
        before = self._above if narrow else self._side_column
        if before.indexOf(self.checkin_card) < 0:
            (self._side_column if narrow else self._above).removeWidget(self.checkin_card)
            before.insertWidget(before.count() if narrow else 0, self.checkin_card)

    def _narrower(self) -> bool:
        return self.width() < NARROWER_PX * text_scale()

    def _connect(self) -> None:
        self._gate = IntakeGate(self._settings, self._desk.library, self)
        self._gate.passed.connect(self._on_gate_passed)
        parts = (
            self._gate,
            self.next,
            self.checking_in,
            self.recovering,
            self.rescheduling,
            self.following,
        )
        for part in parts:
            part.told.connect(self.told)
        for acting in (self.next, self.checking_in, self.following):
            acting.done.connect(self.done)
        self.next.start_requested.connect(self._gate.let_through)
        self.recovering.resume_requested.connect(self.resume_requested)
        self.recovering.ended.connect(self.refresh)
        self.recovering.changed.connect(self._fit)
        self.following.plan_requested.connect(self.plan_requested)
        self.rescheduling.undo_requested.connect(self.undo_requested)
        self.hurts_button.clicked.connect(self._on_hurts_clicked)
        self.checkin_card.hurts_requested.connect(self.hurts_requested)
        self.checkin_card.grown.connect(self._on_checkin_grown)
        card = self.workout_card
        card.sound_requested.connect(self._on_sound_requested)
        card.exercise_requested.connect(self.exercise_requested)
        self.complaints.again.connect(self._on_complaints_again)
        self.complaints.fine.connect(self.fine_requested)
        self.cautions_card.skipped.connect(self._on_cautions_skipped)
        self.cautions_card.safety_requested.connect(self.safety_requested)

    def _show_own_workouts(self) -> None:
        if self.own_card is None and self._desk.own.workouts():
            # Start-up: only for who has some.
            from trainer.ui.today.own_workouts import OwnWorkoutsCard

            self.own_card = OwnWorkoutsCard(self._desk.own)
            self.own_card.start_requested.connect(self.next.take)
            self.own_card.sound_requested.connect(self._show_sound)
            self.own_card.edit_requested.connect(self.edit_requested)
            self.own_card.copy_requested.connect(self.copy_requested)
            self.own_card.told.connect(self.told)
            self.own_card.done.connect(self.done)
            self.own_card.set_narrow(self._narrower())
            self._main.insertWidget(1, self.own_card)
        if self.own_card is not None:
            self.own_card.refresh()
            self.own_card.set_startable(not self._stopped)

    def _show_complaints(self) -> None:
        """What is still open; with one that asks for a clinician first nothing else begins or goes on."""
        hurting = self._desk.hurting
        found = hurting.open()
        self.complaints.show_complaints([(one, hurting.look_again_on(one)) for one in found])
        self._stopped = any(one.stops for one in found)
        if self.recovery_card is not None:
            self.recovery_card.set_resumable(not self._stopped)

    def _show_sound(self, workout: Workout) -> None:
        from trainer.ui.settings.sound_dialog import SoundDialog  # start-up: asked for later, if at all

        dialog = SoundDialog(self._settings, workout, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.told.connect(self.told)
        dialog.listen_requested.connect(self.listen_requested)
        dialog.open()

    def _on_gate_passed(self, workout: Workout) -> None:
        self.start_requested.emit(workout, self.next.occasion_of(workout))

    def _on_sound_requested(self) -> None:
        if self.workout is not None:
            self._show_sound(self.workout)

    def _on_hurts_clicked(self) -> None:
        self.hurts_requested.emit("")

    def _on_checkin_grown(self) -> None:
        """Keeps Save in sight, once the longer form is laid out."""
        QTimer.singleShot(0, self._show_save)

    def _show_save(self) -> None:
        form = self.checkin_card.form
        if form is not None and form.isVisible():
            self.keep_in_sight(form.save_button)

    def _on_complaints_again(self, complaint: Complaint) -> None:
        self.hurts_requested.emit(complaint.area)

    def _on_cautions_skipped(self) -> None:
        try:
            self._settings.set(CAUTIONS_SEEN, True)
        except SettingsError as error:
            self.told.emit(str(error))
        self.cautions_card.hide()
