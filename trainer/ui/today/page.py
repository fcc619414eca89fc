"""Today: the next workout, what was cut off, and the week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from trainer.domain.change import Change, Changed
from trainer.domain.session import local_date
from trainer.domain.workout import Workout
from trainer.errors import SettingsError, TrainerError
from trainer.services.training import Recovery
from trainer.settings import CAUTIONS_SEEN, REDUCED_MOTION, WITHOUT_ANCHOR, WORKOUT, Setting, Settings
from trainer.ui.desk import Desk
from trainer.ui.theme import Theme, text_scale
from trainer.ui.today.cards import CautionsCard, RecoveryCard, WeekCard
from trainer.ui.today.intake_gate import IntakeGate
from trainer.ui.today.versions import level_of, seed_id, version_id
from trainer.ui.today.week_strip import week_start
from trainer.ui.today.workout_card import WorkoutCard
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.page import Page, set_stacked
from trainer.ui.widgets.text import Words

if TYPE_CHECKING:
    from trainer.ui.today.own_workouts import OwnWorkoutsCard

T = TypeVar("T")

SIDE_PX = 320
NARROW_PX = 960
NARROWER_PX = 600
OTHER_PX = 340
FIGURE_PX = (210, 320)
QWIDGETSIZE_MAX = 16777215


class TodayPage(Page):
    """Offers the next workout; asks the window to start it, to resume one, or to show an exercise.

    `told` carries a sentence for the foot of the window.
    """

    start_requested = Signal(object)
    resume_requested = Signal(object)
    exercise_requested = Signal(str)
    listen_requested = Signal(object)
    safety_requested = Signal()
    told = Signal(str)
    done = Signal(str)
    """A sentence of something that Undo takes back."""

    def __init__(self, desk: Desk, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.title.setText(self.tr("Today"))
        self.setAccessibleName(self.tr("Today"))
        self._desk, self._settings = desk, settings
        self._recovery: Recovery | None = None
        self._left: set[str] = set()
        self.recovery_card: RecoveryCard | None = None
        self.own_card: OwnWorkoutsCard | None = None
        self._date = Words(tone="muted")
        self.head.addWidget(self._date)
        self.workout_card = WorkoutCard(desk.library, theme, moving=not settings.get(REDUCED_MOTION))
        self.cautions_card = CautionsCard(desk.library.claims_for("first-run"))
        self.cautions_card.setVisible(not settings.get(CAUTIONS_SEEN))
        self.week_card = WeekCard()
        self._lay_out()
        self._connect()
        self.workout = self._chosen()
        self._show_workout()
        self.refresh()

    def refresh(self) -> None:
        """Reads the week, what was cut off, and the workouts of one's own again."""
        today = self._today()
        self._date.setText(QLocale().toString(QDate(today.year, today.month, today.day), "dddd d MMMM"))
        zone = ZoneInfo(self._desk.clock.time_zone())
        since = datetime.combine(week_start(today), time(), zone)
        done = [s.local_date for s in self._desk.store.sessions(since=since) if s.ended_at is not None]
        self.week_card.show_week(today, done)
        self._show_recovery(self._desk.training.recoverable())
        self._show_own_workouts()

    def on_shown(self) -> None:
        """Looks again at the day, and gives Resume the keyboard, or else Start."""
        self.refresh()
        self._first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def on_session_left(self, session_id: str) -> None:
        """Remembers that this session was left on purpose and is no accident."""
        self._left.add(session_id)

    def on_change(self, change: Change) -> None:
        """Follows what was written."""
        if not self.isVisible():
            return
        if not change.kinds.isdisjoint({Changed.SESSIONS, Changed.SETS}):
            self.refresh()
        elif not change.kinds.isdisjoint({Changed.WORKOUTS, Changed.EXERCISES}):
            self._show_own_workouts()

    def set_theme(self, theme: Theme) -> None:
        self.workout_card.set_theme(theme)

    def start(self) -> None:
        """Starts the workout shown; before heavy work the questions come first."""
        self._gate.let_through(self.workout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._first_button().click()
            return
        super().keyPressEvent(event)

    def _first_button(self) -> Button:
        card = self.recovery_card
        return self.workout_card.start_button if card is None else card.first_button

    def _lay_out(self) -> None:
        self._recovery_place = QVBoxLayout()
        self.body.addLayout(self._recovery_place)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._main = QVBoxLayout()
        self._main.setSpacing(16)
        self._main.addWidget(self.workout_card)
        self._main.addStretch(1)
        self._columns.addLayout(self._main, 1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        side.addWidget(self.cautions_card)
        side.addWidget(self.week_card)
        side.addStretch(1)
        self._columns.addWidget(self._side)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Two columns where there is room, and a figure that leaves Start in sight."""
        scale = text_scale()
        narrow = self.width() < NARROW_PX * scale
        set_stacked(self._columns, narrow)
        self.workout_card.set_narrow(self._narrower())
        if self.own_card is not None:
            self.own_card.set_narrow(self._narrower())
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(QWIDGETSIZE_MAX)
        else:
            self._side.setFixedWidth(round(SIDE_PX * scale))
        room_px = self.height() - round(OTHER_PX * scale)
        if self.recovery_card is not None:
            room_px -= self.recovery_card.sizeHint().height() + 16
        self.workout_card.set_figure_height(max(FIGURE_PX[0], min(FIGURE_PX[1], room_px)))

    def _narrower(self) -> bool:
        return self.width() < NARROWER_PX * text_scale()

    def _connect(self) -> None:
        self._gate = IntakeGate(self._settings, self._desk.library, self)
        self._gate.passed.connect(self.start_requested)
        self._gate.told.connect(self.told)
        card = self.workout_card
        card.start_requested.connect(self.start)
        card.sound_requested.connect(self._on_sound_requested)
        card.version_chosen.connect(self._on_version_chosen)
        card.without_anchor_chosen.connect(self._on_without_anchor_chosen)
        card.exercise_requested.connect(self.exercise_requested)
        self.cautions_card.skipped.connect(self._on_cautions_skipped)
        self.cautions_card.safety_requested.connect(self.safety_requested)

    def _today(self) -> date:
        clock = self._desk.clock
        return local_date(clock.utc_now(), clock.time_zone())

    def _chosen(self) -> Workout:
        """The version chosen last, the easy one at first."""
        workouts = self._desk.library.workouts()
        wanted = version_id(
            level_of(self._settings.get(WORKOUT)),
            without_anchor=self._settings.get(WITHOUT_ANCHOR),
            workouts=workouts,
        )
        return next((one for one in workouts if one.id == wanted), workouts[0])

    def _show_workout(self) -> None:
        self.workout = self._chosen()
        self.workout_card.show_workout(
            self.workout, self._desk.library.workouts(), without_anchor=self._settings.get(WITHOUT_ANCHOR)
        )

    def _show_own_workouts(self) -> None:
        if self.own_card is None and self._desk.own.workouts():
            # Start-up: only for who has some.
            from trainer.ui.today.own_workouts import OwnWorkoutsCard

            self.own_card = OwnWorkoutsCard(self._desk.own)
            self.own_card.start_requested.connect(self._gate.let_through)
            self.own_card.sound_requested.connect(self._show_sound)
            self.own_card.told.connect(self.told)
            self.own_card.done.connect(self.done)
            self.own_card.set_narrow(self._narrower())
            self._main.insertWidget(1, self.own_card)
        if self.own_card is not None:
            self.own_card.refresh()

    def _show_recovery(self, recovery: Recovery | None) -> None:
        had_keyboard = self.recovery_card is not None and self.recovery_card.isAncestorOf(self.focusWidget())
        self._replace_recovery_card(recovery)
        if had_keyboard:
            self._first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace_recovery_card(self, recovery: Recovery | None) -> None:
        if self.recovery_card is not None:
            self._recovery_place.removeWidget(self.recovery_card)
            self.recovery_card.deleteLater()
            self.recovery_card = None
        self._recovery = recovery
        if recovery is None:
            return
        self.recovery_card = RecoveryCard(recovery, left=recovery.session.id in self._left)
        self.recovery_card.resume_requested.connect(self._on_resume_requested)
        self.recovery_card.finish_requested.connect(self._on_finish_requested)
        self.recovery_card.discard_requested.connect(self._on_discard_requested)
        self._recovery_place.addWidget(self.recovery_card)
        self._fit()

    def _keep(self, setting: Setting[T], value: T) -> None:
        try:
            self._settings.set(setting, value)
        except SettingsError as error:
            self.told.emit(str(error))

    def _on_sound_requested(self) -> None:
        self._show_sound(self.workout)

    def _show_sound(self, workout: Workout) -> None:
        from trainer.ui.settings.sound_dialog import SoundDialog  # start-up: asked for later, if at all

        dialog = SoundDialog(self._settings, workout, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.told.connect(self.told)
        dialog.listen_requested.connect(self.listen_requested)
        dialog.open()

    def _on_version_chosen(self, level: str) -> None:
        self._keep(WORKOUT, seed_id(level))
        self._show_workout()

    def _on_without_anchor_chosen(self, without: bool) -> None:
        self._keep(WITHOUT_ANCHOR, without)
        self._show_workout()

    def _on_cautions_skipped(self) -> None:
        self._keep(CAUTIONS_SEEN, True)
        self.cautions_card.hide()

    def _on_resume_requested(self) -> None:
        if self._recovery is not None:
            self.resume_requested.emit(self._recovery)

    def _on_finish_requested(self) -> None:
        if self._recovery is not None:
            self._end(
                partial(self._desk.training.finish, self._recovery), self.tr("Session finished as it stood.")
            )

    def _on_discard_requested(self) -> None:
        if self._recovery is not None:
            discard = partial(self._desk.training.discard, self._recovery, self.tr("Discard session"))
            self._end(discard, self.tr("Session discarded. Ctrl+Z brings it back."))

    def _end(self, act: Callable[[], object], done: str) -> None:
        """Ends the session that was cut off one way or another; a failure is told and changes nothing."""
        try:
            act()
        except TrainerError as error:
            self.told.emit(str(error))
            return
        self.told.emit(done)
        self.refresh()
