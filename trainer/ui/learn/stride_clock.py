"""Moves through the running cycle: at a speed, or from key pose to key pose where motion is unwanted."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from trainer.domain.stride import CYCLE, neighbour, phase_at

FRAME_MS = 16
KEY_POSE_MS = 4000


class StrideClock(QObject):
    """Where in the cycle one is, in percent; `moved` tells it, whoever moved it."""

    moved = Signal(float)
    playing_changed = Signal(bool)

    def __init__(
        self, cycle_s: float, *, reduced_motion: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._cycle_s, self._reduced_motion = cycle_s, reduced_motion
        self._speed = 1.0
        self._percent = 0.0
        self._seen = True
        self._playing = False
        self._since = QElapsedTimer()
        self._step_timer = QTimer(self)
        self._step_timer.setInterval(KEY_POSE_MS if reduced_motion else FRAME_MS)
        self._step_timer.timeout.connect(self._on_step_timer_timeout)

    @property
    def percent(self) -> float:
        return self._percent

    @property
    def playing(self) -> bool:
        """Whether it is to go on by itself; it rests while nobody sees it."""
        return self._playing

    @property
    def running(self) -> bool:
        """Whether it goes on by itself at this moment."""
        return self._step_timer.isActive()

    def set_playing(self, playing: bool) -> None:
        """Goes on by itself, round and round, or stays."""
        if playing != self._playing:
            self._playing = playing
            self._run_if_wanted()
            self.playing_changed.emit(playing)

    def set_speed(self, speed: float) -> None:
        """1 is the runner's own speed; key poses are shown equally long at any."""
        self._speed = speed

    def set_seen(self, seen: bool) -> None:
        """Costs nothing while nobody sees it."""
        self._seen = seen
        self._run_if_wanted()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Steps from one key pose to the next instead of moving."""
        self._reduced_motion = reduced
        self._step_timer.setInterval(KEY_POSE_MS if reduced else FRAME_MS)

    def jump(self, percent: float) -> None:
        """Stays at this moment of the cycle."""
        self.set_playing(False)
        self._go(percent)

    def step_phase(self, by: int) -> None:
        """Stays in the middle of the phase so many further on."""
        self.jump(neighbour(phase_at(self._percent), by).middle)

    def advance(self, by_s: float) -> None:
        """Goes on by so many seconds of the watcher's time, or to the next key pose."""
        if self._reduced_motion:
            self._go(neighbour(phase_at(self._percent), 1).middle)
        else:
            self._go(self._percent + by_s * self._speed / self._cycle_s * CYCLE)

    def _go(self, percent: float) -> None:
        self._percent = percent % CYCLE
        self.moved.emit(self._percent)

    def _run_if_wanted(self) -> None:
        wanted = self._playing and self._seen
        if wanted and not self._step_timer.isActive():
            self._since.start()
            self._step_timer.start()
        elif not wanted:
            self._step_timer.stop()

    def _on_step_timer_timeout(self) -> None:
        self.advance(self._since.restart() / 1000.0)
