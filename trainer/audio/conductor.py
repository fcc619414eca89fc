"""Cues by the machine's clock in, the stream out: the device's thread asks, the messages change."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from trainer.audio.format import RATE_HZ, Samples
from trainer.audio.limiter import LOOK_AHEAD
from trainer.audio.mixer import Mixer
from trainer.audio.protocol import Message
from trainer.audio.stream_clock import GLITCH_S, StreamClock

LATE_S = 0.25
"""A cue that is later than this is dropped: no burst of missed cues after a gap."""
PATIENT_S = 1.0
"""What shall play at once waits so long for a device that is being opened."""

Report = Callable[[Message], None]


class ClipSource(Protocol):
    """Clips by their id; a mapping is one. `get` answers at once, with None for what is not at hand yet."""

    def __contains__(self, clip: object, /) -> bool: ...

    def get(self, clip: str, /) -> Samples | None: ...


class Conductor:
    """Places cues in the stream just before they are due, so that they follow the newest clock.

    Any thread may call it. `latency_s` is what the device holds back: cues are placed that much
    earlier, so that they are heard at their moment.
    """

    def __init__(self, clips: ClipSource, report: Report, latency_s: float = 0.0) -> None:
        self._clips = clips
        self._report = report
        self._latency_s = latency_s
        self._mixer = Mixer()
        self._clock = StreamClock()
        self._waiting: deque[tuple[float, str]] = deque()
        self._asked: list[tuple[float, str]] = []
        self._lock = threading.Lock()

    @property
    def position(self) -> int:
        """Frames given out so far."""
        return self._mixer.position

    def schedule(self, cues: Sequence[tuple[float, str]]) -> None:
        """Replaces every cue that has not begun; moments are monotonic seconds."""
        known = deque(sorted((at_s, clip) for at_s, clip in cues if self._knows(clip)))
        with self._lock:
            self._waiting = known

    def play(self, clip: str, now_s: float) -> None:
        """Plays a clip at once, over whatever sounds; as soon as there is a device, if that is soon."""
        if self._knows(clip):
            with self._lock:
                self._asked.append((now_s, clip))

    def flush(self) -> None:
        """Drops what waits and fades what sounds."""
        with self._lock:
            self._waiting.clear()
            self._asked.clear()
            self._mixer.flush()

    def set_volume(self, volume: float) -> None:
        """0 to 1; beyond is taken as the nearer end."""
        with self._lock:
            self._mixer.set_volume(min(max(volume, 0.0), 1.0))

    def device_changed(self) -> None:
        """Another device is about to ask: the old clock says nothing of it, half a clip is no use to it."""
        with self._lock:
            self._clock.reset()
            self._mixer.clear()

    def render(self, now_s: float, count: int) -> Samples:
        """The next `count` frames, asked for at `now_s`."""
        with self._lock:
            slipped_s = self._clock.observe(now_s, self._mixer.position)
            if slipped_s:
                kind = "underrun" if slipped_s >= GLITCH_S else "realigned"
                self._report({"type": kind, "position": self._mixer.position, "slipped_s": slipped_s})
            self._answer(now_s)
            self._hand_over(count)
            return self._mixer.read(count)

    def _answer(self, now_s: float) -> None:
        """Begins what shall play at once."""
        in_time = [clip for asked_s, clip in self._asked if now_s - asked_s <= PATIENT_S]
        late = len(self._asked) - len(in_time)
        self._asked.clear()
        for clip in in_time:
            self._begin(self._mixer.position, clip)
        if late:
            self._report({"type": "dropped", "count": late})

    def _hand_over(self, count: int) -> None:
        now = self._mixer.position
        dropped = 0
        while self._waiting:
            at_s, clip = self._waiting[0]
            position = self._clock.position_at(at_s - self._latency_s) - LOOK_AHEAD
            if position >= now + count:
                break
            self._waiting.popleft()
            if position < now - LATE_S * RATE_HZ:
                dropped += 1
            else:
                self._begin(max(position, now), clip, at_s)
        if dropped:
            self._report({"type": "dropped", "count": dropped})

    def _begin(self, position: int, clip: str, at_s: float | None = None) -> None:
        samples = self._clips.get(clip)
        if samples is None:
            self._report({"type": "dropped", "count": 1})
            return
        self._mixer.add(position, samples)
        self._report({"type": "started", "clip": clip, "position": position + LOOK_AHEAD, "at_s": at_s})

    def _knows(self, clip: str) -> bool:
        if clip in self._clips:
            return True
        self._report({"type": "unknown_clip", "clip": clip})
        return False
