"""Voices as folders of clips: what each can say, how long it takes, and in which file it lies.

Standard library alone: the window plans by it and the command line reads it; samples are the player's.
A folder is either a voice, with its table `voice.toml`, or further clips: WAV files named by `clip_name`.
"""

from __future__ import annotations

import hashlib
import math
import tomllib
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from trainer.domain.cue import UNIT_GAP_S
from trainer.errors import ContentError
from trainer.resources import resource_path

TABLE = "voice.toml"
_KEY_CHARACTERS = 32


@dataclass(frozen=True, slots=True)
class Clip:
    """One unit, spoken."""

    file: Path
    length_s: float


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice, and folders of further clips over it: the last one that has a unit says it."""

    id: str
    name: str
    language: str
    folder: Path
    clips: Mapping[str, Clip]
    further: tuple[Path, ...] = ()

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its clips lie; what the player is to be given."""
        return (self.folder, *self.further)

    def with_folder(self, folder: Path) -> Voice:
        """The same voice with further clips, which need not be there yet."""
        return replace(self, further=(*self.further, folder))

    def file(self, unit: str) -> Path | None:
        """Where a unit lies; None for one that it cannot say."""
        clip = self._clip(unit)
        return clip.file if clip else None

    def length_s(self, unit: str) -> float | None:
        """Seconds that a unit takes; None for one that it cannot say."""
        clip = self._clip(unit)
        return clip.length_s if clip else None

    def phrase_s(self, says: Sequence[str]) -> float | None:
        """Seconds that units take one after another; None when it cannot say one of them."""
        lengths_s = [self.length_s(unit) for unit in says]
        known_s = [length_s for length_s in lengths_s if length_s is not None]
        if not known_s or len(known_s) < len(lengths_s):
            return None
        return sum(known_s) + UNIT_GAP_S * (len(known_s) - 1)

    def _clip(self, unit: str) -> Clip | None:
        for folder in reversed(self.further):
            clip = further_clip(folder, unit)
            if clip:
                return clip
        return self.clips.get(unit)


def clip_name(unit: str) -> str:
    """The file's name of a unit in a folder of further clips: whatever the unit holds, a plain one."""
    digest = hashlib.sha256(unit.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{digest[:_KEY_CHARACTERS]}.wav"


def further_clip(folder: Path, unit: str) -> Clip | None:
    """A unit in a folder of further clips; None where it is missing, empty or broken."""
    file = folder / clip_name(unit)
    try:
        with wave.open(str(file), "rb") as sound:
            length_s = sound.getnframes() / sound.getframerate()
    except (OSError, EOFError, wave.Error, ZeroDivisionError):
        return None
    return Clip(file, length_s) if length_s else None


def shipped_voices() -> tuple[Voice, ...]:
    """The voices in the box, by id. Raises ContentError for a broken one."""
    folder = resource_path("voices")
    return tuple(open_voice(table.parent) for table in sorted(folder.glob(f"*/{TABLE}")))


def load_voice(voice_id: str) -> Voice:
    """A voice in the box. Raises ContentError when there is none of that id, or it is broken."""
    for folder in resource_path("voices").iterdir():
        if folder.name == voice_id:
            return open_voice(folder)
    raise ContentError(f"There is no voice “{voice_id}”; choose another one in the settings.")


def open_voice(folder: Path) -> Voice:
    """The voice in a folder. Raises ContentError when its table or a file is missing or wrong."""
    try:
        table = tomllib.loads((folder / TABLE).read_text(encoding="utf-8"))
        there = {file.name for file in folder.iterdir()}
        clips = {unit: _listed(folder, there, unit, entry) for unit, entry in table["units"].items()}
        return Voice(folder.name, _text(table, "name"), _text(table, "language"), folder, clips)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ContentError(f"The voice “{folder.name}” cannot be used: {_why(error)}.") from error


def _listed(folder: Path, there: set[str], unit: str, entry: Mapping[str, Any]) -> Clip:
    name, length_s = _text(entry, "file"), float(entry["length_s"])
    if name not in there:
        raise ValueError(f"the file {name} of “{unit}” is missing")
    if not (math.isfinite(length_s) and length_s > 0):
        raise ValueError(f"the length of “{unit}” is {length_s} s")
    return Clip(folder / name, length_s)


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table[key]
    if not isinstance(value, str) or not value:
        raise ValueError(f"“{key}” is not a text")
    return value


def _why(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{TABLE} has no “{error.args[0]}”"
    if isinstance(error, OSError):
        return f"{TABLE}: {error.strerror}"
    return str(error)
