"""The one session timer: the engine's events become signals, sounds are planned ahead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from trainer.domain.clock import Clock
from trainer.domain.cue import Cue, CueId
from trainer.engine.changing import Change
from trainer.engine.cues import cues_ahead
from trainer.engine.events import Event, Finished, PaceReleased, Paused, Resumed, StepStarted, WorkEnded
from trainer.engine.runner import SessionRunner, State, View
from trainer.engine.timeline import Step
from trainer.errors import TrainerError
from trainer.services.active_session import ActiveSession
from trainer.services.hearing import Hearing
from trainer.ui.cue_player import ACKNOWLEDGED, CuePlayer, Sound

TICK_MS = 33
IDLE_TICK_MS = 250
SAME_PRESS_S = 0.4
SLEEP_S = 2.0
CAPTION_S = 2.0
RELEASE_S = 120.0  # a pause so long lets the sound device go (own rule)


HEARING = Hearing()


class SessionDriver(QObject):
    """Runs one session on the clock it is given.

    All sounds up to the next open set are handed to the player with their moments as soon as these are
    known; the timer only moves the picture. `sound` is None where there is nothing to play on.
    """

    stepped = Signal(object)
    """A step began (`Step`)."""
    work_ended = Signal(object)
    """The work of a side is over and on disk (`WorkEnded`)."""
    released = Signal(object)
    """The paced set under way is at the athlete's own pace from now on (`Step`)."""
    paused = Signal(float)
    """The session stands still; the seconds it slept, if that was the reason."""
    resumed = Signal()
    finished = Signal()
    ticked = Signal(object)
    """Where the session stands (`View`)."""
    captioned = Signal(str)
    """What is being said; empty when its time is over."""
    sounded = Signal(object)
    """An earcon sounds now (`Cue`)."""
    acknowledged = Signal()
    """A press that nothing else answers is answered now."""
    save_failed = Signal(str)
    """The log could not be written; the sentence says why. It is tried again with the next set."""

    def __init__(
        self,
        active: ActiveSession,
        clock: Clock,
        sound: Sound | None = None,
        *,
        start_at: int = 0,
        hearing: Hearing = HEARING,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.active = active
        self._clock = clock
        self._hearing = hearing
        self._cues = CuePlayer(sound, hearing)
        self._runner = SessionRunner(active.timeline, start_at=start_at)
        self._release_at: float | None = None
        self._caption_until: float | None = None
        self._pressed_at: float | None = None
        self._asleep_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def state(self) -> State:
        return self._runner.state

    def view(self) -> View:
        """Where the session stands now."""
        return self._runner.view(self._clock.monotonic())

    @property
    def following(self) -> Step | None:
        """The step after the one under way."""
        index = self._runner.step.index + 1
        return self._runner.steps[index] if index < len(self._runner.steps) else None

    @property
    def soundless(self) -> bool:
        """Whether there is nothing to play sound on."""
        return self._cues.soundless

    @property
    def muted(self) -> bool:
        """Whether all sound is silenced."""
        return self._cues.muted

    @property
    def answers(self) -> int:
        """How often something sounded at once; a press that adds nothing to it is to be acknowledged."""
        return self._cues.answers

    def now_utc(self) -> datetime:
        """The moment as the session's log has it."""
        return self.active.now_utc()

    def set_muted(self, muted: bool) -> None:
        """Silences every sound, or lets them be heard again."""
        self._cues.set_muted(muted)

    def start(self) -> None:
        """Begins; exercises that pain has ended stay out."""
        now = self._clock.monotonic()
        self._asleep_s = self._slept_so_far()
        self.set_muted(self.muted)
        events = self._runner.start(now)
        for exercise_id in sorted(self.active.stopped):
            events += self._runner.leave_out(now, exercise_id)
        self._handle(events)
        self._plan(now)
        self._timer.start(TICK_MS)
        self._show(now)

    def stop(self) -> None:
        """Ends the timer and all sound; the log stays as it is, so that the session can be resumed."""
        self._timer.stop()
        self._cues.cut()

    def tick(self) -> None:
        """Catches up with the clock; called by the timer."""
        now = self._clock.monotonic()
        self._handle(self._pause_after_sleep(now) or self._runner.tick(now))
        self._cues.catch_up(now)
        self._release_after_long_pause(now)
        self._show(now)

    def press(self) -> None:
        """The one button: in an open set done, else pause and go on; twice within 400 ms is once."""
        if not self._same_press():
            self._act(self._runner.press)

    def done(self) -> None:
        """Ends the set under way, or the pause between sets; twice within 400 ms is once."""
        if not self._same_press():
            self._act(self._runner.done)

    def skip(self) -> None:
        """Goes to the next step."""
        self._act(self._runner.skip)

    def back(self) -> None:
        """Goes to the start of this step; again within 2 s, to the one before."""
        self._act(self._runner.back)

    def pause(self) -> None:
        """Stands still, if it does not already."""
        self._act(self._runner.pause)

    def resume(self) -> None:
        """Goes on, if it stands still."""
        self._act(self._runner.resume)

    def change_rest(self, by_s: float) -> None:
        """Makes the rest under way longer or shorter."""
        self._act(partial(self._runner.change_rest, by_s=by_s))

    def release_pace(self) -> None:
        """Turns the paced set under way into own pace."""
        self._act(self._runner.release_pace)

    def leave_out(self, exercise_id: str) -> None:
        """Ends an exercise for today."""
        self._act(partial(self._runner.leave_out, exercise_id=exercise_id))

    def put_back(self, exercise_id: str) -> None:
        """Takes `leave_out` back."""
        self._act(partial(self._runner.put_back, exercise_id=exercise_id))

    def acknowledge(self) -> None:
        """Answers a press that nothing else answers, by a soft click and at the picture's edge."""
        self._cues.answer(ACKNOWLEDGED)
        self.acknowledged.emit()

    def change_course(self, plan: Callable[[Step], Change | None]) -> bool:
        """Goes on by the course that is planned for the step under way; False when there is none.

        It is on disk before anything else happens. Raises StoreError; nothing has changed then.
        """
        now = self._clock.monotonic()
        self._handle(self._pause_after_sleep(now) or self._runner.tick(now))
        under_way = self._runner.state in (State.RUNNING, State.PAUSED)
        change = plan(self._runner.step) if under_way else None
        if change is None:
            return False
        self.active.adopt(change)
        self._take(self._runner.change_course(now, change), now)
        self._show(now)
        return True

    def _same_press(self) -> bool:
        now = self._clock.monotonic()
        same = self._pressed_at is not None and now - self._pressed_at < SAME_PRESS_S
        if not same:
            self._pressed_at = now
        return same

    def _act(self, action: Callable[[float], list[Event]]) -> None:
        if self._runner.state is State.FINISHED:
            return
        now = self._clock.monotonic()
        answers = self.answers
        self._take(action(now), now)
        if self.answers == answers:
            self.acknowledge()
        self._show(now)

    def _take(self, events: Sequence[Event], now: float) -> None:
        """Handles what a press has led to, and plans what sounds from here on."""
        if any(isinstance(event, StepStarted | Finished) for event in events):
            self._cues.cut()  # what was said of the step before is no longer true
            self._caption("")
        if self._runner.state in (State.RUNNING, State.FINISHED):
            self._plan(now)  # before the log is written: no ear waits for a disk
        self._handle(events)

    def _pause_after_sleep(self, now: float) -> list[Event]:
        """A pause when the machine slept since the last tick, as the clock that runs in sleep tells."""
        asleep_s = self._slept_so_far()
        slept_s, self._asleep_s = asleep_s - self._asleep_s, asleep_s
        if slept_s <= SLEEP_S or self._runner.state is not State.RUNNING:
            return []
        events = self._runner.pause(now)
        return [Paused(event.at, slept_s) if isinstance(event, Paused) else event for event in events]

    def _slept_so_far(self) -> float:
        return self._clock.awake_and_asleep() - self._clock.monotonic()

    def _handle(self, events: Sequence[Event]) -> None:
        if events:
            self._record(events)
        for event in events:
            self._tell(event)

    def _record(self, events: Sequence[Event]) -> None:
        try:
            self.active.record(events)
        except TrainerError as error:
            self.save_failed.emit(str(error))

    def _tell(self, event: Event) -> None:
        match event:
            case StepStarted(_, step):
                self.stepped.emit(step)
            case WorkEnded():
                self.work_ended.emit(event)
            case PaceReleased(_, step):
                self._on_released(step)
            case Paused(_, slept_s):
                self._on_paused(slept_s)
            case Resumed():
                self._release_at = None
                self._timer.setInterval(TICK_MS)
                self._answer("resumed", CueId.RESUMED)
                self.resumed.emit()
            case Finished():
                self._timer.stop()
                self.finished.emit()

    def _on_released(self, step: Step) -> None:
        """The ticks end; in a pause the press is answered by the picture alone, nothing goes on yet."""
        if self._runner.state is State.RUNNING:
            self._answer("resumed", CueId.RESUMED)
        self.released.emit(step)
        self._caption(self.tr("Own pace. You end the set."))
        self._caption_until = self._clock.monotonic() + CAPTION_S

    def _on_paused(self, slept_s: float) -> None:
        self._timer.setInterval(IDLE_TICK_MS)
        self._release_at = self._clock.monotonic() + RELEASE_S
        self._cues.cut()
        self._caption("")
        self._answer("paused", CueId.PAUSED)
        self.paused.emit(slept_s)

    def _release_after_long_pause(self, now: float) -> None:
        if self._release_at is not None and now >= self._release_at:
            self._release_at = None
            self._cues.release()

    def _answer(self, clip: str, cue: CueId) -> None:
        self._cues.answer(clip)
        self.sounded.emit(Cue(0.0, cue, clip=clip))

    def _plan(self, now: float) -> None:
        """Hands every sound that is known to come to the player, in place of what it had."""
        steps = self._runner.steps
        ended = self._runner.state is State.FINISHED
        index = len(steps) if ended else self._runner.step.index
        elapsed_s = 0.0 if ended else self._runner.elapsed_s(now)
        hearing = self._hearing
        self._cues.plan(now, cues_ahead(steps, index, elapsed_s, hearing.style, hearing.phrase_s))

    def _show(self, now: float) -> None:
        """Moves the picture: what sounds is mirrored and captioned, then everybody looks at the view."""
        for cue in self._cues.pulses_due(now):
            self.sounded.emit(cue)
        for at, text in self._cues.captions_due(now):
            self._caption(text)
            self._caption_until = at + CAPTION_S
        if self._caption_until is not None and now >= self._caption_until:
            self._caption("")
        self.ticked.emit(self._runner.view(now))

    def _caption(self, text: str) -> None:
        self._caption_until = None
        self.captioned.emit(text)
