"""Cues on their way to ear and eye: to the sound player ahead of time, to the picture when they are due."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from trainer.audio.client import SoundState
from trainer.domain.cue import Cue, CueId, phrase_clip, units_of
from trainer.services.hearing import Hearing

FIRST_CUE_LATE_S = 2.0  # what comes first is still worth hearing so late, and clear of the pips
LATE_CUE_S = 0.5  # a picture of a sound that is longer ago than this would only puzzle

ACKNOWLEDGED = "ack"
"""What sounds for a press that nothing else answers."""

Clips = list[tuple[float, str]]


class Sound(Protocol):
    """What a session needs of the sound player; none of it may block or raise."""

    @property
    def state(self) -> SoundState: ...

    def set_volume(self, volume: float) -> None: ...

    def schedule(self, cues: Sequence[tuple[float, str]]) -> None: ...

    def play(self, clip: str) -> None: ...

    def flush(self) -> None: ...

    def release(self) -> None: ...


class SoundPlayer(Sound, Protocol):
    """A sound player with its life; made for each session, which says where its voices lie.

    `say_ahead` puts clips of what no voice says into a folder; it may take seconds, and any thread.
    """

    def start(self, voices: Sequence[Path] = ()) -> None: ...

    def say_ahead(self, units: Sequence[str], folder: Path) -> None: ...

    def close(self) -> None: ...


class CuePlayer:
    """Hands each plan to the sound player at once, and keeps it for the picture.

    `sound` is None where there is nothing to play on. A phrase that is being spoken is spoken to its end,
    whatever is planned anew, unless it is cut.
    """

    def __init__(self, sound: Sound | None, hearing: Hearing) -> None:
        self._sound = sound
        self._hearing = hearing
        self._pulses: deque[tuple[float, Cue]] = deque()
        self._captions: deque[tuple[float, str]] = deque()
        self._phrases: list[tuple[float, float]] = []
        self._clips: Clips = []
        self._held: Clips = []
        self.muted = False
        self.answers = 0
        """How often something was given out to sound at once."""

    @property
    def soundless(self) -> bool:
        """Whether there is nothing to play sound on."""
        return self._sound is None or self._sound.state in (SoundState.NO_DEVICE, SoundState.OFF)

    def set_muted(self, muted: bool) -> None:
        """Silences every sound, or lets them be heard again; what is planned stays."""
        self.muted = muted
        if self._sound is not None:
            self._sound.set_volume(0.0 if muted else self._hearing.volume)

    def plan(self, now: float, cues: Sequence[Cue]) -> None:
        """Puts cues, counted from now, in place of all that has not begun."""
        spoken_until = max((end for start, end in self._phrases if start <= now < end), default=now)
        timed = [(now + cue.at_s, cue) for cue in cues]
        self._pulses = deque((at, cue) for at, cue in timed if cue.clip)
        self._captions = deque(sorted((now + cue.speech_at_s, cue.text) for cue in cues if cue.text))
        self._phrases = [(start, end) for start, end in self._phrases if start <= now < end]
        self._clips = sorted([*self._earcons(timed), *self._spoken(now, cues, spoken_until)], key=_moment)
        self.answers += any(at <= now for at, _ in self._clips)
        self._hold_first(now)
        self._schedule()

    def cut(self) -> None:
        """Ends what sounds, and forgets what was planned."""
        self._pulses.clear()
        self._captions.clear()
        self._phrases.clear()
        self._clips, self._held = [], []
        if self._sound is not None:
            self._sound.flush()

    def answer(self, clip: str) -> None:
        """Sounds at once, over whatever sounds, unless it is not to be heard."""
        if self._is_heard(clip):
            self.answers += 1
            if self._sound is not None:
                self._sound.play(clip)

    def release(self) -> None:
        """Lets the sound device go until there is something to hear again."""
        if self._sound is not None:
            self._sound.release()

    def pulses_due(self, now: float) -> Iterator[Cue]:
        """The cues whose sound begins about now, each once."""
        while self._pulses and self._pulses[0][0] <= now:
            at, cue = self._pulses.popleft()
            if now - at <= LATE_CUE_S:
                yield cue

    def captions_due(self, now: float) -> Iterator[tuple[float, str]]:
        """What is spoken from about now on, with its moment, each once."""
        while self._captions and self._captions[0][0] <= now:
            at, text = self._captions.popleft()
            if now - at <= LATE_CUE_S:
                yield at, text

    def catch_up(self, now: float) -> None:
        """Sounds what was held back once it can be heard, or forgets it when that is too late."""
        if not self._held or self._sound is None:
            return
        held, late_s = self._held, now - self._held[0][0]
        if late_s > FIRST_CUE_LATE_S:
            self._held = []
        elif self._sound.state is SoundState.PLAYING:
            self._held = []
            self._clips = [*((at + late_s, clip) for at, clip in held), *self._clips]
            self._schedule()

    def _earcons(self, timed: Sequence[tuple[float, Cue]]) -> Iterator[tuple[float, str]]:
        silent = self._hearing.style.without_sound
        return ((at, cue.clip) for at, cue in timed if cue.clip and cue.cue not in silent)

    def _spoken(self, now: float, cues: Sequence[Cue], not_before: float) -> Iterator[tuple[float, str]]:
        for cue in cues:
            at = now + cue.speech_at_s
            length_s = self._hearing.phrase_s(cue.says) if cue.says and self._hearing.spoken else None
            if length_s is not None and at >= not_before:
                self._phrases.append((at, at + length_s))
                yield at, phrase_clip(cue.says)

    def _is_heard(self, clip: str) -> bool:
        return clip not in self._hearing.style.without_sound

    def _hold_first(self, now: float) -> None:
        """Keeps back what is due now and says what comes, while the player has not got its device yet.

        The player drops what is more than a moment late, and the first session's player starts with it.
        """
        self._held = []
        starting = self._sound is not None and self._sound.state is SoundState.STARTING
        if starting and self._clips and self._clips[0] == (now, CueId.NEXT):
            count = 2 if len(self._clips) > 1 and units_of(self._clips[1][1]) else 1
            self._held, self._clips = self._clips[:count], self._clips[count:]

    def _schedule(self) -> None:
        if self._sound is not None:
            self._sound.schedule(self._clips)


def _moment(clip: tuple[float, str]) -> float:
    return clip[0]
