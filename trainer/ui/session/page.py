"""The player's page: keys, buttons and the driver come together here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from trainer.domain.exercise import Exercise, Side
from trainer.domain.session import SetLog
from trainer.engine.events import WorkEnded
from trainer.engine.runner import State, View
from trainer.engine.timeline import Step, StepKind
from trainer.errors import TrainerError
from trainer.services.active_session import has_result
from trainer.services.just_done import JustDone
from trainer.ui.session.controls import Controls
from trainer.ui.session.course import CourseActs
from trainer.ui.session.figure_stand import Lit
from trainer.ui.session.hurting import Hurting
from trainer.ui.session.keys import Act, Wish, wish_of
from trainer.ui.session.log_panel import LogPanel
from trainer.ui.session.stage import Stage
from trainer.ui.session.summary import SummaryPage
from trainer.ui.session.wording import last_words, slept_words, tr
from trainer.ui.session_driver import SessionDriver
from trainer.ui.theme import Theme

CONTROLS_MS = 4000


@dataclass(frozen=True, slots=True)
class PlayerOptions:
    """What the player shows by: units, motion, what was done the last time, which muscles work.

    `easier` is the rung to swap each exercise for, where there is one.
    """

    unit: str = "kg"
    reduced_motion: bool = False
    last: Mapping[tuple[str, Side], SetLog] = field(default_factory=dict)
    lit: Lit = field(default_factory=dict)
    easier: Mapping[str, Exercise] = field(default_factory=dict)


class SessionPage(QWidget):
    """One session on screen, from its first get-ready to its summary."""

    finished = Signal()
    """The session is ended in the log."""
    left = Signal()
    """The athlete left; the session can be resumed."""

    def __init__(
        self, driver: SessionDriver, theme: Theme, options: PlayerOptions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.driver = driver
        driver.setParent(self)
        self._options = options
        self._told = ""
        self.course = CourseActs(driver, options.easier, self)
        self.hurting = Hurting(driver, self.course, self)
        self.just_done = JustDone(driver.active)
        self.stage = Stage(theme, lit=options.lit, reduced_motion=options.reduced_motion)
        self.log = LogPanel(self.just_done, theme, options.unit)
        self.stage.hold_log(self.log)
        self.controls = Controls(self.stage)
        self.controls.hide()
        self.summary = SummaryPage(options.unit)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.stage)
        self._layers.addWidget(self.summary)
        self._controls_timer_ms = QTimer(self, singleShot=True, interval=CONTROLS_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Session"))
        self._follow_mouse()
        self._connect()

    def begin(self, *, all_done: bool = False) -> None:
        """Starts the session; one whose sets are all done goes to its end at once."""
        if all_done:
            self._show_summary()
        else:
            self.driver.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Takes the theme that is now on."""
        self.stage.set_theme(theme)
        self.log.set_theme(theme)

    @property
    def ended(self) -> bool:
        """Whether the summary is shown."""
        return self._layers.currentWidget() is self.summary

    def do(self, wish: Wish) -> None:
        """Does what a key or a button asks for, and answers it to ear and eye.

        Leaving is answered by silence and by the page that goes; a press that the driver takes for a part of
        the one before, by nothing.
        """
        match wish.act:
            case Act.PRESS:
                self.driver.press()
            case Act.DONE:
                self.driver.done()
            case Act.NEXT:
                self.driver.skip()
            case Act.BACK:
                self.driver.back()
            case Act.REST:
                self.driver.change_rest(wish.amount)
            case Act.OWN_PACE:
                self.driver.release_pace()
            case Act.MUTE:
                self.driver.set_muted(not self.driver.muted)
                self._show_controls_state()
                self._show_badge()
                self.driver.acknowledge()
            case Act.SCREEN:
                self._toggle_screen()
                self.driver.acknowledge()
            case Act.LEAVE:
                self._leave()
            case _:
                self._change_or_log(wish)

    def event(self, event: QEvent) -> bool:
        """Keeps the table's keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.ended:
            wanted = wish_of(event) is not None or event.matches(QKeySequence.StandardKey.Undo)
            if wanted:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ended:
            self._summary_key(event)
            return
        if self._answer_log_key(event):
            self._after_asking()
            return
        wish = wish_of(event)
        if wish is not None:
            self.do(wish)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._on_undo()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._show_controls()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.controls.setGeometry(self.stage.places().controls)
        self._show_controls_state()

    def _connect(self) -> None:
        driver, stage = self.driver, self.stage
        driver.stepped.connect(self._on_driver_stepped)
        driver.work_ended.connect(self._on_driver_work_ended)
        driver.released.connect(self._on_driver_released)
        driver.paused.connect(self._on_driver_paused)
        driver.resumed.connect(self._on_driver_resumed)
        driver.finished.connect(self._show_summary)
        driver.ticked.connect(self._on_driver_ticked)
        driver.captioned.connect(stage.strip.set_caption)
        driver.sounded.connect(self._on_driver_sounded)
        driver.acknowledged.connect(stage.pulse)
        driver.save_failed.connect(stage.strip.set_message)
        stage.clicked.connect(self._on_stage_clicked)
        stage.strip.undo_clicked.connect(self._on_undo)
        self.controls.wished.connect(self.do)
        self.controls.turn.clicked.connect(self.driver.acknowledge)
        self.course.changed.connect(self._on_course_changed)
        self.course.told.connect(self._on_course_told)
        self._controls_timer_ms.timeout.connect(self._hide_controls)
        self.log.hurt.connect(self.hurting.follow)
        self.hurting.followed.connect(self._show_step)
        self.hurting.told.connect(stage.strip.set_message)
        self.log.saved.connect(self._on_log_saved)
        self.log.failed.connect(stage.strip.set_message)
        self.log.opened.connect(self._after_asking)
        self.log.closed.connect(self._on_log_closed)
        for tile in (self.controls.turn, *self.log.lasting_tiles):
            tile.clicked.connect(driver.acknowledge)
        self.summary.finish_requested.connect(self._on_summary_finish_requested)

    def _follow_mouse(self) -> None:
        for widget in (self, self.stage, *self.stage.findChildren(QWidget)):
            widget.setMouseTracking(True)

    def _change_or_log(self, wish: Wish) -> None:
        self.driver.acknowledge()  # before the log is written: no ear waits for a disk
        if not self.course.take(wish) and self.log.take(wish):
            self._after_asking()

    def _answer_log_key(self, event: QKeyEvent) -> bool:
        """Whether the log took the key, which is then acknowledged."""
        answers = self.driver.answers
        taken = self.log.asking and self.log.take_key(event)
        if taken and self.driver.answers == answers:
            self.driver.acknowledge()
        return taken

    def _after_asking(self) -> None:
        """Keeps the log in sight while it asks, and takes the keys back afterwards."""
        self.stage.set_asking(self.log.asking and not self.ended)
        if not self.log.asking:
            (self.summary.finish if self.ended else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_driver_stepped(self, step: Step) -> None:
        self._show_step()
        self._show_foot(step)
        if step.kind is StepKind.WORK:
            self.hurting.forget()
            self.stage.strip.set_message("")

    def _show_step(self) -> None:
        self.stage.show_step(self.driver.view(), self.driver.following)
        self._show_controls_state()

    def _show_foot(self, step: Step) -> None:
        """Who ends an open set, and what was done the last time."""
        view = self.driver.view()
        shown = view.next_work if step.kind is StepKind.REST and view.next_work is not None else step
        last = last_words(self._options.last.get((shown.item.exercise_id, shown.side)), self._options.unit)
        parts = (tr("You end the set: Space") if step.open else "", last)
        self.stage.strip.set_last("   ".join(part for part in parts if part))

    def _on_driver_released(self, step: Step) -> None:
        self._show_step()
        self.stage.show_paused(self.driver.state)
        self._show_foot(step)

    def _on_driver_work_ended(self, event: WorkEnded) -> None:
        self.just_done.follow(event.step)
        if not self.log.asking:
            self.log.follow()

    def _on_course_changed(self) -> None:
        """A change forgets the pain before it: the newest is what is undone."""
        self.hurting.forget()
        if not self.ended:
            self._show_step()
            self.stage.show_paused(self.driver.state)
            self._show_foot(self.driver.view().step)
        self.log.refresh()

    def _on_course_told(self, text: str) -> None:
        """Empty takes away what was told before, and nothing else that stands there."""
        if text or self.stage.strip.message == self._told:
            self.stage.strip.set_message(text)
        self._told = text

    def _on_driver_paused(self, slept_s: float) -> None:
        self.stage.show_paused(State.PAUSED)
        if slept_s:
            self.stage.strip.set_message(slept_words(slept_s))
        self._show_controls_state()
        self._show_controls()

    def _on_driver_resumed(self) -> None:
        self.stage.show_paused(State.RUNNING)
        if not self.hurting.stands:
            self.stage.strip.set_message("")
        self._show_controls_state()
        self._hide_controls()

    def _on_driver_ticked(self, view: View) -> None:
        self.stage.show_view(view)
        self._show_badge()

    def _on_driver_sounded(self) -> None:
        self.stage.pulse()

    def _on_stage_clicked(self) -> None:
        if not self.log.asking:
            self.driver.press()

    def _on_undo(self) -> None:
        """Takes back the pain that was logged and what followed from it, or the last change of the course."""
        if self.hurting.undo():
            self.log.refresh()
        else:
            self.course.undo()

    def _show_controls(self) -> None:
        self.controls.setGeometry(self.stage.places().controls)
        self.controls.raise_()
        self.controls.show()
        self._controls_timer_ms.start()

    def _hide_controls(self) -> None:
        """Not while the session stands still, the mouse is over them, or somebody listens to the screen."""
        needed = self.driver.state is State.PAUSED or self.controls.underMouse() or QAccessible.isActive()
        if needed:
            self._controls_timer_ms.start()
        else:
            self.controls.hide()

    def _show_controls_state(self) -> None:
        if self.ended or self.driver.state is State.NEW:
            return
        step = self.driver.view().step
        self.controls.show_state(
            paused=self.driver.state is State.PAUSED,
            open_set=step.open,
            paced=step.kind is StepKind.WORK and step.target.called and not step.open,
            obstacles=self.course.obstacles(step),
            resting=step.kind in (StepKind.REST, StepKind.GET_READY),
            muted=self.driver.muted,
            whole=self.window().isFullScreen(),
        )

    def _show_badge(self) -> None:
        text = tr("no sound") if self.driver.soundless else tr("muted") if self.driver.muted else ""
        self.stage.strip.set_badge(text)

    def _toggle_screen(self) -> None:
        window = self.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._show_controls_state()

    def _leave(self) -> None:
        self.driver.stop()
        self.left.emit()

    def _show_summary(self) -> None:
        self.stage.set_asking(asking=False)
        self.stage.release_log()
        self.log.follow()
        if self.just_done.row is not None and has_result(self.just_done.row):
            self.log.give_up_digits()
            self.summary.hold_log(self.log)
        self._show_done()
        self._layers.setCurrentWidget(self.summary)
        self.summary.finish.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_done(self) -> None:
        active = self.driver.active
        minutes = max(1, round((self.driver.now_utc() - active.log.started_at).total_seconds() / 60))
        self.summary.show_rows(active.rows, active.timeline.set_count, minutes)

    def _on_log_closed(self) -> None:
        self._after_asking()
        self.driver.acknowledge()

    def _on_log_saved(self) -> None:
        if self.ended:
            self._show_done()

    def _summary_key(self, event: QKeyEvent) -> None:
        if self._answer_log_key(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif self.summary.take_key(event) or self._log_last(event):
            self.driver.acknowledge()
        else:
            super().keyPressEvent(event)

    def _log_last(self, event: QKeyEvent) -> bool:
        """The keys on the tiles of the last set's log, where it is shown."""
        wish = wish_of(event) if self.summary.isAncestorOf(self.log) else None
        return wish is not None and wish.act is not Act.RPE and self.log.take(wish)

    def _on_summary_finish_requested(self, rpe: float | None, note: str) -> None:
        try:
            self.driver.active.finish(rpe, note)
        except TrainerError as error:
            self.summary.tell(str(error))
            return
        self.driver.stop()
        self.finished.emit()
