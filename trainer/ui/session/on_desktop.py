"""A session on the desktop it runs on: its screen stays awake, and the media keys are the session's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from trainer.desktop.desktop import Desktop, TakesKeys
from trainer.desktop.media_keys import MediaKey, NowPlaying
from trainer.domain.clock import Clock
from trainer.engine.runner import State, View
from trainer.engine.timeline import Step, StepKind
from trainer.ui.session.keys import Act, Wish
from trainer.ui.session.wording import phase_word, set_words, side_word
from trainer.ui.session_driver import SessionDriver

# Own rules: whoever is away so long does not look at the screen, and it is not kept on for nobody.
PAUSED_MOST_S = 120.0
OPEN_MOST_S = 900.0

_WISHES = {
    MediaKey.PLAY_PAUSE: Wish(Act.PRESS),
    MediaKey.PLAY: Wish(Act.PRESS),
    MediaKey.PAUSE: Wish(Act.PRESS),
    MediaKey.NEXT: Wish(Act.NEXT),
    MediaKey.PREVIOUS: Wish(Act.BACK),
}


class OnDesktop(QObject):
    """From the driver's first tick to its end, or to `close`. Nothing here waits for the desktop."""

    wished = Signal(object)
    """What a media key asks for (`Wish`)."""

    _key_pressed = Signal(object)

    def __init__(self, driver: SessionDriver, desktop: Desktop, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._driver, self._desktop, self._clock = driver, desktop, clock
        self._keys: TakesKeys | None = None
        self._shown: NowPlaying | None = None
        self._paused_at: float | None = None
        self._closed = False
        # The keys' thread may only hand over; the window's thread acts.
        self._key_pressed.connect(self._on_key_pressed, Qt.ConnectionType.QueuedConnection)
        driver.ticked.connect(self._on_driver_ticked)
        driver.finished.connect(self.close)

    def close(self) -> None:
        """Lets the screen go dark, and gives the keys back."""
        self._closed = True
        self._desktop.awake.release()
        if self._keys is not None:
            self._keys.close()

    def _on_driver_ticked(self, view: View) -> None:
        if self._closed:
            return
        if self._needs_screen(view):
            self._desktop.awake.hold()
        else:
            self._desktop.awake.release()
        self._show(view)

    def _needs_screen(self, view: View) -> bool:
        """While it runs; not in a pause, nor in a set without an end, that lasts as if it was forgotten."""
        if view.state is State.RUNNING:
            self._paused_at = None
            return not view.step.open or view.elapsed_s < OPEN_MOST_S
        now = self._clock.monotonic()
        self._paused_at = now if self._paused_at is None else self._paused_at
        return view.state is State.PAUSED and now - self._paused_at < PAUSED_MOST_S

    def _show(self, view: View) -> None:
        now = now_playing(view, self._driver.active.timeline.workout.name)
        if now == self._shown:
            return
        self._shown = now
        if self._keys is None and self._desktop.make_media_keys is not None:
            self._keys = self._desktop.make_media_keys(self._key_pressed.emit)
        if self._keys is not None:
            self._keys.show(now)

    def _on_key_pressed(self, key: MediaKey) -> None:
        """Pause by name never goes on: phones and headsets that leave send it to every player there is."""
        paused = self._driver.state is State.PAUSED
        if not self._closed and not (key is MediaKey.PAUSE and paused):
            self.wished.emit(_WISHES[key])


def now_playing(view: View, workout: str) -> NowPlaying:
    """What a desktop may show: the exercise, and the set with its side, or what is done between sets."""
    step = view.step
    between = step.kind is StepKind.REST
    shown = view.next_work if between and view.next_work is not None else step
    return NowPlaying(
        track=step.index,
        title=shown.item.exercise,
        detail=_set_words(shown) if step.kind is StepKind.WORK else f"{_phase(step)} · {_set_words(shown)}",
        workout=workout,
        running=view.state is State.RUNNING,
    )


def _phase(step: Step) -> str:
    return phase_word(step.kind).capitalize()


def _set_words(step: Step) -> str:
    return " · ".join(part for part in (set_words(step), side_word(step.side).capitalize()) if part)
