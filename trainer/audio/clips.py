"""The player's clips: earcons by their id, and phrases of a voice, decoded ahead of their moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from trainer.audio.decoding import decoded
from trainer.audio.format import Samples, frames
from trainer.audio.voices import TABLE, further_clip, open_voice
from trainer.domain.cue import UNIT_GAP_S, units_of
from trainer.errors import AudioError

MAX_BYTES = 32_000_000
"""Phrases that are kept when nothing scheduled needs them: some three minutes of speech."""

_GAP = np.zeros(frames(UNIT_GAP_S), dtype=np.float32)


class VoiceFolders:
    """Where units lie in folders of clips, as of the player's arguments; a later folder goes first.

    Raises ContentError for a folder with a broken table. One without a table holds further clips, which
    may come at any time.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._tables = [open_voice(folder).clips if (folder / TABLE).exists() else {} for folder in folders]
        self._folders = folders

    def find(self, unit: str) -> Path | None:
        """The file of a unit; None when no folder has it."""
        for folder, table in zip(reversed(self._folders), reversed(self._tables), strict=True):
            clip = table.get(unit) or (None if table else further_clip(folder, unit))
            if clip:
                return clip.file
        return None


class Clips:
    """Knows which clips there are, decodes phrases where it may, and gives samples without delay.

    Any thread may call it. `get` never reads a file, so that the device's thread may ask; `load` does.
    """

    def __init__(
        self, earcons: Mapping[str, Samples], voice: VoiceFolders, max_bytes: int = MAX_BYTES
    ) -> None:
        self._earcons = earcons
        self._voice = voice
        self._max_bytes = max_bytes
        self._phrases: dict[str, Samples] = {}
        self._wanted: frozenset[str] = frozenset()
        self._lock = threading.Lock()

    def __contains__(self, clip: object) -> bool:
        """Whether there is such an earcon, or a file for each unit of such a phrase."""
        if clip in self._earcons:
            return True
        return isinstance(clip, str) and self._files(clip) is not None

    def get(self, clip: str) -> Samples | None:
        """The samples, when they are at hand."""
        return self._earcons.get(clip, self._phrases.get(clip))

    def want(self, clips: Iterable[str]) -> None:
        """Says what is scheduled: phrases among it are kept once loaded, others go when room is short."""
        with self._lock:
            self._wanted = frozenset(clips)

    def load(self, clip: str) -> bool:
        """Has a clip at hand; False when it is unknown or one of its files is broken."""
        if self.get(clip) is None:
            files = self._files(clip)
            if files is None:
                return False
            try:
                phrase = _joined([decoded(file) for file in files])
            except AudioError:
                return False
            self._keep(clip, phrase)
        return True

    def _files(self, clip: str) -> list[Path] | None:
        files = [self._voice.find(unit) for unit in units_of(clip)]
        known = [file for file in files if file]
        return known if known and len(known) == len(files) else None

    def _keep(self, clip: str, phrase: Samples) -> None:
        with self._lock:
            self._phrases[clip] = phrase
            spare = [name for name in self._phrases if name not in self._wanted and name != clip]
            for name in spare:
                if sum(kept.nbytes for kept in self._phrases.values()) <= self._max_bytes:
                    break
                del self._phrases[name]


BrokenTold = Callable[[str], None]


class Preparer:
    """Loads scheduled phrases in the order in which they are due, on a thread of its own.

    The messages need not wait for it: a pause is heard at once however many phrases are still to be read.
    """

    def __init__(self, clips: Clips, on_broken: BrokenTold) -> None:
        self._clips = clips
        self._on_broken = on_broken
        self._coming: list[str] = []
        self._changed = threading.Condition()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="audio-phrases", daemon=True)
        self._thread.start()

    def ask(self, cues: Sequence[tuple[float, str]]) -> None:
        """Replaces what is to be loaded by the clips of a schedule; returns at once."""
        due = list(dict.fromkeys(clip for _, clip in sorted(cues)))
        self._clips.want(due)
        with self._changed:
            self._coming = [clip for clip in reversed(due) if clip in self._clips]
            self._changed.notify()

    def load(self, clip: str) -> None:
        """Has one clip at hand before it returns, if it can be; tells of it otherwise."""
        if clip in self._clips and not self._clips.load(clip):
            self._on_broken(clip)

    def finish(self, patience_s: float) -> None:
        """Ends the thread, within `patience_s`."""
        with self._changed:
            self._ended = True
            self._changed.notify()
        self._thread.join(patience_s)

    def _run(self) -> None:
        while (clip := self._next()) is not None:
            self.load(clip)

    def _next(self) -> str | None:
        with self._changed:
            self._changed.wait_for(lambda: self._ended or bool(self._coming))
            return None if self._ended else self._coming.pop()


def _joined(units: Sequence[Samples]) -> Samples:
    parts = [part for unit in units for part in (unit, _GAP)]
    return np.concatenate(parts[:-1])
