"""The sound of tests of what stands above it: makes none, remembers everything."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trainer.audio.client import SoundState


@dataclass
class RecordingAudio:
    """Stands in for `AudioClient`; `calls` are (moment, method, argument) by the given clock."""

    on_state: Callable[[SoundState], None] | None = None
    clock: Callable[[], float] = time.monotonic
    state: SoundState = SoundState.OFF
    calls: list[tuple[float, str, Any]] = field(default_factory=list)
    scheduled: list[tuple[float, str]] = field(default_factory=list)
    volume: float = 1.0

    def start(self, voices: Sequence[Path] = ()) -> None:
        self._note("start", tuple(voices))
        self.enter(SoundState.PLAYING)

    def schedule(self, cues: Sequence[tuple[float, str]]) -> None:
        self.scheduled = list(cues)
        self._note("schedule", list(cues))

    def play(self, clip: str) -> None:
        self._note("play", clip)

    def flush(self) -> None:
        self.scheduled = []
        self._note("flush")

    def say_ahead(self, units: Sequence[str], folder: Path) -> None:
        self._note("say_ahead", (tuple(units), folder))

    def release(self) -> None:
        self._note("release")

    def set_volume(self, volume: float) -> None:
        self.volume = min(max(volume, 0.0), 1.0)
        self._note("set_volume", volume)

    def close(self) -> None:
        self._note("close")
        self.enter(SoundState.OFF)

    def enter(self, state: SoundState) -> None:
        """Plays the child's part: a device is lost, or back."""
        if state is not self.state:
            self.state = state
            if self.on_state:
                self.on_state(state)

    @property
    def played(self) -> list[str]:
        """The clips that were asked for at once."""
        return [argument for _, method, argument in self.calls if method == "play"]

    def _note(self, method: str, argument: Any = None) -> None:
        self.calls.append((self.clock(), method, argument))
