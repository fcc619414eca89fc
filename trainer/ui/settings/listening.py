"""A few cues to listen to, as a session would sound by these settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from trainer.domain.clock import Clock
from trainer.domain.exercise import Kind, Laterality
from trainer.domain.tempo import Tempo
from trainer.domain.workout import SetTarget, Workout, WorkoutItem
from trainer.engine.cues import cues_ahead
from trainer.engine.timeline import build_timeline
from trainer.services.hearing import Kept, hearing_of
from trainer.ui.background import Background
from trainer.ui.cue_player import CuePlayer, SoundPlayer

LOOK_MS = 100
GET_READY_S = 5.0
OUT_S = 3.0  # the last word, and the device's own delay

_ITEM = WorkoutItem(
    exercise_id="nordic-hamstring-curl",
    exercise="Nordic hamstring curl",
    short_name="Nordic curl",
    side=Laterality.BOTH,
    sets=(SetTarget(Kind.REPS, reps=2, tempo=Tempo.parse("3-0-2-0")),),
    rest_s=0,
)


class Listening(QObject):
    """Plays two reps on a sound player of its own, which goes when they are over."""

    def __init__(
        self,
        make_sound: Callable[[], SoundPlayer],
        clock: Clock,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_sound, self._clock, self._background = make_sound, clock, background
        self._sound: SoundPlayer | None = None
        self._cues: CuePlayer | None = None
        self._ends = 0.0
        self._timer_ms = QTimer(self, interval=LOOK_MS)
        self._timer_ms.timeout.connect(self._on_timer_timeout)

    def play(self, kept: Kept) -> None:
        """Plays them from the beginning, whatever plays already."""
        self.stop()
        hearing = hearing_of(kept)
        first, *others = build_timeline(Workout("sample", "", (_ITEM,))).steps
        steps = [replace(first, duration_s=GET_READY_S), *others]
        now = self._clock.monotonic()
        self._ends = now + sum(step.duration_s for step in steps) + OUT_S
        self._sound = self._make_sound()
        self._sound.start(hearing.voices)
        self._cues = CuePlayer(self._sound, hearing)
        self._cues.set_muted(muted=False)
        self._cues.plan(now, cues_ahead(steps, 0, 0.0, hearing.style, hearing.phrase_s))
        self._timer_ms.start()

    def stop(self) -> None:
        """Ends them, and the player."""
        self._timer_ms.stop()
        sound, self._sound, self._cues = self._sound, None, None
        if sound is not None:
            sound.flush()
            self._background.submit(sound.close, self._on_closed, self._on_closed)

    def close(self) -> None:
        """Ends them at once, and waits for the player's end."""
        self._timer_ms.stop()
        sound, self._sound, self._cues = self._sound, None, None
        if sound is not None:
            sound.close()

    def _on_timer_timeout(self) -> None:
        now = self._clock.monotonic()
        if self._cues is not None:
            self._cues.catch_up(now)
        if now >= self._ends:
            self.stop()

    def _on_closed(self, _result: object) -> None:
        """There is nothing to do when it is gone."""
